import { describe, expect, it, test } from 'vitest';
import { readKind, type NamedProduct } from './read-kind';

const product = (about: Partial<NamedProduct>): NamedProduct => ({
  ...{ title: '', productType: '', tags: [], categoryId: null, categoryName: null },
  ...about,
});
const chanceOf = (about: Partial<NamedProduct>) => readKind(product(about))?.chance;
const nameOf = (about: Partial<NamedProduct>) => readKind(product(about))?.kind.name;

describe('used up, by the title alone', () => {
  test.each([
    'Solgar Gentle Iron 25 mg 90 Vegcaps',
    'thorne iron bisglycinate 60 caps.',
    'Bone & Heart Support',
    'Dental chew for skin and coat',
    'Dish Washing Liquid 1L',
    'Espresso capsules, box of 10',
    'Dishwasher Tabs 60',
    'Coffee Filter Papers Size 4',
    'House Blend Coffee',
    'Unbleached Paper Filters',
    'Toothpaste Tablets, Mint',
    'Water filter cartridges 3 pack',
    'Refill for soap dispenser, lavender hand soap',
    'Eisenbisglycinat Kapseln, 90 Stück',
    'Kauknochen für Hunde, Zahnpflege',
    'Geschirrspültabs All in One 60 Stück',
    'Espressokapseln Lungo, 50 Kapseln',
    'Premium Windeln Größe 4',
    'Bio Katzenstreu 10 l',
    'Fer bisglycinate 60 gélules',
    'Friandises dentaires pour chien',
    'Liquide vaisselle citron 1 L',
    'Pastilles lave-vaisselle tout en un',
    'Capsules de café compatibles x50',
    'Croquettes pour chat stérilisé 4 kg',
    'Pastillas para lavavajillas 40 uds',
    'Cápsulas de café espresso',
    'Pastiglie lavastoviglie limone',
    'Caffè in grani 1 kg',
    'Vaatwastabletten citroen',
    'Hondensnacks voor gebit',
  ])('%s', (title) => {
    expect(chanceOf({ title })).toBeGreaterThan(0.6);
  });
});

describe('kept, whatever goes into it', () => {
  test.each([
    'Electric Burr Grinder',
    'Stone Soap Dish',
    'Cast Iron Teapot',
    'French Press 1 l',
    'Coffee Mug',
    'Kaffeemühle elektrisch',
    'Seifenschale aus Holz',
    'Kerzenhalter Messing',
    'Moulin à café manuel',
    'Porte-savon en céramique',
    'Porte-bougie en laiton',
    'Molinillo de café manual',
    'Portasapone in legno',
    'Koffiemok van keramiek',
  ])('%s', (title) => {
    expect(chanceOf({ title })).toBeLessThan(0.35);
    expect(chanceOf({ title, productType: 'Coffee' })).toBeLessThan(0.5);
  });
});

test.each([
  'Wooden hairbrush with boar bristles',
  'Holzhaarbürste mit Naturborsten',
  'Brosse à cheveux en bois',
  'Cepillo de pelo de madera',
  'Spazzola per capelli in legno',
  'Houten haarborstel',
])('a hairbrush is of its own kind: %s', (title) => {
  expect(nameOf({ title })).toBe('brushes and combs');
});

describe('the category decides first', () => {
  it('over what title and type resemble', () => {
    const reading = readKind(
      product({
        title: 'Coffee Mug',
        productType: 'Mugs',
        categoryId: 'fb-1-3',
        categoryName: 'Food > Beverages > Coffee',
      }),
    );
    expect(reading).toMatchObject({ kind: { name: 'coffee' }, from: 'category', words: 'Coffee' });
  });

  it('but a whole department says nothing', () => {
    const about = { title: 'Wooden hairbrush', categoryId: 'hb', categoryName: 'Health & Beauty' };
    expect(readKind(product(about))).toMatchObject({ kind: { name: 'brushes and combs' }, from: 'title' });
    expect(nameOf({ title: 'Wooden hairbrush', categoryId: 'na', categoryName: 'Uncategorized' })).toBe(
      'brushes and combs',
    );
  });

  it('and one newer than our table is read by its name', () => {
    const about = { title: 'Sunrise', categoryId: 'hb-99', categoryName: 'Health & Beauty > Toothpaste' };
    expect(readKind(product(about))).toMatchObject({
      ...{ kind: { name: 'oral care' }, from: 'category', words: 'Toothpaste' },
    });
  });

  it('however its id is written, and without a name it says none', () => {
    const about = { title: 'Coffee Mug', categoryId: ' FB-1-3 ' };
    expect(readKind(product(about))).toMatchObject({ kind: { name: 'coffee' }, from: 'category', words: '' });
  });
});

describe('product type and title together', () => {
  it('a type alone', () => {
    const reading = readKind(product({ title: 'Acme 1-Day', productType: 'Contact Lenses' }));
    expect(reading).toMatchObject({ kind: { name: 'contact lenses and eye care' }, words: 'Contact Lenses' });
    expect(nameOf({ productType: 'Contact Lenses' })).toBe('contact lenses and eye care');
  });

  it.each(['Sale', 'Home page', 'Bestsellers', 'Neuheiten', 'Accueil'])(
    'a type that says nothing: %s',
    (productType) => {
      expect(nameOf({ title: 'Dish Washing Liquid 1L', productType })).toBe('laundry and dishes');
      expect(nameOf({ title: 'Wooden hairbrush', productType })).toBe('brushes and combs');
    },
  );

  it('a type of things to keep means it', () => {
    expect(chanceOf({ title: 'Coffee First', productType: 'Mugs' })).toBeLessThan(0.5);
    expect(chanceOf({ title: 'Red Wine Tee', productType: 'T-Shirts' })).toBeLessThan(0.3);
  });

  it('tags, where neither tells', () => {
    expect(readKind(product({ title: 'Sunrise', tags: ['Dog food', 'sale'] }))).toMatchObject({
      kind: { name: 'pet food' },
      from: 'tags',
    });
  });
});

it.each([
  ...['', '!!!', '12345', 'Sunrise', 'Number 7', '茶'],
  // Nothing was learned of these scripts.
  ...[
    'コーヒー豆',
    'UCC コーヒー',
    'コーヒーフィルター',
    'кофе в зернах',
    'Καφές ελληνικός',
    'قهوة عربية',
    '커피 원두',
  ],
])('unsure stays unknown: "%s"', (title) => {
  expect(readKind(product({ title }))).toBeNull();
});

it('what nobody sees changes nothing', () => {
  const [plain, hidden] = ['Zahnpasta', 'Zahn\u00adpas\u200bta'].map((title) => readKind(product({ title })));
  expect(hidden).toEqual(plain);
  expect(plain?.kind.name).toBe('oral care');
});

import { describe, expect, it } from 'vitest';
import { isSensitive, sensitivityOf, type JudgedGoods } from './sensitive-goods';

const goods = (title: string, more: Partial<JudgedGoods> = {}): JudgedGoods => ({
  ...{ title, productType: '', tags: [], categoryId: null, categoryName: null },
  ...more,
});

describe('sensitive, by its words', () => {
  it.each([
    ...['Early Pregnancy Test, 2 pack', 'Incontinence pads, night', 'Head Lice Lotion', 'Haemorrhoid cream'],
    ...['Condoms, ribbed', 'CBD oil 10 %', 'Rolling Tobacco', 'At-home STI test kit', 'Yeast-Infection Gel'],
    ...[
      'Sanitary Pads 14 pack',
      'Sanitary towels with wings',
      'Period pads, organic cotton',
      'Panty-liners 40',
    ],
    ...['Water based lubricant 100 ml', 'Bladder control underwear M', 'Menstrual cup', 'Feminine wash'],
    ...[
      'Kondome extra dünn 12 Stück',
      'Schwangerschaftstest Frühtest',
      'Inkontinenzeinlagen Extra',
      'Gleitgel 100 ml',
    ],
    ...[
      'Damenbinden mit Flügeln',
      'Binden Ultra Normal 16 Stück',
      'Premium-Inkontinenzslips',
      'Slipeinlagen',
      'Läusemittel',
    ],
    ...[
      'Préservatifs x12',
      'Test de grossesse',
      'Serviettes hygiéniques nuit',
      'Protège-slips',
      'Lubrifiant intime 50 ml',
    ],
    ...['Culottes fuites urinaires taille L', 'Tampons super avec applicateur', 'Anti-poux shampooing'],
    ...[
      'Preservativos sensitivo',
      'Test de embarazo',
      'Compresas con alas',
      'Lubricante íntimo',
      'Pañales adulto noche',
    ],
    ...[
      'Preservativi classici',
      'Test di gravidanza',
      'Assorbenti con ali',
      'Lubrificante intimo',
      'Pannoloni notte',
    ],
    ...['Serviettes menstruelles lavables', 'Shampooing anti-chute', 'Serviettes flux abondant x10'],
    ...[
      'Couches-culottes adulte L',
      'Nicotinell Pflaster',
      'Suppositoires 10',
      'Hämorrhoiden-Zäpfchen',
      'Underpads 60 x 90',
    ],
    ...['Condooms 10 stuks', 'Zwangerschapstest', 'Maandverband nacht', 'Glijmiddel', 'Incontinentieverband'],
  ])('%s', (title) => {
    expect(isSensitive(goods(title))).toBe(true);
  });
});

describe('what only sounds so is not', () => {
  it.each([
    ...[
      'House Blend coffee',
      'Slice of lemon cake',
      'Police mug',
      'Adult dog food, chicken 2 kg',
      'Still water',
    ],
    ...['Dry food for cats, adult 3 kg', 'Sensitive skin cream', 'Stewart tea', 'Alice in Wonderland mug'],
    ...[
      'Warthog plush',
      'Licensed colouring book for adults',
      'Chain lubricant for bikes',
      'Silicone lubricant spray',
    ],
    ...[
      'A pad of paper, A4',
      'Make-up pads',
      'Nursing pads',
      'Heating pad',
      'Water test kit for aquariums',
      'Sanitary ware cleaner',
    ],
    ...[
      'Sanitärreiniger 1 l',
      'Kettenschmiermittel Fahrrad',
      'Schmiermittel',
      'Elastische Binde 6 cm',
      'Kranz zum Binden',
    ],
    ...['Buch zum Einbinden', 'Windeln Größe 4', 'Abschminkpads waschbar', 'Allergietest Buch'],
    ...[
      'Croquettes chien adulte',
      'Écran 27 pouces',
      'Tampon encreur',
      'Lubrifiant chaîne vélo',
      'Test piscine pH',
      'Serviettes en papier',
    ],
    ...[
      'Lubricante para cadena',
      'Pienso perro adulto',
      'Tappetini assorbenti per cani',
      'Lubrificante catena',
      'Kettingsmeermiddel',
    ],
  ])('%s', (title) => {
    expect(isSensitive(goods(title))).toBe(false);
  });
});

describe('a word with two meanings is told by its company', () => {
  it.each([
    ...['Cigarette trousers', 'Pantalon cigarette noir', 'Zigarettenhose Damen', 'Pantaloni a sigaretta'],
    ...['Pantalón cigarrillo', 'USB charger for the cigarette socket', 'Cigarettes russes biscuits'],
    ...[
      'Tobacco & vanilla candle',
      'Duftkerze Tabak und Leder',
      'Bougie tabac blond',
      'Ledergürtel tabakbraun',
    ],
    ...['Abflussreiniger gegen Verstopfung', 'Rohrfrei bei Verstopfungen', 'Zäpfli Spitzbuben'],
    ...[
      'Thrush bird seed',
      'Song thrush print',
      'Warzenmelone Samen',
      'Warzenschwein Plüsch',
      'Wart-hog plush',
    ],
    ...[
      'Chain lube',
      'Wet lube for bikes',
      'Krytox switch lube',
      'Soil fertility booster',
      'Engrais fertilité sol',
    ],
    ...['Zumos puros de manzana', 'Harnais anti-chute', 'Barrière antichute lit enfant', 'Arnés anticaída'],
    ...['Imbracatura anticaduta', 'Condominium board game', 'Manuale del condominio', 'Kondominium-Handbuch'],
    ...['Subaru WRX STI mug', 'Concrete vibrator 2 m', 'Hydration bladder leakproof 2 l', 'Slimming jeans'],
    ...['Kapuze zum Abnehmen', 'Leder-Scheiden für Messer', 'Afval scheiden bak', 'Tampones para los oídos'],
    ...[
      'Compresas frío calor gel',
      'Dog incontinence pads',
      'Inkontinenzwindel für Hunde',
      'Poux rouges poules',
    ],
    ...['Lice powder for chickens', 'Motorbike protective underwear', 'Preservative-free eye drops'],
    ...['Sanitary towel rail', 'Sanitary silicone sealant', 'Tabac Original After Shave', 'Tampon buvard'],
    ...[
      'Inlegkruisjes voor honden',
      'Fishing reel lubricant',
      'Lubrifiants pour cuivres',
      'Tampons de polissage',
    ],
    ...[
      'Tamponi rapidi Covid',
      'Vibradores industriales',
      'Tamponi assorbenti per scrivanie',
      'Pantaloni dimagranti',
    ],
    ...['Adult cat food', 'Mature cheddar', 'Sensitive hand cream'],
  ])('%s is not sensitive', (title) => {
    expect(sensitivityOf(goods(title))).toMatchObject({ isSensitive: false });
  });

  it.each([
    ...[
      'Cigarettes, carton of 10',
      'E-Zigarette Starter-Set',
      'Sigaretten 20 stuks',
      'Cigares cubains',
      'Tabaco de liar',
    ],
    ...[
      'Tee gegen Verstopfung',
      'Thrush cream',
      'Grapefruit seed extract for thrush',
      'Wart remover',
      'Warzenmittel',
    ],
    ...[
      'Skin friendly lubricant',
      'Lubricant, multipack',
      'Lube 50 ml',
      'Fertility test',
      'Solgar Fertility',
    ],
    ...['Plant-based fertility supplement', 'Puros habanos', 'Shampooing antichute', 'Champú anticaída'],
    ...[
      'Shampoo anticaduta',
      'Complément cheveux anti-chute',
      'Condón extra fino',
      'Vibrador rosa',
      'Vibratore',
    ],
    ...[
      'Scheidenpilz Creme',
      'Abnehmen Tee',
      'Verrugas stick',
      'Wrattenstift',
      'Wratten weg',
      'Catheter bag',
    ],
    ...[
      'A. Vogel Tropfen bei Verstopfung',
      'Hundert Inkontinenzeinlagen',
      'Piojos champú',
      'Waterproof bladder pad',
    ],
  ])('%s is', (title) => {
    expect(sensitivityOf(goods(title))).toMatchObject({ isSensitive: true });
  });

  it('a tag by the title and the type', () => {
    const about = { productType: 'Candles', tags: ['Tobacco'] };
    expect(isSensitive(goods('Amber No. 4', { tags: ['Tobacco'] }))).toBe(true);
    expect(isSensitive(goods('Amber candle', about))).toBe(false);
  });
});

describe('what nobody sees hides nothing', () => {
  it.each([
    ...[
      'Kon\u00addome',
      'Con\u200bdoms',
      'Co\u2060nd\ufeffoms 12',
      'C\u034fondoms',
      'Ｃｏｎｄｏｍｓ',
      'C\u0301ondoms',
    ],
    `${'\u200b'.repeat(400)}Condoms`,
  ])('%j', (title) => {
    expect(isSensitive(goods(title))).toBe(true);
  });

  it('nor do signs that unfold into many letters take long', () => {
    expect(isSensitive(goods('\ufdfa'.repeat(300)))).toBe(false);
  });
});

describe('labels of one word', () => {
  it.each([
    ['Royal cat kibble', { tags: ['Adult'], categoryId: 'ap-2-3-4' }],
    ['Cheddar', { tags: ['Mature'], categoryId: 'fb-2-3' }],
    ['Trail shirt', { productType: 'Adult', categoryId: 'aa-1-13' }],
    ['Hand cream', { tags: ['Sensitive'], productType: 'Sensitive' }],
    ['Dry cat food with chicken', { tags: ['Adult'] }],
    ['Mature cheddar cheese', { productType: 'Mature' }],
  ])('say nothing of %s %j', (title, about) => {
    expect(sensitivityOf(goods(title, about))).toEqual({ isSensitive: false, by: null, words: '' });
  });

  it.each([
    ['Moonlight', { tags: ['Adult'] }],
    ['Moonlight', { productType: '18+' }],
    ['Moonlight', { tags: ['Adults only'], categoryId: 'na', categoryName: 'Uncategorized' }],
    ['Magazine', { tags: ['Adult'] }],
    ['Massage oil', { categoryName: 'Mature > Body' }],
  ])('are believed where nothing else tells: %s %j', (title, about) => {
    expect(isSensitive(goods(title, about))).toBe(true);
  });
});

describe('the merchant’s own tags', () => {
  it('beat everything, and to hide beats to show', () => {
    const about = (...tags: string[]) => sensitivityOf(goods('Condoms', { tags, categoryId: 'fb-1-3' }));
    expect(about('larder-not-sensitive')).toEqual({
      ...{ isSensitive: false, by: 'own-tag', words: 'larder-not-sensitive' },
    });
    expect(about('larder-not-sensitive', ' Larder-Sensitive')).toMatchObject({ isSensitive: true });
    expect(sensitivityOf(goods('Plain tea', { tags: ['larder-sensitive'] }))).toEqual({
      ...{ isSensitive: true, by: 'own-tag', words: 'larder-sensitive' },
    });
    expect(isSensitive(goods('Plain tea', { tags: ['sensitive'] }))).toBe(false);
  });
});

it.each([
  ['Box', { productType: 'Incontinence' }, 'type', 'Incontinence'],
  ['Box', { tags: ['new', 'sexual health'] }, 'tag', 'sexual'],
  ['Box', { categoryName: 'Health > Ostomy supplies' }, 'category', 'Ostomy'],
  [
    'Box',
    { categoryId: 'hb-3-13', categoryName: 'Health > Personal Lubricants' },
    'category',
    'Personal Lubricants',
  ],
  ['12 Préservatifs, fins', {}, 'title', 'Préservatifs'],
  ['Sanitary-Towels long', {}, 'title', 'Sanitary Towels'],
  ['Magazine', { tags: ['Adult'] }, 'tag', 'Adult'],
] as const)('says what it rests on: %s %j', (title, about, by, words) => {
  expect(sensitivityOf(goods(title, about))).toEqual({ isSensitive: true, by, words });
});

it.each([
  ['Dog pads for incontinence', 'ap-2-3'],
  ['Lube for every ride', 'vp-1'],
])('in a category of things of another sort a word means something else: %s', (title, categoryId) => {
  expect(isSensitive(goods(title, { categoryId }))).toBe(false);
});

it('believes type, tags and category', () => {
  expect(isSensitive(goods('Comfort pads', { productType: 'Incontinence' }))).toBe(true);
  expect(isSensitive(goods('Comfort pads', { tags: ['sexual health'] }))).toBe(true);
  expect(isSensitive(goods('Comfort pads', { categoryName: 'Health > Ostomy supplies' }))).toBe(true);
});

it('the taxonomy says it whatever the title, and a department says nothing', () => {
  const about = (categoryId: string, categoryName: string) =>
    isSensitive(goods('Moonlight', { categoryId, categoryName }));
  expect(about('hb-3-8-4-2', 'Health & Beauty > Personal Care > Menstrual Pads & Protectors')).toBe(true);
  expect(about('hb-3-13', 'Health & Beauty > Personal Care > Personal Lubricants')).toBe(true);
  expect(about('fb-3-4', 'Food, Beverages & Tobacco > Tobacco Products > Cigars')).toBe(true);
  expect(about('fb-1-14', 'Food, Beverages & Tobacco > Beverages > Tea & Infusions')).toBe(false);
  expect(about('ha-1-4', 'Hardware > Building Consumables > Lubricants')).toBe(false);
});

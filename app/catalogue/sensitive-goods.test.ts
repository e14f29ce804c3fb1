import { describe, expect, it } from 'vitest';
import { isSensitive, type JudgedGoods } from './sensitive-goods';

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

it("believes type, tags, category and the merchant's own tag", () => {
  expect(isSensitive(goods('Comfort pads', { productType: 'Incontinence' }))).toBe(true);
  expect(isSensitive(goods('Comfort pads', { tags: ['sexual health'] }))).toBe(true);
  expect(isSensitive(goods('Magazine', { tags: ['Adult'] }))).toBe(true);
  expect(isSensitive(goods('Comfort pads', { categoryName: 'Health > Ostomy supplies' }))).toBe(true);
  expect(isSensitive(goods('Plain tea', { tags: ['Sensitive '] }))).toBe(true);
});

it('the taxonomy says it whatever the title, and a department says nothing', () => {
  const about = (categoryId: string, categoryName: string) =>
    isSensitive(goods('Moonlight', { categoryId, categoryName }));
  expect(about('hb-3-8-4-2', 'Health & Beauty > Personal Care > Menstrual Pads & Protectors')).toBe(true);
  expect(about('hb-3-13', 'Health & Beauty > Personal Care > Personal Lubricants')).toBe(true);
  expect(about('fb-3-4', 'Food, Beverages & Tobacco > Tobacco Products > Cigars')).toBe(true);
  expect(about('fb-1-14', 'Food, Beverages & Tobacco > Beverages > Tea & Infusions')).toBe(false);
  expect(about('ha-1-4', 'Hardware > Building Consumables > Lubricants')).toBe(false);
  expect(isSensitive(goods('Massage oil', { categoryName: 'Mature > Body' }))).toBe(true);
});

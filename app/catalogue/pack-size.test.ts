import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPackSize, fromMeasurement, readPackSize } from './pack-size';

describe('the size a text speaks of', () => {
  it.each([
    ['500 g', 500, 'g'],
    ['1 L', 1000, 'ml'],
    ['12 OZ', 340.194, 'g'],
    ['12 fl oz', 354.882, 'ml'],
    ['22 LB', 9979.032, 'g'],
    ['15-LB BAG', 6803.886, 'g'],
    ['1.5kg bag', 1500, 'g'],
    ['30 ct', 30, 'items'],
    ['Vitamin B12 90 tablets', 90, 'items'],
    ['Omega-3 1000 mg 60 softgels', 60, 'items'],
    ['200 OZ/48 LD', 5669.905, 'g'],
    ['1 dozen', 12, 'items'],
    ['HALF GAL', 1892.706, 'ml'],
    ['20 CT/13 GAL', 20, 'items'],
  ])('%s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['2 x 30 capsules', 60, 'items'],
    ['2×250ml', 500, 'ml'],
    ['2x500g', 1000, 'g'],
    ['330 ml x 24', 7920, 'ml'],
    ['6 PK 12 OZ', 2041.166, 'g'],
    ['12 OZ/6 PK', 2041.166, 'g'],
    ['6/12 OZ', 2041.166, 'g'],
    ['24-12 OZ', 8164.663, 'g'],
    ['144 OZ/12 PK', 4082.331, 'g'],
    ['Pack of 3, 30-count', 90, 'items'],
    ['Lot de 3 savons 100 g', 300, 'g'],
    ['3 x House Blend 250 g', 750, 'g'],
    ['12 cans, 330 ml', 3960, 'ml'],
    ['6er-Pack', 6, 'items'],
  ])('packs multiply: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['½ lb', 226.796, 'g'],
    ['1½ kg', 1500, 'g'],
    ['10 3/4 OZ', 304.757, 'g'],
    ['8-7/8 oz', 251.602, 'g'],
    ['1/2 GAL', 1892.706, 'ml'],
    ['1 LB 4 OZ', 566.99, 'g'],
  ])('fractions and rests: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['0,75 l', 750, 'ml'],
    ['0,750 l', 750, 'ml'],
    ['1,500 g', 1500, 'g'],
    ['Kaffeebohnen 1.000 g', 1000, 'g'],
    ['１２０ｇ', 120, 'g'],
    ['60 Kapseln', 60, 'items'],
    ['90 gélules', 90, 'items'],
    ['500 г', 500, 'g'],
    ['3 Stück', 3, 'items'],
  ])('as written elsewhere: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['12 oz (340 g)', 340, 'g'],
    ['12 OZ/355 ML', 355, 'ml'],
    ['Coffee 1 kg (4 x 250 g)', 1000, 'g'],
    ['Yoghurt (4 x 125 g)', 500, 'g'],
  ])('the same size said twice: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['Huggies Nappies Size 4 (9-14kg) 44 Pack', 44, 'items'],
    ['Pampers Größe 5, 11-16 kg, 144 Windeln', 144, 'items'],
    ['Spot On Hund S 2-10 kg 3 Pipetten', 3, 'items'],
    ['Adult bis 10 kg 8 kg', 8000, 'g'],
    ['Couches Taille 4 9-14 kg x 92', 92, 'items'],
    ['Pants 15kg+ 26 St.', 26, 'items'],
  ])("the wearer's or animal's weight is no content: %s", (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['60 Veg Capsules', 60, 'items'],
    ['80 Tea Bags', 80, 'items'],
    ['75 Dishwasher Tablets', 75, 'items'],
    ['75 All in One Dishwasher Tablets', 75, 'items'],
    ['24 Toilet Rolls', 24, 'items'],
    ['30 magensaftresistente Kapseln', 30, 'items'],
    ['80 dosettes souples', 80, 'items'],
    ['60 x Vegan Capsules', 60, 'items'],
    ['60 Waschladungen', 60, 'items'],
  ])('words between number and noun: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['90 vegcaps', 90, 'items'],
    ['60 vcaps', 60, 'items'],
    ['100 tabl.', 100, 'items'],
    ['6 lenses', 6, 'items'],
    ['12 eggs', 12, 'items'],
    ['10 packets', 10, 'items'],
    ['5 gall', 18927.059, 'ml'],
    ['39 S', 39, 'items'],
    ["12'S", 12, 'items'],
    ['64s', 64, 'items'],
    ['72 Stk', 72, 'items'],
    ['56 couches', 56, 'items'],
    ['30 lavages', 30, 'items'],
  ])('names of units: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['Whey 25g Protein per serving Chocolate 1kg', 1000, 'g'],
    ['Protein Bar 20 g Protein 12 Count', 12, 'items'],
    ['Creatine 5 g per scoop 300 g', 300, 'g'],
    ['1kg Protein Powder', 1000, 'g'],
    ['1000 Sheets Per Roll 20 Rolls', 20, 'items'],
    ['p-5-p 50 mg 100 tabl.', 100, 'items'],
    ['Omega3 Capsules 90 ct', 90, 'items'],
    ['Omega 3 6 9 120 Softgels', 120, 'items'],
    ['Nappies Size 4', null, null],
    ['CoQ10 Capsules', null, null],
    ['3-in-1 Dishwasher Tabs', null, null],
    ["50's Christmas gift bag", null, null],
    ['Ripen® 0.5-7-6 Gallon', 3785.412, 'ml'],
    ['Bloom Nutrient Qt.', 946.353, 'ml'],
  ])('a dose, a label and a number in a name are no content: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual(amount === null ? null : { amount, unit });
  });

  it.each([
    ['6Pk 6X32g', 192, 'g'],
    ['4 Bottles (240 Capsules)', 240, 'items'],
    ['Breakfast 80 Tea Bags 80pk', 80, 'items'],
    ['Cadbury Double Decker 4 Pack 218G', 218, 'g'],
    ['Smoothie 4 Pack 720ml', 720, 'ml'],
    ['Wafers 6 Pack 11.16 oz', 316.381, 'g'],
    ['Cola 24 Pack 330ml', 7920, 'ml'],
    ['Pouches 12 Pack 85g', 1020, 'g'],
    ['8er Pack 8 x 1l', 8000, 'ml'],
  ])('packs said twice, and what all of them hold: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['Case - six 20 ct boxes', 120, 'items'],
    ['Twinpack 500 ml', 1000, 'ml'],
    ['Doppelpack 2 x 400 g', 800, 'g'],
    ['Pack of six', 6, 'items'],
    ['10 sachets x 5g', 50, 'g'],
    ['4 шт х 400г', 1600, 'g'],
    ['20 Beutel à 3 g', 60, 'g'],
    ['6 Dosen à 800 g', 4800, 'g'],
    ['Clipper Earl Grey x80 Tea Bags 250g', 250, 'g'],
    ['Clipper x80 Somethings 250g', 250, 'g'],
    ['Lingettes lot de 3 x 70', 210, 'items'],
    ['Wipes 4x72', 288, 'items'],
  ])('numbers written as words, counts of weights: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual({ amount, unit });
  });

  it.each([
    ['Pants M (Free 6 Pcs)', null, null],
    ['80 + 20 Wipes', 100, 'items'],
    ['80 wipes + 20 free', 100, 'items'],
    ['500 ml + 250 ml gratis', 750, 'ml'],
  ])('what is given on top: %s', (text, amount, unit) => {
    expect(readPackSize([text])).toEqual(amount === null ? null : { amount, unit });
  });

  it.each([
    ...[
      '',
      'Default Title',
      'Large',
      'L',
      'Red / M',
      'Series 7',
      '0 g',
      'Size 42',
      '5 x 7 frame',
      '4 x 6 in print',
    ],
    ...['75 x 30 cm', '524751 CTN', 'Vitamin D3 2000 IU', '10 IN', '110 SQ FT', 'MENS 9-12', '-', '1/0 g'],
  ])('%j speaks of none', (text) => {
    expect(readPackSize([text])).toBeNull();
  });

  it('reads the variant before the product', () => {
    expect(readPackSize(['250 g', 'House Blend 1 kg'])).toEqual({ amount: 250, unit: 'g' });
    expect(readPackSize(['Default Title', 'House Blend 1 kg'])).toEqual({ amount: 1000, unit: 'g' });
    expect(readPackSize(['3-pack', 'Bar soap 100 g'])).toEqual({ amount: 300, unit: 'g' });
  });
});

it("converts Shopify's measurements", () => {
  expect(fromMeasurement(0.5, 'KG')).toEqual({ amount: 500, unit: 'g' });
  expect(fromMeasurement(500, 'MG')).toEqual({ amount: 0.5, unit: 'g' });
  expect(fromMeasurement(33, 'CL')).toEqual({ amount: 330, unit: 'ml' });
  expect(fromMeasurement(2, 'FLOZ')).toEqual({ amount: 59.147, unit: 'ml' });
  expect(fromMeasurement(30, 'ITEM')).toEqual({ amount: 30, unit: 'items' });
  expect(fromMeasurement(2, 'M')).toBeNull();
  expect(fromMeasurement(2, null)).toBeNull();
  expect(fromMeasurement(NaN, 'G')).toBeNull();
  expect(fromMeasurement(-1, 'G')).toBeNull();
});

/** Texts made of what sizes are made of, and anything else. */
const sizeText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.oneof(
        fc.nat(2000).map(String),
        fc.constantFrom(
          ...['/', '-', ' ', 'x', ',', '.', '(', ')', '½', '1/2', 'g', 'kg', 'OZ', 'fl oz', 'ct', 'pk'],
        ),
        fc.constantFrom(...['l', 'pack of', 'in', 'mg', 'lb', '1,5', '0', '%', 'items', 'ga', 'rec', '×']),
      ),
      { maxLength: 60 },
    )
    .chain((parts) => fc.constantFrom('', ' ').map((between) => parts.join(between))),
);

describe('whatever the text', () => {
  it('a size is a positive number of a known unit', () => {
    fc.assert(
      fc.property(fc.array(sizeText, { maxLength: 3 }), (texts) => {
        const pack = readPackSize(texts);
        if (pack === null) return;
        expect(Number.isFinite(pack.amount) && pack.amount > 0).toBe(true);
        expect(['g', 'ml', 'items']).toContain(pack.unit);
      }),
      { numRuns: 2000 },
    );
  });

  it('formatting is read back as the same', () => {
    fc.assert(
      fc.property(sizeText, (text) => {
        const pack = readPackSize([text]);
        if (pack === null) return;
        const words = formatPackSize(pack);
        const again = readPackSize([words]);
        expect(again).not.toBeNull();
        expect(formatPackSize(again!)).toBe(words);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['9/', '1 x ', '(', '12 oz ', '1.', 'a1', '½', '9-', '\u0301', 'fl. ', 'ﷺ'])(
    'a hostile long text of %j ends',
    (part) => {
      const pack = readPackSize([part.repeat(200_000)]);
      expect(pack === null || pack.amount > 0).toBe(true);
    },
  );
});

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
    expect(readPackSize(['1-pack', 'Bar soap'])).toEqual({ amount: 1, unit: 'items' });
    expect(readPackSize(['Bar soap, 1 pack'])).toBeNull();
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

  it.each([
    ...[
      '10 g x ',
      'x80 ',
      '(4 x ',
      '+ 1 ',
      '3+1 x ',
      '80 g/m² ',
      '5er ',
      'lot de 2 ',
      '1 dozen ',
      '9-',
      'g+ ',
      '6 a b de ',
      'n ° ',
    ],
    ...['9/', '1 x ', '(', '12 oz ', '1.', 'a1', '½', '9-', '\u0301', 'fl. ', 'ﷺ'],
  ])('a hostile long text of %j ends', (part) => {
    const pack = readPackSize([part.repeat(200_000)]);
    expect(pack === null || pack.amount > 0).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { fromMeasurement, readPackSize } from './pack-size';

it.each([
  ['500 g', 500, 'g'],
  ['2 x 30 capsules', 60, 'items'],
  ['2×250ml', 500, 'ml'],
  ['1 L', 1000, 'ml'],
  ['12 OZ', 340.194, 'g'],
  ['12 fl oz', 354.882, 'ml'],
  ['0,75 l', 750, 'ml'],
  ['1.5kg bag', 1500, 'g'],
  ['Pack of 3, 30-count', 30, 'items'],
  ['Vitamin B12 90 tablets', 90, 'items'],
])('%s', (text, amount, unit) => {
  expect(readPackSize([text])).toEqual({ amount, unit });
});

it.each(['', 'Default Title', 'Large', 'Red / M', 'Series 7', '0 g', 'Size 42'])(
  '%j speaks of no size',
  (text) => {
    expect(readPackSize([text])).toBeNull();
  },
);

it('reads the variant before the product', () => {
  expect(readPackSize(['250 g', 'House Blend 1 kg'])).toEqual({ amount: 250, unit: 'g' });
  expect(readPackSize(['Default Title', 'House Blend 1 kg'])).toEqual({ amount: 1000, unit: 'g' });
});

it("converts Shopify's measurements", () => {
  expect(fromMeasurement(0.5, 'KG')).toEqual({ amount: 500, unit: 'g' });
  expect(fromMeasurement(33, 'CL')).toEqual({ amount: 330, unit: 'ml' });
  expect(fromMeasurement(2, 'FLOZ')).toEqual({ amount: 59.147, unit: 'ml' });
  expect(fromMeasurement(30, 'ITEM')).toEqual({ amount: 30, unit: 'items' });
  expect(fromMeasurement(2, 'M')).toBeNull();
  expect(fromMeasurement(2, null)).toBeNull();
});

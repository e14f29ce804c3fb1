import { expect, it, test } from 'vitest';
import { familyOf } from './family-of';

test.each([
  ['Ethiopia Coffee 250 g', 'Ethiopia coffee, 1kg'],
  ['Kernseife 100g', 'Kernseife 3 Stück'],
  ['Olive Oil (0,5 l)', 'Olive oil 1 litre'],
  ['Green tea – 20 bags', 'Green tea 2 x 20 bags'],
])('%s and %s are one thing', (first, other) => expect(familyOf(first)).toBe(familyOf(other)));

test.each([
  ['Ethiopia Coffee 250 g', 'Kenya Coffee 250 g'],
  ['Candle No. 5', 'Candle No. 7'],
  ['250 g', '1 kg'],
])('%s and %s are two', (first, other) => expect(familyOf(first)).not.toBe(familyOf(other)));

it('has a family for any title', () => {
  expect(familyOf('☕')).toBe('☕');
  expect(familyOf('緑茶 100g')).toBe('緑茶');
});

import { describe, expect, it } from 'vitest';
import { readAmount, readOrderId, readQuantity } from './numbers';

describe('an order’s id', () => {
  it.each([
    ['5001234567890', 5001234567890n],
    ['5001234567890.0', 5001234567890n],
    ['5001234567890,00', 5001234567890n],
    ['5,001,234,567,890', 5001234567890n],
    ['5.001.234.567.890', 5001234567890n],
    ['5.001234567890E+12', 5001234567890n],
    ['5.00123E+12', 'rounded'],
    ['5,00123E+12', 'rounded'],
    ['5E+12', 'rounded'],
    ['', 'no-number'],
    ['0', 'no-number'],
    ['R100', 'no-number'],
    ['99999999999999999999', 'no-number'],
  ])('%j is %s', (text, id) => expect(readOrderId(text)).toBe(id));
});

describe('a number of items', () => {
  it.each([
    ['2', 2],
    ['2.0', 2],
    ['2,00', 2],
    ['1,000', 1000],
    ['1.000', 'two-ways'],
    ['1.5', 'no-number'],
    ['-1', 'no-number'],
    ['1000001', 'no-number'],
    ['', 'no-number'],
  ])('%j is %s', (text, quantity) => expect(readQuantity(text)).toBe(quantity));
});

/** Whatever looks at one of these again from each of its characters does not come to an end here. */
const LONG = 900_000;
const gap = ' '.repeat(LONG);
it.each([
  `1${gap}x`,
  `-${gap}x`,
  `${gap}€`,
  `1${',234'.repeat(LONG)}x`,
  `1.${'0'.repeat(LONG)}x`,
  `(${')'.repeat(LONG)}x`,
  'EUR'.repeat(LONG),
])('a cell of a million characters is read in one pass (%#)', (text) => {
  for (const read of [readOrderId, readQuantity, (it: string) => readAmount(it, 'GBP')])
    expect(read(text)).toBe('no-number');
});

describe('an amount', () => {
  it.each([
    ['11.50', 'GBP', 1150],
    ['11,50', 'EUR', 1150],
    ['11,5', 'EUR', 1150],
    ['1,234.56', 'GBP', 123_456],
    ['1.234,56', 'EUR', 123_456],
    ['1 234,56', 'EUR', 123_456],
    ['1\u202f234,56', 'EUR', 123_456],
    ['1\u2019234.56', 'CHF', 123_456],
    ['1,234,567.00', 'GBP', 123_456_700],
    ['1,234', 'GBP', 123_400],
    ['1.234', 'GBP', 'two-ways'],
    ['0.500', 'GBP', 50],
    ['1.234', 'KWD', 1234],
    ['1,234', 'KWD', 'two-ways'],
    ['1,234', 'JPY', 1234],
    ['1.234', 'JPY', 1234],
    ['1234', 'JPY', 1234],
    ['1234.0', 'GBP', 123_400],
    ['12345.678', 'GBP', 1_234_568],
    ['£11.50', 'GBP', 1150],
    ['11,50 €', 'EUR', 1150],
    ['EUR 11,50', 'EUR', 1150],
    ['-3.00', 'GBP', -300],
    ['1.2.3', 'GBP', 'no-number'],
    ['1,234.567.890', 'GBP', 'no-number'],
    ['1.23E+03', 'GBP', 'no-number'],
    ['free', 'GBP', 'no-number'],
    ['', 'GBP', 'no-number'],
  ])('%j in %s is %s', (text, currency, minor) => expect(readAmount(text, currency)).toBe(minor));
});

import { expect, it } from 'vitest';
import { parseMoney } from './parse-money';

it.each([
  ['12.50', 'GBP', 1250],
  ['12.5', 'USD', 1250],
  ['0', 'EUR', 0],
  ['0.0', 'EUR', 0],
  ['1200', 'JPY', 1200],
  ['1200.0', 'JPY', 1200],
  ['1.5', 'KWD', 1500],
  ['1.2345', 'KWD', 1235],
  ['0.005', 'GBP', 1],
  ['19.999', 'GBP', 2000],
  ['-3.20', 'GBP', -320],
  ['-0.00', 'GBP', 0],
  ['1.15', 'GBP', 115],
  ['90071992547409.91', 'GBP', 9007199254740991],
])('%s %s is %i minor units', (amount, currency, minor) => {
  expect(parseMoney(amount, currency)).toBe(minor);
});

it.each(['', '1,50', '1e3', 'NaN', '.5', '5.', '90071992547409.92'])('%j is no amount', (amount) => {
  expect(() => parseMoney(amount, 'GBP')).toThrow(/amount/i);
});

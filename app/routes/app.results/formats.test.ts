import { expect, it } from 'vitest';
import { formatsFor } from './formats';

it('writes days and money as the shop’s region does', () => {
  const american = formatsFor({ locale: 'en', currency: 'USD' });
  expect([american.day('2026-12-02'), american.shortDay('2026-12-02')]).toEqual([
    'December 2, 2026',
    'Dec 2',
  ]);
  expect([american.money(1250), american.money(-1234550)]).toEqual(['$12.50', '−$12,346']);
  const german = formatsFor({ locale: 'de', currency: 'EUR' });
  expect([german.day('2026-12-02'), german.money(999)]).toEqual(['2 December 2026', '€9.99']);
  expect(formatsFor({ locale: 'ja', currency: 'JPY' }).money(99)).toBe('¥99');
  expect(formatsFor({ locale: 'not a locale', currency: 'GBP' }).day('2026-12-02')).toBe('2 December 2026');
});

it('keeps the digits of a share that count', () => {
  const { share, change, count } = formatsFor({ locale: 'en-GB', currency: 'GBP' });
  expect([0.12345, 0.0031, 1.5, 0, 0.05].map(share)).toEqual(['12.3%', '0.31%', '150%', '0%', '5%']);
  expect([0.041, -0.2, 0].map(change)).toEqual(['+4.1%', '−20%', '0%']);
  expect([count(1, 'shopper'), count(2000, 'shopper')]).toEqual(['1 shopper', '2,000 shoppers']);
});

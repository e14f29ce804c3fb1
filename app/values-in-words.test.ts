import { expect, it } from 'vitest';
import { dayInWords, englishOf, moneyIn, priceIn, valuesIn } from './values-in-words';

const spaces = (written: string) => written.replace(/[\u00a0\u202f]/g, ' ');

it('writes days and money as the shop’s region does', () => {
  const american = englishOf('en');
  const { day, shortDay } = valuesIn(american);
  expect([day('2026-12-02'), shortDay('2026-12-02')]).toEqual(['December 2, 2026', 'Dec 2']);
  expect([1250, -1234550].map(moneyIn(american, 'USD'))).toEqual(['$12.50', '−$12,346']);
  const german = englishOf('de');
  expect([valuesIn(german).day('2026-12-02'), moneyIn(german, 'EUR')(999)]).toEqual([
    '2 December 2026',
    '€9.99',
  ]);
  expect(moneyIn(englishOf('ja'), 'JPY')(99)).toBe('¥99');
  expect(valuesIn(englishOf('not a locale')).day('2026-12-02')).toBe('2 December 2026');
});

it('keeps the digits of a share that count', () => {
  const { share, change, count } = valuesIn('en-GB');
  expect([0.12345, 0.0031, 1.5, 0, 0.05].map(share)).toEqual(['12.3%', '0.31%', '150%', '0%', '5%']);
  expect([0.041, -0.2, 0].map(change)).toEqual(['+4.1%', '−20%', '0%']);
  expect([count(1, 'shopper'), count(2000, 'shopper')]).toEqual(['1 shopper', '2,000 shoppers']);
});

it('names the year of a day when it is not the one we are in', () => {
  const [lastOf2026, firstOf2027] = [20_818, 20_819];
  const words = (way: string) => [
    dayInWords(way, firstOf2027, lastOf2026),
    dayInWords(way, lastOf2026, firstOf2027),
    dayInWords(way, firstOf2027, firstOf2027),
  ];
  expect(words('en-US')).toEqual(['January 1, 2027', 'December 31, 2026', 'January 1']);
  expect(words('de')).toEqual(['1. Januar 2027', '31. Dezember 2026', '1. Januar']);
  expect(words('fr')).toEqual(['1 janvier 2027', '31 décembre 2026', '1 janvier']);
});

it('writes days and prices as the reader does', () => {
  expect(dayInWords('en-GB', 20_794, 20_788)).toBe('7 December');
  expect(priceIn('en-GB', 'GBP', '1234.5')).toBe('£1,234.50');
  expect(priceIn('en-GB', 'JPY', '900')).toBe('JP¥900');
  expect(spaces(priceIn('de-DE', 'EUR', '7.50'))).toBe('7,50 €');
});

it.each([
  ['HUF', '1235.00', 'HUF 1,235', 'HUF 12'],
  ['COP', '15000.00', 'COP 15,000', '$12'],
  ['IDR', '15000.00', 'IDR 15,000', 'Rp 12'],
  ['KWD', '7.500', 'KWD 7.500', 'KWD 1.200'],
])('writes %s as people there do, alike on pages and in mails', (currency, amount, price, money) => {
  expect(spaces(priceIn('en-GB', currency, amount))).toBe(price);
  expect(spaces(moneyIn('en-GB', currency)(1200)).replace('Ft ', 'HUF ')).toBe(money);
});

it('rounds no price away: hundredths that nobody writes are written where there are some', () => {
  expect(spaces(priceIn('en-GB', 'HUF', '1234.50'))).toBe('HUF 1,234.50');
  expect(spaces(priceIn('de-DE', 'IDR', '99.90'))).toBe('99,90 IDR');
});

import { expect, it } from 'vitest';
import { dayInWords, formatLocale, languageOf, moneyInWords } from './locale';

it('falls back to English for languages and locales nobody knows', () => {
  expect(['de-CH', 'FR', 'ja', '', 'x'].map(languageOf)).toEqual(['de', 'fr', 'en', 'en', 'en']);
  expect([formatLocale('en', 'USD'), formatLocale('en', 'GBP'), formatLocale('not a locale', 'EUR')]).toEqual(
    ['en-US', 'en-GB', 'en-GB'],
  );
});

it('writes days and money as the reader does', () => {
  expect(dayInWords(20_794, 20_788, 'en-GB')).toBe('7 December');
  expect(moneyInWords('1234.5', 'GBP', 'en-GB')).toBe('£1,234.50');
  expect(moneyInWords('900', 'JPY', 'en-GB')).toBe('JP¥900');
});

it('names the year of a day when it is not the one we are in', () => {
  const [lastOf2026, firstOf2027] = [20_818, 20_819];
  const words = (locale: string) => [
    dayInWords(firstOf2027, lastOf2026, locale),
    dayInWords(lastOf2026, firstOf2027, locale),
    dayInWords(firstOf2027, firstOf2027, locale),
  ];
  expect(words('en-US')).toEqual(['January 1, 2027', 'December 31, 2026', 'January 1']);
  expect(words('de')).toEqual(['1. Januar 2027', '31. Dezember 2026', '1. Januar']);
  expect(words('fr')).toEqual(['1 janvier 2027', '31 décembre 2026', '1 janvier']);
});

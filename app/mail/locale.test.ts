import { expect, it } from 'vitest';
import { dayInWords, formatLocale, languageOf, moneyInWords } from './locale';

it('falls back to English for languages and locales nobody knows', () => {
  expect(['de-CH', 'FR', 'ja', '', 'x'].map(languageOf)).toEqual(['de', 'fr', 'en', 'en', 'en']);
  expect([formatLocale('en', 'USD'), formatLocale('en', 'GBP'), formatLocale('not a locale', 'EUR')]).toEqual(
    ['en-US', 'en-GB', 'en-GB'],
  );
});

it('writes days and money as the reader does', () => {
  expect(dayInWords(20_794, 'en-GB')).toBe('7 December');
  expect(moneyInWords('1234.5', 'GBP', 'en-GB')).toBe('£1,234.50');
  expect(moneyInWords('900', 'JPY', 'en-GB')).toBe('JP¥900');
});

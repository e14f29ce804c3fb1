import { expect, it } from 'vitest';
import { directionOf, formatLocale, languageOf } from './locale';

it('falls back to English for languages and locales nobody knows', () => {
  expect(['de-CH', 'FR', 'pt_BR', 'es-MX', 'ja', '', 'x'].map(languageOf)).toEqual([
    ...['de', 'fr', 'en', 'es', 'en', 'en', 'en'],
  ]);
  expect([formatLocale('en', 'USD'), formatLocale('en', 'GBP'), formatLocale('not a locale', 'EUR')]).toEqual(
    ['en-US', 'en-GB', 'en-GB'],
  );
});

it('knows what is written from right to left', () => {
  expect(['he', 'ar-EG', 'fa_IR', 'en', 'it'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
});

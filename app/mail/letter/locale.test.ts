import { expect, it } from 'vitest';
import { formatLocale, languageOf } from './locale';

it('falls back to English for languages and locales nobody knows', () => {
  expect(['de-CH', 'FR', 'ja', '', 'x'].map(languageOf)).toEqual(['de', 'fr', 'en', 'en', 'en']);
  expect([formatLocale('en', 'USD'), formatLocale('en', 'GBP'), formatLocale('not a locale', 'EUR')]).toEqual(
    ['en-US', 'en-GB', 'en-GB'],
  );
});

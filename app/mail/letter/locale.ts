/** The languages that our mails and their pages speak. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Written from right to left (Unicode CLDR, scripts Arab, Hebr, Thaa). */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** The language for a locale such as `de-CH`; English where we have no better one. */
export function languageOf(locale: string): Language {
  const wanted = baseOf(locale);
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

/** In which direction a language is written. @param language as in `lang` of HTML */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(baseOf(language)) ? 'rtl' : 'ltr';
}

function baseOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

/**
 * The locale by which dates and money are written. Bare `en` means American habits only in American money; a locale
 * that Intl does not know becomes English.
 */
export function formatLocale(locale: string, currency: string): string {
  const wanted = locale.replace('_', '-');
  if (wanted.toLowerCase() === 'en') return currency === 'USD' ? 'en-US' : 'en-GB';
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([wanted])[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

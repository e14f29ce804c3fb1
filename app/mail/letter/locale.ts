/** The languages that our mails and their pages speak. */
export const LANGUAGES = ['en', 'de', 'fr'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language for a locale such as `de-CH`; English where we have no better one. */
export function languageOf(locale: string): Language {
  const wanted = locale.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
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

const DAY_MS = 86_400_000;

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

/** `27 November`, and `27 November 2027` from another year. Both are local days counted from 1970-01-01. */
export function dayInWords(day: number, todayOn: number, locale: string): string {
  const isThisYear = yearOf(day) === yearOf(todayOn);
  const year = isThisYear ? undefined : 'numeric';
  const options = { day: 'numeric', month: 'long', year, timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(day * DAY_MS);
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** `£7.50` for a decimal amount as Shopify writes it. */
export function moneyInWords(amount: string, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));
}

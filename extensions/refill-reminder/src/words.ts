/** A text of `locales/` in the shopper's language. */
export function words(key: string, values?: Record<string, string>): string {
  return shopify.i18n.translate(key, values);
}

/** "12 December" in the shopper's language for a day `YYYY-MM-DD`; the day is the shop's, so no time zone moves it. */
export function dayInWords(day: string): string {
  return shopify.i18n.formatDate(new Date(`${day}T12:00:00Z`), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
}

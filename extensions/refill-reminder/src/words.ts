/** A text of `locales/` in the shopper's language. */
export function words(key: string, values?: Record<string, string>): string {
  return shopify.i18n.translate(key, values);
}

/**
 * "12 December" in the shopper's language, "12 December 2027" from another year. Days are `YYYY-MM-DD` and the shop's, so no
 * time zone moves them.
 */
export function dayInWords(day: string, todayOn: string): string {
  const yearOf = (each: string) => each.slice(0, 4);
  return shopify.i18n.formatDate(new Date(`${day}T12:00:00Z`), {
    day: 'numeric',
    month: 'long',
    year: yearOf(day) === yearOf(todayOn) ? undefined : 'numeric',
    timeZone: 'UTC',
  });
}

/** What a shopper holds in the hand, as far as results part them by it; empty when unknown. */
export type Device = 'mobile' | 'desktop' | '';

/** By the browser's own word: phones and tablets say "Mobi" or "Android" (MDN, browser detection using the user agent). */
export function deviceOf(userAgent: string | null | undefined): Device {
  if (!userAgent?.startsWith('Mozilla/')) return '';
  return /Mobi|Android|iPad/.test(userAgent) ? 'mobile' : 'desktop';
}

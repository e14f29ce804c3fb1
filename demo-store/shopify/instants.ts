/** An instant as Shopify's GraphQL writes it: UTC, whole seconds. */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The same, null staying null. */
export function isoSecondsOrNull(at: number | null): string | null {
  return at === null ? null : isoSeconds(at);
}

/** Epoch ms without the fraction of a second that Shopify never shows. */
export function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as Shopify's webhooks write it: local time of the shop with its offset, `2026-11-20T09:00:00-05:00`. */
export function zonedIso(at: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const offset = name === 'GMT' ? '+00:00' : name.replace('GMT', '');
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  return `${new Date(at + minutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}

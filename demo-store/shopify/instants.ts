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

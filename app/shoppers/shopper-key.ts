/** `checkout`: a checkout token, for a shopper of whom nothing else is known yet. `erased`: a random id with no way back. */
export const KEY_KINDS = ['browser', 'account', 'checkout', 'erased'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** Why two keys belong together. Facts only, no guessing by device or address. */
export const LINK_SOURCES = ['sign-in', 'order', 'mail-link'] as const;
export type LinkSource = (typeof LINK_SOURCES)[number];

/** One way in which we know a shopper, as the outside world names it. */
export interface ShopperName {
  readonly kind: KeyKind;
  /** Browser id, customer id in decimal, or checkout token. */
  readonly value: string;
}

/** A random id of 128 bits in base64url, as browsers and page views carry it. */
export function isRandomId(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text);
}

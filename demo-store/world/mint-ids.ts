import type { Id } from './types';

/** What gets an id of its own. Each kind counts in its own range beyond 2^53, where a double can no longer tell neighbours apart. */
type IdKind =
  | 'shop'
  | 'product'
  | 'variant'
  | 'customer'
  | 'order'
  | 'line'
  | 'refund'
  | 'plan'
  | 'fulfillment'
  | 'discount';

const PREFIXES: Readonly<Record<IdKind, string>> = {
  shop: '91',
  product: '92',
  variant: '93',
  customer: '94',
  order: '95',
  line: '96',
  refund: '97',
  plan: '98',
  fulfillment: '99',
  discount: '81',
};
const DIGITS_AFTER_PREFIX = 14;

/** How many ids of each kind have been given out. */
export type IdCounts = Record<IdKind, number>;

export function noIdsYet(): IdCounts {
  return {
    shop: 0,
    product: 0,
    variant: 0,
    customer: 0,
    order: 0,
    line: 0,
    refund: 0,
    plan: 0,
    fulfillment: 0,
    discount: 0,
  };
}

/** Gives out the next id of a kind and counts it. */
export function mintId(counts: IdCounts, kind: IdKind): Id {
  const id = idAt(kind, counts[kind]);
  counts[kind] += 1;
  return id;
}

/** The id that a kind gives out at a place (0 for the first). */
export function idAt(kind: IdKind, place: number): Id {
  return PREFIXES[kind] + String(place + 1).padStart(DIGITS_AFTER_PREFIX, '0');
}

/** The place of an id within its kind; the inverse of `idAt`. */
export function placeOf(kind: IdKind, id: Id): number {
  return Number(id.slice(PREFIXES[kind].length)) - 1;
}

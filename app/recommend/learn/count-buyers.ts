import type { Baskets } from './baskets';

/** How many days "lately" is; the days before them are what it is held against. */
export const LATELY_DAYS = 28;

/** Buyers of each product: one is one, however often they bought it. */
export interface BuyerCounts {
  /** Up to the day. */
  readonly ever: Int32Array;
  /** In the 28 days up to it, and in the 28 before those. */
  readonly lately: Int32Array;
  readonly before: Int32Array;
  /** People who bought anything at all. */
  readonly people: { readonly ever: number; readonly lately: number; readonly before: number };
}

/** @param untilOn the last day that is known */
export function countBuyers<Id>(baskets: Baskets<Id>, untilOn: number): BuyerCounts {
  const products = baskets.products.length;
  const [ever, lately, before] = [
    new Int32Array(products),
    new Int32Array(products),
    new Int32Array(products),
  ];
  const people = { ever: 0, lately: 0, before: 0 };
  for (let buyer = 0; buyer + 1 < baskets.from.length; buyer += 1) {
    const any = { ever: 0, lately: 0, before: 0 };
    const [start, end] = [baskets.from[buyer]!, baskets.from[buyer + 1]!];
    for (let at = start; at < end;) {
      const product = baskets.product[at]!;
      const seen = { ever: 0, lately: 0, before: 0 };
      for (; at < end && baskets.product[at] === product; at += 1) {
        const ago = untilOn - baskets.day[at]!;
        if (ago < 0) continue;
        seen.ever = 1;
        if (ago < LATELY_DAYS) seen.lately = 1;
        else if (ago < 2 * LATELY_DAYS) seen.before = 1;
      }
      ever[product]! += seen.ever;
      lately[product]! += seen.lately;
      before[product]! += seen.before;
      any.ever ||= seen.ever;
      any.lately ||= seen.lately;
      any.before ||= seen.before;
    }
    people.ever += any.ever;
    people.lately += any.lately;
    people.before += any.before;
  }
  return { ever, lately, before, people };
}

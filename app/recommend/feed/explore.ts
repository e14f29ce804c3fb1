import { bucketOf } from '../../holdout/bucket';

/** Whose list this is: the same seed always gives the same list. */
export interface ListSeed {
  readonly shop: string;
  /** Which list, as the caller names it: another letter, other ties. */
  readonly list: string;
  /** Whom it is for, as a key; any constant for a stranger. */
  readonly shopper: string;
}

/** One slot of so many shows what the ranking would not. */
const EXPLORES = 5;

/** A number from 0 to 9,999 by a keyed hash, for ties and choices: no randomness. */
export function draw(seed: ListSeed, what: string): number {
  return bucketOf(`recommend:${seed.shop}:${seed.list}:`, `${seed.shopper}:${what}`);
}

/**
 * Whether a slot explores. A shopper's first such slot is drawn among five, and then it is every fifth: of four items four
 * shoppers in five have one, nobody has two, and over all shoppers it is one item in five.
 */
export function explores(seed: ListSeed, slot: number): boolean {
  return (slot + draw(seed, 'slot')) % EXPLORES === 0;
}

/** In an order drawn for this shopper and list. */
export function shuffled<Id>(ids: readonly Id[], seed: ListSeed): readonly Id[] {
  const drawn = new Map(ids.map((id) => [id, draw(seed, `explore:${String(id)}`)]));
  return [...ids].sort((a, b) => drawn.get(a)! - drawn.get(b)!);
}

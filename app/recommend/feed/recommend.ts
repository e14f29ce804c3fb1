import { mayBeShown, type ShownProduct } from '../../catalogue/may-be-shown';
import { explores, shuffled, type ListSeed } from './explore';
import { familyOf } from './family-of';
import type { Candidate, ItemReason } from './rank-candidates';

/** A product as the catalogue has it now. */
export interface ProductFacts extends ShownProduct {
  readonly title: string;
  /** The variant that would be put into the cart; null when none is for sale. */
  readonly variantId: bigint | null;
  readonly isGiftCard: boolean;
  readonly requiresSellingPlan: boolean;
}

export interface OwnedProduct<Id> {
  readonly productId: Id;
  /** Null when the catalogue has lost it. */
  readonly title: string | null;
  readonly isUsedUp: boolean;
}

export interface RecommendInput<Id> {
  /** Best first (rank-candidates), with what fills up behind them. */
  readonly ranked: readonly Candidate<Id>[];
  /** For the slot in five: the merchant's own picks, and what is rising. */
  readonly editorial: readonly Id[];
  readonly rising: readonly Id[];
  readonly owned: readonly OwnedProduct<Id>[];
  /** Of everything that may come up; what has no facts is not shown. */
  readonly facts: ReadonlyMap<Id, ProductFacts>;
  readonly count: number;
  readonly seed: ListSeed;
}

export interface RecommendedItem<Id> {
  readonly productId: Id;
  readonly variantId: bigint;
  readonly reason: ItemReason<Id>;
}

/** Rising products that a slot may choose among. */
const RISING_CHOICE = 10;

/**
 * What fits next, in its order: never what they own unless it is used up, never anything delicate, sold out or hidden, and
 * no product twice, in whatever size. Empty only when nothing may be shown.
 */
export function recommend<Id>(input: RecommendInput<Id>): readonly RecommendedItem<Id>[] {
  const { facts, count, seed } = input;
  const isKept = input.owned.filter((product) => !product.isUsedUp);
  const taken = new Set(isKept.map(({ productId }) => productId));
  const families = new Set(isKept.flatMap(({ title }) => (title === null ? [] : [familyOf(title)])));
  const take = (candidates: Iterator<Candidate<Id>>): RecommendedItem<Id> | null => {
    for (let next = candidates.next(); next.done !== true; next = candidates.next()) {
      const { productId, reason } = next.value;
      const product = facts.get(productId);
      if (!product || taken.has(productId) || families.has(familyOf(product.title))) continue;
      const { variantId } = product;
      if (variantId === null || !mayBeRecommended(product)) continue;
      taken.add(productId);
      families.add(familyOf(product.title));
      return { productId, variantId, reason };
    }
    return null;
  };
  const ranked = input.ranked[Symbol.iterator]();
  const explored = toExplore(input)[Symbol.iterator]();
  const items: RecommendedItem<Id>[] = [];
  for (let slot = 0; slot < count; slot += 1) {
    const item = (explores(seed, slot) ? take(explored) : null) ?? take(ranked);
    if (item) items.push(item);
  }
  return items;
}

function mayBeRecommended(product: ProductFacts): boolean {
  return mayBeShown(product, 'public') && !product.isGiftCard && !product.requiresSellingPlan;
}

/** Editorial picks and what is rising by turns, each in an order drawn for this list. */
function* toExplore<Id>({ editorial, rising, seed }: RecommendInput<Id>): Generator<Candidate<Id>> {
  const picks = shuffled(editorial, seed);
  const risers = shuffled(rising.slice(0, RISING_CHOICE), seed);
  for (let at = 0; at < Math.max(picks.length, risers.length); at += 1) {
    const [pick, riser] = [picks[at], risers[at]];
    if (pick !== undefined) yield { productId: pick, reason: { kind: 'editorial' } };
    if (riser !== undefined) yield { productId: riser, reason: { kind: 'rising' } };
  }
}

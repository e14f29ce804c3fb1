import type { Neighbour } from '../learn/find-neighbours';

/** Why an item is shown. Page, letter, log and export use these words. */
export type ItemReason<Id> =
  | {
      readonly kind: 'bought-together';
      /** What the shopper owns. */
      readonly withProductId: Id;
      /** Buyers who have both, and how many times likelier than by chance that is (shrunk). */
      readonly support: number;
      readonly lift: number;
    }
  | { readonly kind: 'same-category'; readonly category: string }
  | { readonly kind: 'top-seller'; readonly since: 'lately' | 'ever' }
  | { readonly kind: 'rising' }
  | { readonly kind: 'editorial' }
  /** Where nobody has bought anything yet. */
  | { readonly kind: 'newest' };

export interface Candidate<Id> {
  readonly productId: Id;
  readonly reason: ItemReason<Id>;
}

/** The shop's figures, as far as they concern one shopper. */
export interface Figures<Id> {
  neighboursOf(productId: Id): readonly Neighbour<Id>[];
  ofCategory(category: string): readonly Id[];
  readonly lately: readonly Id[];
  readonly ever: readonly Id[];
}

/** Something that the shopper owns and that may be named to them; the latest first. */
export interface Anchor<Id> {
  readonly productId: Id;
  /** Empty when it has none. */
  readonly category: string;
}

/** What somebody bought long ago says less of what they look for. */
export const ANCHORS_MAX = 50;

/** Categories that are looked through, of what was bought last. */
const CATEGORIES_MAX = 5;

/** The categories of what somebody bought last. */
export function latestCategories(anchors: readonly { readonly category: string }[]): readonly string[] {
  const categories = anchors.map(({ category }) => category).filter((category) => category !== '');
  return [...new Set(categories)].slice(0, CATEGORIES_MAX);
}

/**
 * Best first: what is bought together with what they own, then their categories, then what everybody buys.
 * @param tieOf decides between equals, lower first
 */
export function* rankCandidates<Id>(
  anchors: readonly Anchor<Id>[],
  figures: Figures<Id>,
  tieOf: (productId: Id) => number,
): Generator<Candidate<Id>> {
  yield* boughtTogether(anchors.slice(0, ANCHORS_MAX), figures, tieOf);
  for (const category of latestCategories(anchors))
    for (const productId of figures.ofCategory(category))
      yield { productId, reason: { kind: 'same-category', category } };
  yield* rankByPopularity(figures);
}

/** What most people bought lately, then ever. */
export function* rankByPopularity<Id>({
  lately,
  ever,
}: Pick<Figures<Id>, 'lately' | 'ever'>): Generator<Candidate<Id>> {
  for (const productId of lately) yield { productId, reason: { kind: 'top-seller', since: 'lately' } };
  for (const productId of ever) yield { productId, reason: { kind: 'top-seller', since: 'ever' } };
}

/** By the sum of strengths over all anchors; the strongest anchor is the reason. */
function boughtTogether<Id>(
  anchors: readonly Anchor<Id>[],
  figures: Figures<Id>,
  tieOf: (productId: Id) => number,
): readonly Candidate<Id>[] {
  const found = new Map<Id, { sum: number; withProductId: Id; best: Neighbour<Id> }>();
  for (const anchor of anchors)
    for (const neighbour of figures.neighboursOf(anchor.productId)) {
      const known = found.get(neighbour.productId);
      if (!known) {
        const sum = neighbour.strength;
        found.set(neighbour.productId, { sum, withProductId: anchor.productId, best: neighbour });
        continue;
      }
      known.sum += neighbour.strength;
      if (neighbour.strength <= known.best.strength) continue;
      known.best = neighbour;
      known.withProductId = anchor.productId;
    }
  return [...found.values()]
    .sort((a, b) => b.sum - a.sum || tieOf(a.best.productId) - tieOf(b.best.productId))
    .map(({ withProductId, best: { productId, support, lift } }) => ({
      productId,
      reason: { kind: 'bought-together', withProductId, support, lift },
    }));
}

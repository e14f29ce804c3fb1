import type { BuyerCounts } from './count-buyers';
import type { Owned } from './owned';

/** A product that buyers of another one also bought. */
export interface Neighbour<Id> {
  readonly productId: Id;
  /** Buyers who have both. */
  readonly support: number;
  /** How many times likelier than by chance a buyer of the one has the other, shrunk to 1 where few say so. */
  readonly lift: number;
  /** What the feed adds up over all that somebody owns. */
  readonly strength: number;
}

const NEIGHBOURS_MAX = 30;
/** Fewer people than these say nothing, and a pair must never point at somebody. */
export const SUPPORT_MIN = 5;
/** Below, two things are in one hand about as often as chance has it. */
const LIFT_MIN = 1.2;
/**
 * Standard errors (Poisson) above what chance would bring together. Of a million pairs that have nothing to do with each other,
 * a thousand look this good.
 */
const SURPRISE_MIN = 3;
/** Imagined buyers of a product who own others as everybody does. */
const CHANCE_BUYERS = 10;
/** Imagined buyers of the last 28 days, as many as usual. */
const USUAL_BUYERS = 2;

/**
 * The neighbours of each product among the other ones, by what people own together. Strength is the cosine of the two sets
 * of buyers, times the root of how much more than usual the neighbour is bought lately: goods of a season come and go.
 * @param isShown whether a product may be named or shown at all
 */
export function* findNeighbours(
  owned: Owned,
  counts: BuyerCounts,
  isShown: (product: number) => boolean,
): Generator<{ readonly product: number; readonly neighbours: readonly Neighbour<number>[] }> {
  const products = counts.ever.length;
  const buyersOf = invert(owned, products);
  const count = (product: number) => buyersOf.from[product + 1]! - buyersOf.from[product]!;
  const together = new Int32Array(products);
  const touched = new Int32Array(products);
  const usualShare = counts.people.lately / Math.max(1, counts.people.ever);
  for (let product = 0; product < products; product += 1) {
    if (count(product) < SUPPORT_MIN || !isShown(product)) continue;
    let touches = 0;
    for (let at = buyersOf.from[product]!; at < buyersOf.from[product + 1]!; at += 1) {
      const buyer = buyersOf.buyer[at]!;
      for (let line = owned.from[buyer]!; line < owned.from[buyer + 1]!; line += 1) {
        const other = owned.product[line]!;
        if (together[other] === 0) {
          touched[touches] = other;
          touches += 1;
        }
        together[other]! += 1;
      }
    }
    const found: Neighbour<number>[] = [];
    for (let i = 0; i < touches; i += 1) {
      const other = touched[i]!;
      const support = together[other]!;
      together[other] = 0;
      if (other === product || support < SUPPORT_MIN || !isShown(other)) continue;
      const share = count(other) / counts.people.ever;
      const lift = (support / share + CHANCE_BUYERS) / (count(product) + CHANCE_BUYERS);
      const expected = share * count(product);
      if (lift < LIFT_MIN || support - expected < SURPRISE_MIN * Math.sqrt(expected)) continue;
      const usual = counts.ever[other]! * usualShare;
      const season = (counts.lately[other]! + USUAL_BUYERS) / (usual + USUAL_BUYERS);
      const strength = (support / Math.sqrt(count(product) * count(other))) * Math.sqrt(season);
      found.push({ productId: other, support, lift, strength });
    }
    if (found.length === 0) continue;
    found.sort((a, b) => b.strength - a.strength || a.productId - b.productId);
    yield { product, neighbours: found.slice(0, NEIGHBOURS_MAX) };
  }
}

function invert(owned: Owned, products: number) {
  const from = new Int32Array(products + 1);
  for (const product of owned.product) from[product + 1]! += 1;
  for (let product = 0; product < products; product += 1) from[product + 1]! += from[product]!;
  const next = from.slice();
  const buyer = new Int32Array(owned.product.length);
  for (let b = 0; b < owned.buyers; b += 1)
    for (let at = owned.from[b]!; at < owned.from[b + 1]!; at += 1) buyer[next[owned.product[at]!]!++] = b;
  return { from, buyer };
}

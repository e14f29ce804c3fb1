import { rankByPopularity, rankCandidates, type Candidate, type Figures } from '../feed/rank-candidates';
import type { Baskets } from '../learn/baskets';
import { countBuyers, LATELY_DAYS } from '../learn/count-buyers';
import { findNeighbours, type Neighbour } from '../learn/find-neighbours';
import { listProducts } from '../learn/list-products';
import { ownedBy } from '../learn/owned';

/** Items that a list has. */
const JUDGED_ITEMS = 4;

/** One shopper’s four items of either kind, against what they then bought for the first time. */
export interface JudgedShopper {
  /** Place among the buyers. */
  readonly shopper: number;
  readonly recommended: Score;
  readonly popular: Score;
}

interface Score {
  /** 1 when any of the four was bought. */
  readonly hit: number;
  readonly ndcg: number;
}

export interface KnownProducts {
  isShown(product: number): boolean;
  categoryOf(product: number): string;
}

/** Months that the gate looks back on: one alone tells too little in a shop of a few hundred buyers a month. */
const MONTHS = 3;

/** The last three windows of four weeks before today, none over another. */
export function judgeLately<Id>(
  baskets: Baskets<Id>,
  todayOn: number,
  known: KnownProducts,
): readonly JudgedShopper[] {
  return Array.from({ length: MONTHS }, (_, month) => todayOn - (month + 1) * LATELY_DAYS).flatMap((cutOn) =>
    judgeRecommender(baskets, cutOn, known),
  );
}

/**
 * Learns from what was known on a day, and asks of everybody who by then had bought something and in the 28 days after
 * bought anything new: would four items from the recommender have held it, would four top sellers? The same code as the feed.
 */
export function judgeRecommender<Id>(
  baskets: Baskets<Id>,
  cutOn: number,
  known: KnownProducts,
): readonly JudgedShopper[] {
  const figures = figuresOf(baskets, cutOn, known);
  const judged: JudgedShopper[] = [];
  for (let buyer = 0; buyer + 1 < baskets.from.length; buyer += 1) {
    const { owned, bought } = aroundCut(baskets, buyer, cutOn);
    if (owned.length === 0 || bought.size === 0) continue;
    const mine = new Set(owned.map(({ product }) => product));
    owned.sort((a, b) => b.lastOn - a.lastOn || a.product - b.product);
    const anchors = owned.map(({ product }) => ({ productId: product, category: known.categoryOf(product) }));
    judged.push({
      shopper: buyer,
      recommended: score(
        firstNew(
          rankCandidates(anchors, figures, (product) => product),
          mine,
        ),
        bought,
      ),
      popular: score(firstNew(rankByPopularity(figures), mine), bought),
    });
  }
  return judged;
}

function figuresOf<Id>(baskets: Baskets<Id>, cutOn: number, known: KnownProducts): Figures<number> {
  const counts = countBuyers(baskets, cutOn);
  const neighbours = new Map<number, readonly Neighbour<number>[]>();
  for (const found of findNeighbours(ownedBy(baskets, cutOn), counts, (product) => known.isShown(product)))
    neighbours.set(found.product, found.neighbours);
  const lists = listProducts(
    counts,
    (product) => known.isShown(product),
    (product) => known.categoryOf(product),
  );
  return {
    neighboursOf: (product) => neighbours.get(product) ?? [],
    ofCategory: (category) => lists.ofCategory.get(category) ?? [],
    lately: lists.general.lately,
    ever: lists.general.ever,
  };
}

function aroundCut<Id>(baskets: Baskets<Id>, buyer: number, cutOn: number) {
  const owned: { product: number; lastOn: number }[] = [];
  const bought = new Set<number>();
  for (let at = baskets.from[buyer]!; at < baskets.from[buyer + 1]!; at += 1) {
    const [product, day] = [baskets.product[at]!, baskets.day[at]!];
    const last = owned.at(-1);
    if (day <= cutOn && last?.product === product) last.lastOn = day;
    else if (day <= cutOn) owned.push({ product, lastOn: day });
    // Lines of a product stand in the order of days: an owned one has been seen by now.
    else if (day <= cutOn + LATELY_DAYS && last?.product !== product) bought.add(product);
  }
  return { owned, bought };
}

function firstNew(ranked: Iterable<Candidate<number>>, owned: ReadonlySet<number>): readonly number[] {
  const items = new Set<number>();
  for (const { productId } of ranked) {
    if (!owned.has(productId)) items.add(productId);
    if (items.size === JUDGED_ITEMS) break;
  }
  return [...items];
}

/** nDCG with a gain of 1 for each item bought: its discount is 1 / log2(place + 1), places from 1. */
function score(items: readonly number[], bought: ReadonlySet<number>): Score {
  let gain = 0;
  let ideal = 0;
  for (let place = 1; place <= JUDGED_ITEMS; place += 1) {
    const discount = 1 / Math.log2(place + 1);
    if (place <= bought.size) ideal += discount;
    const item = items[place - 1];
    if (item !== undefined && bought.has(item)) gain += discount;
  }
  return { hit: gain > 0 ? 1 : 0, ndcg: gain / ideal };
}

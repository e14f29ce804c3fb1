import type { Sql } from '../../ports';
import { decideGate, type GateDecision } from '../gate/decide-gate';
import { judgeRecommender } from '../gate/judge-recommender';
import { countBuyers, LATELY_DAYS } from './count-buyers';
import { findNeighbours, type Neighbour } from './find-neighbours';
import { categoryList, listProducts } from './list-products';
import { ownedBy } from './owned';
import { loadBaskets, loadShownProducts } from './purchase-store.server';

export interface LearnInput {
  readonly shopId: number;
  readonly todayOn: number;
}

export interface NeighboursOf {
  readonly productId: bigint;
  readonly neighbours: readonly Neighbour<bigint>[];
}

export interface StoredList {
  readonly list: string;
  readonly productIds: readonly bigint[];
}

/** What is to be saved at once. */
export type LearnStep =
  | { readonly kind: 'gate'; readonly decision: GateDecision; readonly cutOn: number }
  | { readonly kind: 'lists'; readonly lists: readonly StoredList[] }
  | { readonly kind: 'neighbours'; readonly products: readonly NeighboursOf[] };

/** Rows written at once, so that nothing else waits for long. */
const PRODUCTS_AT_ONCE = 20;
const LISTS_AT_ONCE = 20;

/** Reads the shop's purchases once and works out the gate, the lists and each product's neighbours. */
export async function* steps(sql: Sql, { shopId, todayOn }: LearnInput): AsyncGenerator<LearnStep> {
  const known = await loadShownProducts(sql, shopId);
  const baskets = await loadBaskets(sql, shopId, todayOn);
  const ids = baskets.products;
  const isShown = (product: number) => known.get(ids[product]!)?.isShown === true;
  const categoryOf = (product: number) => known.get(ids[product]!)?.category ?? '';

  const cutOn = todayOn - LATELY_DAYS;
  const judged = judgeRecommender(baskets, cutOn, { isShown, categoryOf });
  yield { kind: 'gate', decision: decideGate(judged), cutOn };

  const counts = countBuyers(baskets, todayOn);
  const { general, ofCategory } = listProducts(counts, isShown, categoryOf);
  const lists = [
    ...Object.entries(general),
    ...[...ofCategory].map(([category, products]) => [categoryList(category), products] as const),
  ].map(([list, products]) => ({ list, productIds: products.map((product) => ids[product]!) }));
  for (const part of parts(lists, LISTS_AT_ONCE)) yield { kind: 'lists', lists: part };

  let waiting: NeighboursOf[] = [];
  for (const { product, neighbours } of findNeighbours(ownedBy(baskets, todayOn), counts, isShown)) {
    waiting.push({
      productId: ids[product]!,
      neighbours: neighbours.map((neighbour) => ({ ...neighbour, productId: ids[neighbour.productId]! })),
    });
    if (waiting.length < PRODUCTS_AT_ONCE) continue;
    yield { kind: 'neighbours', products: waiting };
    waiting = [];
  }
  if (waiting.length > 0) yield { kind: 'neighbours', products: waiting };
}

function* parts<T>(values: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < values.length; from += size) yield values.slice(from, from + size);
}

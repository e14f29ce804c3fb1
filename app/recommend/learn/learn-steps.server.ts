import type { Sql } from '../../ports';
import { decideGate, type GateDecision } from '../gate/decide-gate';
import { judgeLately } from '../gate/judge-recommender';
import { countBuyers } from './count-buyers';
import { storedFigures, type NeighboursOf, type StoredList } from './figure-store.server';
import { findNeighbours } from './find-neighbours';
import { categoryList, listProducts } from './list-products';
import { ownedBy } from './owned';
import { loadBaskets, loadShownProducts } from './purchase-store.server';

export interface LearnInput {
  readonly shopId: number;
  readonly todayOn: number;
}

/** What is to be saved at once. */
export type LearnStep =
  | { readonly kind: 'gate'; readonly decision: GateDecision }
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

  yield { kind: 'gate', decision: decideGate(judgeLately(baskets, todayOn, { isShown, categoryOf })) };

  const counts = countBuyers(baskets, todayOn);
  const { general, ofCategory } = listProducts(counts, isShown, categoryOf);
  const lists: StoredList[] = [
    ...Object.entries(general),
    ...[...ofCategory].map(([category, products]) => [categoryList(category), products] as const),
  ].map(([list, products]) => ({ list, productIds: products.map((product) => ids[product]!) }));
  for (const part of parts(lists, LISTS_AT_ONCE)) yield { kind: 'lists', lists: part };

  const learned = new Set<bigint>();
  let waiting: NeighboursOf[] = [];
  for (const { product, neighbours } of findNeighbours(ownedBy(baskets, todayOn), counts, isShown)) {
    learned.add(ids[product]!);
    waiting.push({
      productId: ids[product]!,
      neighbours: neighbours.map((neighbour) => ({ ...neighbour, productId: ids[neighbour.productId]! })),
    });
    if (waiting.length < PRODUCTS_AT_ONCE) continue;
    yield { kind: 'neighbours', products: waiting };
    waiting = [];
  }
  yield { kind: 'neighbours', products: waiting };

  const stored = await storedFigures(sql, shopId);
  const gone = stored.productIds.filter((productId) => !learned.has(productId));
  for (const part of parts(gone, PRODUCTS_AT_ONCE))
    yield { kind: 'neighbours', products: part.map((productId) => ({ productId, neighbours: [] })) };
  const made = new Set(lists.map(({ list }) => list));
  const ended = stored.lists.filter((list) => !made.has(list));
  for (const part of parts(ended, LISTS_AT_ONCE))
    yield { kind: 'lists', lists: part.map((list) => ({ list, productIds: [] })) };
}

function* parts<T>(values: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < values.length; from += size) yield values.slice(from, from + size);
}

import type { HotReader } from '../../db/read-steps.server';
import { addOrigin, openBacktest, readBacktest, type BacktestCounts, type BacktestDays } from './backtest';
import { foldLines, SHOPPERS_CASES, type ProductKind, type TeachingLine } from '../fold/fold-lines';
import { loadKinds } from '../learn/kind-store.server';
import { learnShop } from '../learn/learn-shop';
import { OFFLINE_MODEL } from '../model/offline-model';
import { loadPackSizes } from '../learn/pack-store.server';
import { countPurchases } from '../learn/purchase-store.server';
import { bestDay, daysWithinHorizon } from '../model/refill-model';
import { allLinesByDay } from '../learn/shop-purchase-store.server';

export interface BacktestInput {
  readonly shopId: number;
  readonly todayOn: number;
  readonly days: BacktestDays;
  /** What the shop's purchases before the days looked back on said were consumables. */
  readonly consumables: readonly bigint[];
}

export type BacktestStep =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly counts: BacktestCounts; readonly learnedFrom: number };

const PROGRESS_EVERY = 2_000;

/** Learns from what lies before the days, and then asks at each purchase what would have been said on its evening. */
export async function* steps(hot: HotReader, input: BacktestInput): AsyncGenerator<BacktestStep> {
  const { shopId, days, todayOn } = input;
  const sizes = await loadPackSizes(hot, shopId);
  const known = await loadKinds(hot, shopId);
  const none: ProductKind = { name: '', cycleDays: null };
  const kinds = new Map(input.consumables.map((id) => [id, known.get(id) ?? none]));
  function* linesTo(lastOn: number): Generator<TeachingLine<bigint>> {
    for (const line of allLinesByDay(hot, shopId, lastOn, sizes)) if (kinds.has(line.productId)) yield line;
  }
  const purchases = await countPurchases(hot, shopId, 100 * SHOPPERS_CASES);
  yield { kind: 'progress', done: 0, total: 0 };

  const learned = learnShop(linesTo(days.fromOn - 1), kinds, { todayOn: days.fromOn - 1, purchases });
  const model = learned.model ?? OFFLINE_MODEL;
  // An order of nobody known can never be seen to be followed by another.
  const isFollowed = (buyer: string) => !buyer.startsWith('o');
  const { cases } = foldLines(linesTo(todayOn), kinds, { purchases, isFollowed });
  const origins = cases.filter(({ one }) => one.onDay <= days.toOn);
  const tally = openBacktest(days);
  for (const [i, { one, nextIn }] of origins.entries()) {
    const onDay = one.onDay;
    const bestIn = bestDay(daysWithinHorizon(one, model));
    addOrigin(tally, { onDay, bestIn, nextIn });
    if (i % PROGRESS_EVERY === 0) yield { kind: 'progress', done: i, total: origins.length };
  }
  yield { kind: 'done', counts: readBacktest(tally), learnedFrom: learned.cases };
}

import type { Sql } from '../../ports';
import { addOrigin, openBacktest, readBacktest, type BacktestCounts, type BacktestDays } from './backtest';
import { openLineFold, SHOPPERS_CASES, type LineFold, type ProductKind } from '../fold/fold-lines';
import { loadKinds } from '../learn/kind-store.server';
import { openLearning } from '../learn/learn-shop';
import { OFFLINE_MODEL } from '../model/offline-model';
import { loadPackSizes } from '../learn/pack-store.server';
import { countPurchases } from '../learn/purchase-store.server';
import { bestDay, daysWithinHorizon } from '../model/refill-model';
import { allLinesByDay, toTeachingLine } from '../learn/shop-purchase-store.server';

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
export async function* steps(sql: Sql, input: BacktestInput): AsyncGenerator<BacktestStep> {
  const { shopId, days, todayOn } = input;
  const sizes = await loadPackSizes(sql, shopId);
  const known = await loadKinds(sql, shopId);
  const none: ProductKind = { name: '', cycleDays: null };
  const kinds = new Map(input.consumables.map((id) => [id, known.get(id) ?? none]));
  async function enterLines(fold: Pick<LineFold<bigint>, 'enter'>, lastOn: number): Promise<void> {
    for await (const line of allLinesByDay(sql, shopId, lastOn))
      if (kinds.has(line.productId)) fold.enter(toTeachingLine(line, sizes));
  }
  const purchases = await countPurchases(sql, shopId, 100 * SHOPPERS_CASES);
  yield { kind: 'progress', done: 0, total: 0 };

  const learning = openLearning(kinds, { todayOn: days.fromOn - 1, purchases });
  await enterLines(learning, days.fromOn - 1);
  const learned = learning.close();
  const model = learned.model ?? OFFLINE_MODEL;
  // An order of nobody known can never be seen to be followed by another.
  const isFollowed = (buyer: string) => !buyer.startsWith('o');
  const fold = openLineFold(kinds, { purchases, isFollowed });
  await enterLines(fold, todayOn);
  const { cases } = fold.close();
  const origins = cases.filter(({ refillCase }) => refillCase.onDay <= days.toOn);
  const tally = openBacktest(days);
  for (const [i, { refillCase, nextIn }] of origins.entries()) {
    const onDay = refillCase.onDay;
    const bestIn = bestDay(daysWithinHorizon(refillCase, model));
    addOrigin(tally, { onDay, bestIn, nextIn });
    if (i % PROGRESS_EVERY === 0) yield { kind: 'progress', done: i, total: origins.length };
  }
  yield { kind: 'done', counts: readBacktest(tally), learnedFrom: learned.cases };
}

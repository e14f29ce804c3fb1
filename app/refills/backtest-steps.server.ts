import type { HotReader } from '../db/read-steps.server';
import { addOrigin, openBacktest, readBacktest, type BacktestCounts, type BacktestDays } from './backtest';
import { loadKinds } from './kind-store.server';
import { learnShop, SHOPPERS_CASES, type ProductKind, type TeachingLine } from './learn-shop';
import { OFFLINE_MODEL } from './offline-model';
import { openLedger } from './product-ledger';
import { countPurchases, loadPackSizes } from './purchase-store.server';
import { bestDay, withinHorizon } from './refill-model';
import { openFold } from './shop-fold';
import { allLinesByDay } from './shop-purchase-store.server';
import { dayDistribution } from './when-model';

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
  const origins = foldAll(linesTo(todayOn), kinds, purchases).filter(({ one }) => one.onDay <= days.toOn);
  const tally = openBacktest(days);
  for (const [i, { one, nextIn }] of origins.entries()) {
    const onDay = one.onDay;
    const bestIn = bestDay(withinHorizon(dayDistribution(one, model.when), model.horizonDays));
    addOrigin(tally, { onDay, bestIn, nextIn });
    if (i % PROGRESS_EVERY === 0) yield { kind: 'progress', done: i, total: origins.length };
  }
  yield { kind: 'done', counts: readBacktest(tally), learnedFrom: learned.cases };
}

/** Every purchase with what was known on its evening; of a large shop, those of every so manieth shopper. */
function foldAll(
  lines: Iterable<TeachingLine<bigint>>,
  kinds: ReadonlyMap<bigint, ProductKind>,
  purchases: number,
) {
  const numberOf = new Map([...kinds.keys()].map((productId, i) => [productId, i]));
  const ofNumber = [...kinds.values()];
  const cycleDays = new Map(ofNumber.map((kind) => [kind.name, kind.cycleDays]));
  const every = Math.max(1, Math.ceil(purchases / SHOPPERS_CASES));
  const shoppers = new Map<string, number>();
  const isFollowed: boolean[] = [];
  const fold = openFold({
    ledger: openLedger({ cycleDaysOf: (kind) => cycleDays.get(kind) ?? null }),
    kindOf: (product) => ofNumber[product]?.name ?? '',
    keeps: (shopper) => shopper % every === 0 && isFollowed[shopper] === true,
  });
  for (const { buyer, productId, boughtOn, packs } of lines) {
    let shopper = shoppers.get(buyer);
    if (shopper === undefined) {
      shoppers.set(buyer, (shopper = shoppers.size));
      // An order of nobody known can never be seen to be followed by another.
      isFollowed.push(!buyer.startsWith('o'));
    }
    fold.enter(shopper, numberOf.get(productId) ?? 0, boughtOn, packs);
  }
  fold.close();
  return fold.cases;
}

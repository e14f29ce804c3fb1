import type { HotReader } from '../db/read-steps.server';
import { fitRefillModel } from './fit-refill-model';
import { loadKinds } from './kind-store.server';
import { OFFLINE_MODEL } from './offline-model';
import { openLedger } from './product-ledger';
import { countPurchases, type PackSizes } from './purchase-store.server';
import type { RefillModel } from './refill-model';
import { enterGap, measureRhythm, openGapTally, type GapTally, type MeasuredRhythm } from './rhythm';
import { openFold } from './shop-fold';
import { linesByDay } from './shop-purchase-store.server';

/** Purchases that a shop's own weights are learned from; of a larger shop, those of every so manieth shopper. */
const CASES = 40_000;
/** With fewer purchases the offline weights are no worse. */
const LEAST_CASES = 100;

export interface Learned {
  /** Null for a shop that is too small. */
  readonly model: RefillModel | null;
  readonly cases: number;
  readonly rhythms: ReadonlyMap<bigint, MeasuredRhythm>;
}

/**
 * Reads a shop's purchases of consumables once, in the order of days, and learns from them how each product's buyers
 * come back and what tells of a return in this shop. Memory grows with shoppers and their products, not with purchases.
 */
export async function learnFromPurchases(
  hot: HotReader,
  about: { readonly shopId: number; readonly todayOn: number; readonly sizes: PackSizes },
): Promise<Learned> {
  const { shopId, todayOn, sizes } = about;
  const kinds = await loadKinds(hot, shopId);
  const numberOf = new Map([...kinds.keys()].map((productId, i) => [productId, i]));
  const ofNumber = [...kinds.values()];
  const cycleDays = new Map(ofNumber.map((kind) => [kind.name, kind.cycleDays]));
  const ledger = openLedger({ cycleDaysOf: (kind) => cycleDays.get(kind) ?? null });
  const gaps = ofNumber.map((): GapTally | null => null);
  const every = Math.max(1, Math.ceil((await countPurchases(hot, shopId, 100 * CASES)) / CASES));
  const shoppers = new Map<string, number>();
  const fold = openFold({
    ledger,
    kindOf: (product) => ofNumber[product]!.name,
    keeps: (shopper) => shopper % every === 0,
    onGap: (product, gap, nth) => enterGap((gaps[product] ??= openGapTally()), gap, nth),
  });
  for (const { buyer, productId, boughtOn, packs } of linesByDay(hot, shopId, todayOn, sizes)) {
    let shopper = shoppers.get(buyer);
    if (shopper === undefined) shoppers.set(buyer, (shopper = shoppers.size));
    fold.enter(shopper, numberOf.get(productId)!, boughtOn, packs);
  }
  fold.close();
  const { cases } = fold;
  const rhythms = new Map(
    [...numberOf].map(([productId, product]) => {
      const own = { product, kind: ofNumber[product]!.name, gaps: gaps[product] ?? openGapTally() };
      return [productId, measureRhythm(ledger, { ...own, day: todayOn })];
    }),
  );
  const model = cases.length < LEAST_CASES ? null : fitRefillModel(cases, todayOn, OFFLINE_MODEL);
  return { model, cases: cases.length, rhythms };
}

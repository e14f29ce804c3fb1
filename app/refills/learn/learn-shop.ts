import { fitRefillModel } from '../model/fit-refill-model';
import { OFFLINE_MODEL } from '../model/offline-model';
import { foldLines, type ProductKind, type TeachingLine } from '../fold/fold-lines';
import type { RefillModel } from '../model/refill-model';
import { enterGap, measureRhythm, openGapTally, type GapTally, type MeasuredRhythm } from '../fold/rhythm';

export interface Learned<Product> {
  /** Null for a shop that is too small. */
  readonly model: RefillModel | null;
  readonly cases: number;
  readonly rhythms: ReadonlyMap<Product, MeasuredRhythm>;
}

/** With fewer purchases the offline weights are no worse. */
const LEAST_CASES = 100;

/**
 * Learns from a shop's purchases how each product's buyers come back, and what tells of a return in this shop. Memory
 * grows with shoppers and their products, not with purchases.
 * @param lines in the order of days, of products among `kinds`
 * @param about `purchases`: how many lines there are, roughly
 */
export function learnShop<Product>(
  lines: Iterable<TeachingLine<Product>>,
  kinds: ReadonlyMap<Product, ProductKind>,
  about: { readonly todayOn: number; readonly purchases: number },
): Learned<Product> {
  const ofNumber = [...kinds.values()];
  const gaps = ofNumber.map((): GapTally | null => null);
  const { cases, ledger, numberOf } = foldLines(lines, kinds, {
    purchases: about.purchases,
    onGap: (product, gap, nth) => enterGap((gaps[product] ??= openGapTally()), gap, nth),
  });
  const rhythms = new Map(
    [...numberOf].map(([productId, product]) => {
      const own = { product, kind: ofNumber[product]!.name, gaps: gaps[product] ?? openGapTally() };
      return [productId, measureRhythm(ledger, { ...own, day: about.todayOn })];
    }),
  );
  const model = cases.length < LEAST_CASES ? null : fitRefillModel(cases, about.todayOn, OFFLINE_MODEL);
  return { model, cases: cases.length, rhythms };
}

import { fitRefillModel } from '../model/fit-refill-model';
import { OFFLINE_MODEL } from '../model/offline-model';
import { openLineFold, type LineFold, type ProductKind } from '../fold/fold-lines';
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

export interface Learning<Product> extends Pick<LineFold<Product>, 'enter'> {
  /** After the last line. */
  close(): Learned<Product>;
}

/**
 * Learns from a shop's purchases, as they are read, how each product's buyers come back, and what tells of a return in this
 * shop. Memory grows with shoppers and their products, not with purchases.
 * @param about `purchases`: how many lines there will be, roughly
 */
export function openLearning<Product>(
  kinds: ReadonlyMap<Product, ProductKind>,
  about: { readonly todayOn: number; readonly purchases: number },
): Learning<Product> {
  const ofNumber = [...kinds.values()];
  const gaps = ofNumber.map((): GapTally | null => null);
  const fold = openLineFold(kinds, {
    purchases: about.purchases,
    onGap: (product, gap, nth) => enterGap((gaps[product] ??= openGapTally()), gap, nth),
  });
  return {
    enter: fold.enter,
    close() {
      const { cases, ledger, numberOf } = fold.close();
      const rhythms = new Map(
        [...numberOf].map(([productId, product]) => {
          const own = { product, kind: ofNumber[product]!.name, gaps: gaps[product] ?? openGapTally() };
          return [productId, measureRhythm(ledger, { ...own, day: about.todayOn })];
        }),
      );
      const model = cases.length < LEAST_CASES ? null : fitRefillModel(cases, about.todayOn, OFFLINE_MODEL);
      return { model, cases: cases.length, rhythms };
    },
  };
}

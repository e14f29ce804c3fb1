import type { RefillMoment } from '../model/chance-model';
import { salesOn, type ProductLedger } from './product-ledger';
import type { RefillCase } from '../model/refill-case';

export interface FoldedCase {
  readonly shopper: number;
  readonly product: number;
  readonly one: RefillCase;
  /** Days to the shopper's next purchase of the product, as far as the fold has come; null while none is seen. */
  nextIn: number | null;
  /** The shopper's visit days, ascending, and the ledger: as far as the fold has come, so to be read up to a day. */
  readonly visitDays: readonly number[];
  readonly ledger: ProductLedger;
}

/** What was known of a case `sinceDays` after its purchase, while none had followed. */
export function momentOf(folded: FoldedCase, sinceDays: number): RefillMoment {
  const { one, visitDays, ledger, product } = folded;
  if (sinceDays === 0) {
    const { recentPurchases, usualPurchases } = one;
    return { one, sinceDays, visitsSince: 0, sinceVisitDays: 0, recentPurchases, usualPurchases };
  }
  const day = one.onDay + sinceDays;
  let at = one.visits;
  while (at < visitDays.length && visitDays[at]! <= day) at += 1;
  return {
    one,
    sinceDays,
    visitsSince: at - one.visits,
    sinceVisitDays: day - visitDays[at - 1]!,
    ...salesOn(ledger, product, day),
  };
}

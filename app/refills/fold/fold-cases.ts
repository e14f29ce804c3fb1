import type { FoldedCase } from '../model/folded-case';
import type { RefillMoment } from '../model/refill-case';
import { salesOn } from './product-ledger';

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

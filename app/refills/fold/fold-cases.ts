import type { FoldedCase } from '../model/folded-case';
import type { RefillMoment } from '../model/refill-case';
import { salesOn } from './product-ledger';

/** What was known of a case `sinceDays` after its purchase, while none had followed. */
export function momentOf(folded: FoldedCase, sinceDays: number): RefillMoment {
  const { refillCase, visitDays, ledger, product } = folded;
  if (sinceDays === 0) {
    const { recentPurchases, usualPurchases } = refillCase;
    return { refillCase, sinceDays, visitsSince: 0, sinceVisitDays: 0, recentPurchases, usualPurchases };
  }
  const day = refillCase.onDay + sinceDays;
  let at = refillCase.visits;
  while (at < visitDays.length && visitDays[at]! <= day) at += 1;
  return {
    refillCase,
    sinceDays,
    visitsSince: at - refillCase.visits,
    sinceVisitDays: day - visitDays[at - 1]!,
    ...salesOn(ledger, product, day),
  };
}

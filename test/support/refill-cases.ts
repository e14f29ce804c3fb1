/** What tests of the refill model start from. */
import type { FoldedCase } from '../../app/refills/model/folded-case';
import { openLedger } from '../../app/refills/fold/product-ledger';
import type { Rhythm } from '../../app/refills/fold/rhythm';
import { foldPurchases, type FoldPurchase } from '../../bench/refills/fold-purchases';

/** A product that half of its buyers come back for, after some thirty days. */
export const MONTHLY: Rhythm = {
  ...{ logMean: Math.log(30), logSd: 0.7, intervals: 20, buyers: 20, repeatBuyers: 10, repeatShare: 0.45 },
  ...{ recentPurchases: 3, usualPurchases: 3, source: 'product' },
};

/** Every purchase as a case, of products of no known kind. @param purchases ascending by day */
export const foldPlain = (purchases: readonly FoldPurchase[]): readonly FoldedCase[] =>
  foldPurchases(purchases, () => '', openLedger());

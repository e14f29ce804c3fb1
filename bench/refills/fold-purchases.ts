import type { FoldedCase } from '../../app/refills/model/folded-case';
import type { ProductLedger } from '../../app/refills/fold/product-ledger';
import { openFold } from '../../app/refills/fold/shop-fold';

/** One shopper, product and day. Ids are small integers of the caller's choice. */
export interface FoldPurchase {
  readonly shopper: number;
  readonly product: number;
  readonly day: number;
  readonly quantity: number;
}

/**
 * Every purchase as a case, in the order of days.
 * @param purchases ascending by day
 * @param kindOf kind of a product (category); empty when unknown
 */
export function foldPurchases(
  purchases: readonly FoldPurchase[],
  kindOf: (product: number) => string,
  ledger: ProductLedger,
): readonly FoldedCase[] {
  const fold = openFold({ ledger, kindOf });
  for (const { shopper, product, day, quantity } of purchases) fold.enter(shopper, product, day, quantity);
  fold.close();
  return fold.cases;
}

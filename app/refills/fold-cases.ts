import type { ProductLedger } from './product-ledger';
import type { RefillCase } from './refill-case';
import { openFold } from './shop-fold';

/** One shopper, product and day. Ids are small integers of the caller's choice. */
export interface FoldPurchase {
  readonly shopper: number;
  readonly product: number;
  readonly day: number;
  readonly quantity: number;
}

export interface FoldedCase {
  readonly shopper: number;
  readonly product: number;
  readonly one: RefillCase;
  /** Days to the shopper's next purchase of the product, as far as the fold has come; null while none is seen. */
  nextIn: number | null;
}

/**
 * Every purchase as a case, in the order of days.
 * @param purchases ascending by day
 * @param kindOf kind of a product (category); empty when unknown
 */
export function foldCases(
  purchases: readonly FoldPurchase[],
  kindOf: (product: number) => string,
  ledger: ProductLedger,
): readonly FoldedCase[] {
  const fold = openFold({ ledger, kindOf });
  for (const { shopper, product, day, quantity } of purchases) fold.enter(shopper, product, day, quantity);
  fold.close();
  return fold.cases;
}

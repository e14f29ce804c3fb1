import type { ProductLedger } from '../fold/product-ledger';
import type { RefillCase } from './refill-case';

export interface FoldedCase {
  readonly shopper: number;
  readonly product: number;
  readonly refillCase: RefillCase;
  /** Days to the shopper's next purchase of the product, as far as the fold has come; null while none is seen. */
  nextIn: number | null;
  /** The shopper's visit days, ascending, and the ledger: as far as the fold has come, so to be read up to a day. */
  readonly visitDays: readonly number[];
  readonly ledger: ProductLedger;
}

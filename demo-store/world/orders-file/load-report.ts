/** What became of the rows of an orders file. */
export interface LoadReport {
  readonly rows: number;
  readonly orders: number;
  readonly lines: number;
  readonly products: number;
  readonly customers: number;
  readonly ordersWithoutCustomer: number;
  /** Lines of `C` invoices that became refunds. */
  readonly refundedLines: number;
  readonly refunds: number;
  /** Lines of `C` invoices that fitted no earlier purchase, in all and by reason. */
  readonly droppedCancellations: number;
  readonly droppedByReason: Readonly<Record<DropReason, number>>;
  readonly skippedRows: Readonly<Record<SkipReason, number>>;
}

/**
 * - `no-customer`: nobody can be found whose purchase this was
 * - `no-earlier-purchase`: this customer never bought this code before (discounts and fees mostly)
 * - `more-than-left`: no single earlier purchase has so much left
 */
export type DropReason = 'no-customer' | 'no-earlier-purchase' | 'more-than-left';

/**
 * - `malformed`: a column is missing or is no number or no date
 * - `bookkeeping`: an invoice that is neither a sale nor a cancellation, or a price below zero
 * - `stock-correction`: quantity of zero or less on a sale, or free of charge to nobody
 * - `fees-only`: an invoice of nothing but postage and fees
 */
export type SkipReason = 'malformed' | 'bookkeeping' | 'stock-correction' | 'fees-only';

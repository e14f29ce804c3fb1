/** What Shopify says of the payment of an order that was given up: nothing was ever paid, and nothing will be. */
const NEVER_PAID: ReadonlySet<string> = new Set(['voided', 'expired']);

/**
 * Whether an order of this financial status is no purchase because its payment never came about. Authorized, pending and
 * partly paid orders are purchases: the goods go out first, or the money is on its way. Refunds are judged by their amounts.
 * @param status as the Admin API (`PARTIALLY_PAID`) or an order export (`partially_paid`) writes it
 */
export function isNeverPaid(status: string): boolean {
  return NEVER_PAID.has(status.trim().toLowerCase());
}

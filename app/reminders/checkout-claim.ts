/** What is known of a checkout, reduced to whose it is. */
export interface CheckoutClaim {
  /** Null while the order has not come. */
  readonly order: { readonly customerId: bigint | null } | null;
  /** The customers whose sessions were offered or have set something here; null for a session without one. */
  readonly setBy: readonly (string | null)[];
}

/**
 * Whether a session may see and change what a checkout set. Without a customer it is the one who holds the checkout's
 * token; a customer's session is at home where the order is theirs, and before the order came where nobody else was.
 * @param customerId the customer that the session token proves
 */
export function isTheirs(customerId: string | null, { order, setBy }: CheckoutClaim): boolean {
  if (customerId === null) return true;
  if (order) return order.customerId !== null && String(order.customerId) === customerId;
  return setBy.every((id) => id === customerId);
}

/** Who is to be erased, as Shopify's request names them. */
export interface ErasureRequest {
  readonly customerId: bigint | null;
  /** Keyed hash of the address in the request. */
  readonly emailHash: string | null;
  /** Keyed hash of the telephone number in the request. */
  readonly phoneHash: string | null;
  readonly orderIds: readonly bigint[];
}

export interface TracedOrder {
  readonly orderId: bigint;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
  readonly checkoutToken: string | null;
}

export interface TracedKey {
  readonly id: number;
  readonly kind: string;
  readonly value: string;
  readonly personId: number;
}

/** Orders of a request that are the person's: those it names, unless they are another customer's by now. */
export function ownOrders(request: ErasureRequest, found: readonly TracedOrder[]): readonly TracedOrder[] {
  return found.filter(
    (order) =>
      request.customerId === null || order.customerId === null || order.customerId === request.customerId,
  );
}

/**
 * Keys of the persons that go: whole persons only, and none that somebody else's account belongs to. A browser that a
 * household shares stays with the account that it belongs to.
 */
export function ownKeys(
  request: ErasureRequest,
  orders: readonly TracedOrder[],
  keys: readonly TracedKey[],
): readonly TracedKey[] {
  const accounts = new Set(
    [request.customerId, ...orders.map((order) => order.customerId)].flatMap((id) =>
      id === null ? [] : [id.toString()],
    ),
  );
  const foreign = new Set(
    keys.filter((key) => key.kind === 'account' && !accounts.has(key.value)).map((key) => key.personId),
  );
  return keys.filter((key) => !foreign.has(key.personId));
}

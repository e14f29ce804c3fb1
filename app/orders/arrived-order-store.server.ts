import { bigId, day, flag, instant, int, orNull, statement, text } from '../db/statement';
import type { Sql } from '../ports';

/** An order as all that follows it reads it. */
export interface ArrivedOrder {
  readonly orderId: bigint;
  readonly placedAt: Date;
  readonly placedOn: number;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
  readonly checkoutToken: string | null;
  readonly isTest: boolean;
  /** Cancelled, or a test. */
  readonly isVoid: boolean;
  /** What is left of its lines. */
  readonly lines: readonly { productId: bigint; quantity: number; isSubscription: boolean }[];
}

const ORDER = {
  orderId: bigId,
  placedAt: instant,
  placedOn: day,
  customerId: orNull(bigId),
  browserId: orNull(text),
  checkoutToken: orNull(text),
  cancelledAt: orNull(instant),
  isTest: flag,
};

const FROM_ORDERS = `
  SELECT "orderId", "placedAt", "placedOn", "customerId", "browserId", "checkoutToken", "cancelledAt", "isTest"
  FROM "Order" WHERE "shopId" = :shopId`;

// Not ordered there: SQLite would rather walk all orders of the shop by their time than sort these few.
const BY_ID = statement(`${FROM_ORDERS} AND "orderId" IN (SELECT "value" FROM numbers(:orderIds))`, ORDER);

const BY_CHECKOUT = statement(
  `${FROM_ORDERS} AND "checkoutToken" IN (SELECT "value" FROM texts(:checkoutTokens))`,
  ORDER,
);

const LINES = statement(
  `SELECT "orderId", "productId", "quantity", "isSubscription" FROM "Purchase"
   WHERE "shopId" = :shopId AND "orderId" IN (SELECT "value" FROM numbers(:orderIds))`,
  { orderId: bigId, productId: bigId, quantity: int, isSubscription: flag },
);

/**
 * Stored orders with what is left of their lines, oldest first. What follows an arrival is handed them, and reads again only
 * what its own transaction must see.
 */
export async function loadOrders(
  db: Sql,
  shopId: number,
  which: { readonly orderIds: readonly bigint[] } | { readonly checkoutTokens: readonly string[] },
): Promise<readonly ArrivedOrder[]> {
  const wanted = 'orderIds' in which ? which.orderIds : which.checkoutTokens;
  if (wanted.length === 0) return [];
  const orders =
    'orderIds' in which
      ? await db.all(BY_ID, { shopId, orderIds: which.orderIds })
      : await db.all(BY_CHECKOUT, { shopId, checkoutTokens: which.checkoutTokens });
  if (orders.length === 0) return [];
  orders.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  const orderIds = orders.map((order) => order.orderId);
  const lines = new Map<bigint, ArrivedOrder['lines'][number][]>(orderIds.map((orderId) => [orderId, []]));
  for (const { orderId, ...line } of await db.all(LINES, { shopId, orderIds }))
    lines.get(orderId)?.push(line);
  return orders.map(({ cancelledAt, ...order }) => ({
    ...order,
    isVoid: cancelledAt !== null || order.isTest,
    lines: lines.get(order.orderId) ?? [],
  }));
}

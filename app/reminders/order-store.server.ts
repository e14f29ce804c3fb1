import { bigId, day, flag, instant, int, orNull, statement, text } from '../db/statement';
import type { Sql } from '../ports';
import { isRandomId } from '../shoppers/shopper-key';

export interface ArrivedOrder {
  readonly orderId: bigint;
  readonly placedAt: Date;
  readonly placedOn: number;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
  readonly checkoutToken: string | null;
  readonly isVoid: boolean;
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

// CROSS JOIN keeps the order: from the few names to their persons, never through a shop's whole table.
const KEYS_BEHIND = statement(
  `SELECT DISTINCT n."orderId", o."id"
   FROM rows(:names, "orderId" number, "kind" text, "name" text) AS n
   CROSS JOIN "ShopperKey" k CROSS JOIN "ShopperKey" o
   WHERE k."shopId" = :shopId AND k."kind" = n."kind" AND k."value" = n."name"
     AND o."shopId" = k."shopId" AND o."personId" = k."personId"`,
  { orderId: bigId, id: int },
);

/** Orders with what is left of their lines, oldest first; `isVoid` for cancelled and test orders. */
export async function loadOrders(
  db: Sql,
  shopId: number,
  which: { readonly orderIds: readonly bigint[] } | { readonly checkoutTokens: readonly string[] },
): Promise<readonly ArrivedOrder[]> {
  const orders =
    'orderIds' in which
      ? await db.all(BY_ID, { shopId, orderIds: which.orderIds })
      : await db.all(BY_CHECKOUT, { shopId, checkoutTokens: which.checkoutTokens });
  if (orders.length === 0) return [];
  orders.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  const orderIds = orders.map((order) => order.orderId);
  const lines = await db.all(LINES, { shopId, orderIds });
  return orders.map(({ cancelledAt, isTest, ...order }) => ({
    ...order,
    isVoid: cancelledAt !== null || isTest,
    lines: lines.filter((line) => line.orderId === order.orderId),
  }));
}

/** Every key of the persons behind these orders, by order. */
export async function keysBehind(
  db: Sql,
  shopId: number,
  orders: readonly ArrivedOrder[],
): Promise<ReadonlyMap<bigint, readonly number[]>> {
  const names = orders.flatMap((order) =>
    buyerNames(order).map(({ kind, value }) => ({ orderId: order.orderId, kind, name: value })),
  );
  const keys = await db.all(KEYS_BEHIND, { shopId, names });
  return new Map(
    orders.map(({ orderId }) => [
      orderId,
      keys.filter((key) => key.orderId === orderId).map((key) => key.id),
    ]),
  );
}

/** How the buyer of an order is known, strongest first. */
export function buyerNames(
  order: Pick<ArrivedOrder, 'customerId' | 'browserId' | 'checkoutToken'>,
): readonly { kind: 'account' | 'browser' | 'checkout'; value: string }[] {
  const { customerId, browserId, checkoutToken } = order;
  return [
    ...(customerId === null ? [] : [{ kind: 'account' as const, value: String(customerId) }]),
    ...(browserId === null || !isRandomId(browserId) ? [] : [{ kind: 'browser' as const, value: browserId }]),
    ...(checkoutToken === null ? [] : [{ kind: 'checkout' as const, value: checkoutToken }]),
  ];
}

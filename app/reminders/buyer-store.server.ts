import { bigId, int, statement } from '../db/statement';
import type { ArrivedOrder } from '../orders/arrived-order-store.server';
import type { Sql } from '../ports';
import { isRandomId } from '../shoppers/shopper-key';

// CROSS JOIN keeps the order: from the few names to their persons, never through a shop's whole table.
const KEYS_BEHIND = statement(
  `SELECT DISTINCT n."orderId", o."id"
   FROM rows(:names, "orderId" number, "kind" text, "name" text) AS n
   CROSS JOIN "ShopperKey" k CROSS JOIN "ShopperKey" o
   WHERE k."shopId" = :shopId AND k."kind" = n."kind" AND k."value" = n."name"
     AND o."shopId" = k."shopId" AND o."personId" = k."personId"`,
  { orderId: bigId, id: int },
);

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

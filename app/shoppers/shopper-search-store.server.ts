import { setImmediate } from 'node:timers/promises';
import { bigId, orNull, statement, text } from '../db/statement';
import type { Sql } from '../ports';

/** Who placed an order, as far as it says. */
export interface OrderBuyer {
  readonly orderId: bigint;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
}

const BUYER = statement(
  `SELECT "orderId", "customerId", "browserId" FROM "Order" WHERE "shopId" = :shopId AND "orderId" = :orderId`,
  { orderId: bigId, customerId: orNull(bigId), browserId: orNull(text) },
);

export async function findOrderById(db: Sql, shopId: number, orderId: bigint): Promise<OrderBuyer | null> {
  return db.first(BUYER, { shopId, orderId });
}

/** Orders looked at in one go: a few milliseconds. */
const LOOK_AT = 5000;
const NAMES = statement(
  `SELECT "orderId", "name" FROM "Order" WHERE "shopId" = :shopId AND "orderId" < :before
  ORDER BY "orderId" DESC LIMIT :limit`,
  { orderId: bigId, name: text },
);
const MAX_ID = 2n ** 63n - 1n;

/** The latest order with one of these names, such as `#1001`. Walks back through the shop's orders, a part at a time. */
export async function findOrderByName(
  db: Sql,
  shopId: number,
  names: readonly string[],
): Promise<OrderBuyer | null> {
  for (let before = MAX_ID; ;) {
    const rows = await db.all(NAMES, { shopId, before, limit: LOOK_AT });
    const found = rows.find((row) => names.includes(row.name));
    if (found) return findOrderById(db, shopId, found.orderId);
    const last = rows.at(-1);
    if (!last || rows.length < LOOK_AT) return null;
    before = last.orderId;
    await setImmediate();
  }
}

import { setImmediate } from 'node:timers/promises';
import type { HotDatabase, Reader } from '../ports';

/** Who placed an order, as far as it says. */
export interface OrderBuyer {
  readonly orderId: bigint;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
}

export async function findOrderById(db: Reader, shopId: number, orderId: bigint): Promise<OrderBuyer | null> {
  return db.order.findUnique({
    where: { shopId_orderId: { shopId, orderId } },
    select: { orderId: true, customerId: true, browserId: true },
  });
}

/** Orders looked at in one go: a few milliseconds. */
const LOOK_AT = 5000;
const NAMES = `
  SELECT "orderId", "name" FROM "Order" WHERE "shopId" = ? AND "orderId" < ? ORDER BY "orderId" DESC LIMIT ${LOOK_AT}`;
const MAX_ID = 2n ** 63n - 1n;

/** The latest order with one of these names, such as `#1001`. Walks back through the shop's orders, a part at a time. */
export async function findOrderByName(
  { hot, read }: { readonly hot: HotDatabase; readonly read: Reader },
  shopId: number,
  names: readonly string[],
): Promise<OrderBuyer | null> {
  for (let before = MAX_ID; ;) {
    const rows = hot.prepareRead(NAMES).all(shopId, before) as { orderId: bigint; name: string }[];
    const found = rows.find((row) => names.includes(row.name));
    if (found) return findOrderById(read, shopId, found.orderId);
    const last = rows.at(-1);
    if (!last || rows.length < LOOK_AT) return null;
    before = last.orderId;
    await setImmediate();
  }
}

import type { Reader, Tx } from '../ports';
import { fingerprint, type StoredOrder } from './choose-orders';
import type { MappedOrder, PurchaseRow } from './to-purchases';

/** SQLite takes about 32,000 values in one statement; a purchase has eleven. */
const ROWS_AT_ONCE = 1_000;

/** What is stored of these orders, by id. */
export async function loadStoredOrders(
  db: Reader | Tx,
  shopId: number,
  orderIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, StoredOrder>> {
  const where = { shopId, orderId: { in: [...orderIds] } };
  const orders = await db.order.findMany({ where });
  if (orders.length === 0) return new Map();
  const purchases = new Map<bigint, PurchaseRow[]>();
  for (const purchase of await db.purchase.findMany({ where })) {
    purchases.set(purchase.orderId, [...(purchases.get(purchase.orderId) ?? []), purchase]);
  }
  return new Map(
    orders.map((order) => [
      order.orderId,
      {
        shopifyUpdatedAt: order.shopifyUpdatedAt,
        fingerprint: fingerprint({ order, purchases: purchases.get(order.orderId) ?? [] }),
      },
    ]),
  );
}

/** Writes orders with their purchases, in place of what is stored of them. */
export async function replaceOrders(tx: Tx, shopId: number, orders: readonly MappedOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await removeOrders(
    tx,
    shopId,
    orders.map(({ order }) => order.orderId),
  );
  await tx.order.createMany({ data: orders.map(({ order }) => order) });
  const purchases = orders.flatMap((one) => one.purchases);
  for (let from = 0; from < purchases.length; from += ROWS_AT_ONCE) {
    await tx.purchase.createMany({ data: purchases.slice(from, from + ROWS_AT_ONCE) });
  }
}

/** Orders that are gone at Shopify. */
export async function removeOrders(tx: Tx, shopId: number, orderIds: readonly bigint[]): Promise<void> {
  const where = { shopId, orderId: { in: [...orderIds] } };
  await tx.purchase.deleteMany({ where });
  await tx.order.deleteMany({ where });
}

/** Those of some orders that were placed since an instant. */
export async function listOrdersPlacedSince(
  db: Reader,
  shopId: number,
  orderIds: readonly bigint[],
  since: Date,
): Promise<readonly bigint[]> {
  const rows = await db.order.findMany({
    where: { shopId, orderId: { in: [...orderIds] }, placedAt: { gte: since } },
    select: { orderId: true },
  });
  return rows.map((row) => row.orderId);
}

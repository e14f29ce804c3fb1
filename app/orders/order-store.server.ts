import { statement } from '../db/statement';
import type { Reader, Tx } from '../ports';
import { fingerprint, type StoredOrder } from './intake/choose-orders';
import type { MappedOrder, OrderRow, PurchaseRow } from './intake/to-purchases';

/** What an order is compared by; what is added here is inserted below as well. */
const ORDER_COLUMNS = {
  shopId: true,
  orderId: true,
  name: true,
  placedAt: true,
  placedOn: true,
  customerId: true,
  browserId: true,
  phoneHash: true,
  checkoutToken: true,
  sourceName: true,
  currency: true,
  netMinor: true,
  isTest: true,
  cancelledAt: true,
  fulfilledAt: true,
  shopifyUpdatedAt: true,
  journeySource: true,
  journeyLanding: true,
  customerOrder: true,
} as const satisfies Record<keyof OrderRow, true>;

/** What is stored of these orders, by id. */
export async function loadStoredOrders(
  db: Reader,
  shopId: number,
  orderIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, StoredOrder>> {
  const where = { shopId, orderId: { in: [...orderIds] } };
  const orders = await db.prisma.order.findMany({ where, select: { ...ORDER_COLUMNS, importId: true } });
  if (orders.length === 0) return new Map();
  const purchases = new Map<bigint, PurchaseRow[]>();
  for (const purchase of await db.prisma.purchase.findMany({ where })) {
    purchases.set(purchase.orderId, [...(purchases.get(purchase.orderId) ?? []), purchase]);
  }
  return new Map(
    orders.map(({ importId, ...order }) => {
      const held = { order, purchases: purchases.get(order.orderId) ?? [] };
      const { shopifyUpdatedAt } = order;
      return [order.orderId, { shopifyUpdatedAt, importId, fingerprint: fingerprint(held), held }];
    }),
  );
}

// One statement for a whole page: row by row, Prisma takes ten times as long for the same lines.
const INSERT_ORDERS = statement(`
  INSERT INTO "Order" ("shopId", "orderId", "name", "placedAt", "placedOn", "customerId", "browserId", "phoneHash",
    "checkoutToken", "sourceName", "currency", "netMinor", "isTest", "cancelledAt", "fulfilledAt", "shopifyUpdatedAt",
    "journeySource", "journeyLanding", "customerOrder", "importId")
  SELECT :shopId, r."orderId", r."name", r."placedAt", r."placedOn", r."customerId", r."browserId", r."phoneHash",
    r."checkoutToken", r."sourceName", r."currency", r."netMinor", r."isTest", r."cancelledAt", r."fulfilledAt",
    r."shopifyUpdatedAt", r."journeySource", r."journeyLanding", r."customerOrder", :importId
  FROM rows(:orders, "orderId" number, "name" text, "placedAt" instant, "placedOn" number, "customerId" number,
    "browserId" text, "phoneHash" text, "checkoutToken" text, "sourceName" text, "currency" text, "netMinor" number,
    "isTest" flag, "cancelledAt" instant, "fulfilledAt" instant, "shopifyUpdatedAt" instant, "journeySource" text,
    "journeyLanding" text, "customerOrder" number) AS r`);

const INSERT_PURCHASES = statement(`
  INSERT INTO "Purchase" ("shopId", "lineId", "orderId", "productId", "variantId", "quantity", "boughtOn",
    "unitPriceMinor", "isSubscription", "customerId", "browserId", "phoneHash")
  SELECT :shopId, r."lineId", r."orderId", r."productId", r."variantId", r."quantity", r."boughtOn",
    r."unitPriceMinor", r."isSubscription", r."customerId", r."browserId", r."phoneHash"
  FROM rows(:purchases, "lineId" number, "orderId" number, "productId" number, "variantId" number, "quantity" number,
    "boughtOn" number, "unitPriceMinor" number, "isSubscription" flag, "customerId" number, "browserId" text,
    "phoneHash" text) AS r`);

/**
 * Writes orders with their purchases, in place of what is stored of them.
 * @param importId the upload that they come from; null when Shopify's API told them
 */
export async function replaceOrders(
  tx: Tx,
  shopId: number,
  orders: readonly MappedOrder[],
  importId: number | null = null,
): Promise<void> {
  if (orders.length === 0) return;
  await removeOrders(
    tx,
    shopId,
    orders.map(({ order }) => order.orderId),
  );
  await tx.run(INSERT_ORDERS, { shopId, importId, orders: orders.map(({ order }) => order) });
  await tx.run(INSERT_PURCHASES, { shopId, purchases: orders.flatMap((mapped) => mapped.purchases) });
}

/** Orders that are gone at Shopify. */
export async function removeOrders(tx: Tx, shopId: number, orderIds: readonly bigint[]): Promise<void> {
  if (orderIds.length === 0) return;
  const where = { shopId, orderId: { in: [...orderIds] } };
  await tx.prisma.purchase.deleteMany({ where });
  await tx.prisma.order.deleteMany({ where });
}

/** Those of some orders that were placed since an instant. */
export async function listOrdersPlacedSince(
  db: Reader,
  shopId: number,
  orderIds: readonly bigint[],
  since: Date,
): Promise<readonly bigint[]> {
  const rows = await db.prisma.order.findMany({
    where: { shopId, orderId: { in: [...orderIds] } },
    select: { orderId: true, placedAt: true },
  });
  // Not asked for there: SQLite would rather walk all orders of the shop since then than look at these few.
  return rows.flatMap((row) => (row.placedAt >= since ? row.orderId : []));
}

/** How many orders are known, and since when. */
export async function loadReach(
  db: Reader,
  shopId: number,
): Promise<{ readonly orders: number; readonly oldestAt: Date | null }> {
  const [orders, oldest] = await Promise.all([
    db.prisma.order.count({ where: { shopId } }),
    db.prisma.order.findFirst({
      where: { shopId },
      orderBy: { placedAt: 'asc' },
      select: { placedAt: true },
    }),
  ]);
  return { orders, oldestAt: oldest?.placedAt ?? null };
}

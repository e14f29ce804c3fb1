import type { Reader, Tx } from '../ports';
import { fingerprint, type StoredOrder } from './intake/choose-orders';
import type { MappedOrder, OrderRow, PurchaseRow } from './intake/to-purchases';

/** What an order is compared by. Prisma's `select` and the INSERT read it alike. */
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
  shopifyUpdatedAt: true,
  journeySource: true,
  journeyLanding: true,
  customerOrder: true,
} as const satisfies Record<keyof OrderRow, true>;

/** What is stored of these orders, by id. */
export async function loadStoredOrders(
  db: Reader | Tx,
  shopId: number,
  orderIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, StoredOrder>> {
  const where = { shopId, orderId: { in: [...orderIds] } };
  const orders = await db.order.findMany({ where, select: { ...ORDER_COLUMNS, importId: true } });
  if (orders.length === 0) return new Map();
  const purchases = new Map<bigint, PurchaseRow[]>();
  for (const purchase of await db.purchase.findMany({ where })) {
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
const INSERT_ORDERS = insertFromJson('Order', [...Object.keys(ORDER_COLUMNS), 'importId']);
const INSERT_PURCHASES = insertFromJson('Purchase', [
  ...[
    'shopId',
    'lineId',
    'orderId',
    'productId',
    'variantId',
    'quantity',
    'boughtOn',
    'unitPriceMinor',
    'isSubscription',
  ],
  ...['customerId', 'browserId', 'phoneHash'],
]);

/** An INSERT whose one parameter is a JSON array of objects with these columns. 64-bit ids travel as text. */
function insertFromJson(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map((column) =>
    column.endsWith('Id') && column !== 'browserId'
      ? `CAST(value->>'${column}' AS INTEGER)`
      : `value->>'${column}'`,
  );
  return `INSERT INTO "${table}" (${names}) SELECT ${values.join(', ')} FROM json_each(?)`;
}

/** Instants as the database keeps them, in epoch milliseconds; 64-bit ids as text, which JSON keeps whole. */
function asJson(rows: readonly object[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, asJsonValue(value)])),
    ),
  );
}

function asJsonValue(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'bigint' ? value.toString() : value;
}

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
  await tx.$executeRawUnsafe(INSERT_ORDERS, asJson(orders.map(({ order }) => ({ ...order, importId }))));
  await tx.$executeRawUnsafe(INSERT_PURCHASES, asJson(orders.flatMap((one) => one.purchases)));
}

/** Orders that are gone at Shopify. */
export async function removeOrders(tx: Tx, shopId: number, orderIds: readonly bigint[]): Promise<void> {
  if (orderIds.length === 0) return;
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
    db.order.count({ where: { shopId } }),
    db.order.findFirst({ where: { shopId }, orderBy: { placedAt: 'asc' }, select: { placedAt: true } }),
  ]);
  return { orders, oldestAt: oldest?.placedAt ?? null };
}

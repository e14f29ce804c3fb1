import type { MappedOrder } from './to-purchases';

/** What is stored of an order already, enough to see whether a delivery changes it. */
export interface StoredOrder {
  readonly shopifyUpdatedAt: Date;
  readonly fingerprint: string;
  /** The upload it came from; null when Shopify's API has told it, which holds whatever its time. */
  readonly importId: number | null;
  readonly held: Pick<MappedOrder, 'order' | 'purchases'>;
}

/** When somebody was erased, by the name that an order would carry. */
export interface Erasures {
  readonly orders: ReadonlySet<bigint>;
  readonly customers: ReadonlyMap<bigint, Date>;
  readonly browsers: ReadonlyMap<string, Date>;
}

export interface OrderChoice {
  /** To be written, replacing whatever is stored under the same id. */
  readonly save: readonly MappedOrder[];
  readonly unchanged: number;
  readonly stale: number;
  readonly erased: number;
}

/**
 * Which of some delivered orders to write. The latest update wins, so that any order and number of deliveries ends in the
 * same rows; what belongs to somebody erased does not come back, but what they buy afterwards is a new person's.
 */
export function chooseOrders(
  delivered: readonly MappedOrder[],
  stored: ReadonlyMap<bigint, StoredOrder>,
  erasures: Erasures,
): OrderChoice {
  const newest = new Map<bigint, MappedOrder>();
  let stale = 0;
  for (const mapped of delivered) {
    const other = newest.get(mapped.order.orderId);
    if (other) stale += 1;
    if (!other || other.order.shopifyUpdatedAt <= mapped.order.shopifyUpdatedAt)
      newest.set(mapped.order.orderId, mapped);
  }
  const save: MappedOrder[] = [];
  let unchanged = 0;
  let erased = 0;
  for (const delivery of newest.values()) {
    const before = stored.get(delivery.order.orderId);
    const known = before?.importId === null ? before : undefined;
    const allowed = withoutErased(delivery, erasures);
    if (!allowed) erased += 1;
    else if (known && known.shopifyUpdatedAt > allowed.order.shopifyUpdatedAt) stale += 1;
    else if (known && known.fingerprint === fingerprint(allowed)) unchanged += 1;
    else save.push(allowed);
  }
  return { save, unchanged, stale, erased };
}

/** Everything of an order that Larder keeps, as one comparable text. */
export function fingerprint(mapped: Pick<MappedOrder, 'order' | 'purchases'>): string {
  const purchases = [...mapped.purchases].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
  return JSON.stringify([inOrder(mapped.order), purchases.map(inOrder)], (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/** A row from the database lists its columns in another order than one that was just mapped. */
function inOrder(row: object): readonly (readonly [string, unknown])[] {
  return Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Null when nothing of the order may be kept. An order of somebody else on an erased browser is kept without it. */
export function withoutErased(mapped: MappedOrder, erasures: Erasures): MappedOrder | null {
  const { order, createdAt } = mapped;
  const isBefore = (erasedAt: Date | undefined) => erasedAt !== undefined && createdAt <= erasedAt;
  if (erasures.orders.has(order.orderId)) return null;
  if (order.customerId !== null && isBefore(erasures.customers.get(order.customerId))) return null;
  if (order.browserId === null || !isBefore(erasures.browsers.get(order.browserId))) return mapped;
  if (order.customerId === null) return null;
  return {
    ...mapped,
    order: { ...order, browserId: null },
    purchases: mapped.purchases.map((purchase) => ({ ...purchase, browserId: null })),
  };
}

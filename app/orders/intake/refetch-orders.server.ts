import { TerminalJobError, type Ports } from '../../ports';
import { hasScope } from '../../shops/shop';
import { loadShop } from '../../shops/shop-store.server';
import { LIMITED_HISTORY_DAYS } from '../backfill/backfill';
import { clearMarks, listDirtyOrders } from './dirty-order-store.server';
import { fetchOrdersById } from './fetch-orders.server';
import { ingestOrders } from './ingest-orders.server';
import { listOrdersPlacedSince, removeOrders } from '../order-store.server';

const ORDERS_AT_ONCE = 50;
const DAY_MS = 86_400_000;

type RefetchPorts = Pick<Ports, 'admin' | 'clock' | 'config' | 'db' | 'jobs'>;

/** Job `orders.refetch`: reads the orders that webhooks marked, in batches, until none of the shop's is dirty. */
export async function refetchOrders(ports: RefetchPorts, job: { readonly shopId: number }): Promise<void> {
  const unreadable: string[] = [];
  for (;;) {
    const shop = await loadShop(ports.db.read, job.shopId);
    if (!shop || shop.uninstalledAt) return;
    const dirty = await listDirtyOrders(ports.db.read, shop.id, ORDERS_AT_ONCE);
    if (dirty.length === 0) break;
    const ids = dirty.map(({ orderId }) => orderId);
    const fetched = await fetchOrdersById(ports, shop.domain, ids);
    const isWhole = hasScope(shop, 'read_all_orders');
    // Without the whole history, an order that is not shown may only be too old: a day's margin keeps it.
    const visibleSince = new Date(ports.clock.now().getTime() - (LIMITED_HISTORY_DAYS - 1) * DAY_MS);
    const gone = isWhole
      ? fetched.gone
      : await listOrdersPlacedSince(ports.db.read, shop.id, fetched.gone, visibleSince);
    await ports.db.write(async (tx) => {
      await ingestOrders(tx, ports, { shop, orders: fetched.orders, source: 'live' });
      await removeOrders(tx, shop.id, gone);
      await clearMarks(tx, shop.id, dirty);
    });
    unreadable.push(...fetched.unreadable);
  }
  if (unreadable.length > 0) {
    throw new TerminalJobError(`${unreadable.length} orders could not be read: ${unreadable[0]}`);
  }
}

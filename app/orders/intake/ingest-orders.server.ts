import type { Ports, Tx } from '../../ports';
import type { OrderAnswer } from '../../shopify/answers';
import type { Shop } from '../../shops/shop';
import { isInstalled } from '../../shops/shop-store.server';
import { chooseOrders } from './choose-orders';
import { loadStoredOrders, replaceOrders } from '../order-store.server';
import { loadErasures } from '../tombstone-store.server';
import { toPurchases } from './to-purchases';

export interface Ingest {
  readonly shop: Pick<Shop, 'id' | 'timeZone'>;
  readonly orders: readonly OrderAnswer[];
  /** Orders of the past only teach; new ones may also be somebody's reorder or activate a reminder. */
  readonly source: 'backfill' | 'live';
}

/**
 * Takes orders as Shopify answered them, all lines included: the one way into Larder for backfill, webhooks and
 * reconciliation. Runs inside the caller's transaction, so that its cursor or marks move exactly if the orders are in.
 * A shop that left while Shopify answered gets nothing any more.
 * @returns ids of the orders that changed something.
 */
export async function ingestOrders(
  tx: Tx,
  ports: Pick<Ports, 'config' | 'jobs'>,
  { shop, orders, source }: Ingest,
): Promise<readonly bigint[]> {
  if (!(await isInstalled(tx, shop.id))) return [];
  const delivered = orders.map((answer) => toPurchases(answer, shop));
  const stored = await loadStoredOrders(
    tx,
    shop.id,
    delivered.map(({ order }) => order.orderId),
  );
  const erasures = await loadErasures(tx, {
    secret: ports.config.apiSecret,
    shopId: shop.id,
    orders: delivered,
  });

  const { save } = chooseOrders(delivered, stored, erasures);

  await replaceOrders(tx, shop.id, save);
  const changed = save.map(({ order }) => order.orderId);
  if (changed.length > 0) {
    const kind = source === 'backfill' ? 'shoppers.learn' : 'orders.arrived';
    await ports.jobs.enqueue(tx, { kind, shopId: shop.id, payload: { orderIds: changed.map(String) } });
  }
  return changed;
}

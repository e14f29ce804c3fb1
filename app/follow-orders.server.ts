/**
 * What follows orders, in its order. The way that leads here:
 *
 *     webhook   server/hot-paths -> orders/intake/receive-webhook (inbox, then 200)
 *               -> job orders.process-inbox, orders/intake/process-inbox (mark dirty)
 *               -> job orders.refetch, orders/intake/refetch-orders -> orders/intake/ingest-orders -> job orders.arrived
 *     missed    job orders.reconcile, orders/intake/reconcile-orders -> orders/intake/ingest-orders -> job orders.arrived
 *     the past  job orders.backfill, orders/backfill/run-backfill -> orders/intake/ingest-orders -> job shoppers.learn
 *               job orders.import, orders/upload/read-upload -> job shoppers.learn
 *
 * and from here to what was counted: job results.collect, results/counting/collect-results.
 *
 * Every step may run again and leads to the same: when one fails, the job begins at the first.
 */
import { loadOrders, type ArrivedOrder } from './orders/arrived-order-store.server';
import type { JobOf, Ports } from './ports';
import { refreshForecasts } from './refills/forecasts/refresh-forecasts.server';
import { activateReminders } from './reminders/activate-reminders.server';
import { settleOffers } from './reminders/settle-offers.server';
import { countLater } from './results/counting/collect-results.server';
import { learnFromOrders } from './shoppers/learn-from-orders.server';

/** Job `orders.arrived`: orders that are new, or changed. */
export async function followArrivedOrders(
  ports: Ports,
  { shopId, payload }: JobOf<'orders.arrived'>,
): Promise<void> {
  const arrived = await read(ports, shopId, payload.orderIds);
  // An offer that a guest met becomes an exposure while its checkout is still nobody's.
  await settleOffers(ports, arrived);
  // Who bought: what comes after forecasts and counts by person.
  await learnFromOrders(ports, arrived);
  await refreshForecasts(ports, arrived);
  await countLater(ports, { shopId, ...payload });
  // Last what asks Shopify, so that an outage costs no count. Missed reminders are taken up by the hourly planning.
  await activateReminders(ports, arrived);
}

/**
 * Job `shoppers.learn`: orders of the past, or orders whose offers waited. They tell who is who; forecasts follow with the
 * rebuild of the whole shop.
 */
export async function followPastOrders(
  ports: Ports,
  { shopId, payload }: JobOf<'shoppers.learn'>,
): Promise<void> {
  const past = await read(ports, shopId, payload.orderIds);
  await settleOffers(ports, past);
  await learnFromOrders(ports, past);
  await countLater(ports, { shopId, ...payload });
}

/** Job `reminders.activate`: a reminder was accepted for orders that are here already. */
export async function followAcceptedReminders(
  ports: Ports,
  { shopId, payload }: JobOf<'reminders.activate'>,
): Promise<void> {
  await activateReminders(ports, await read(ports, shopId, payload.orderIds));
}

/** The orders, once for all that follow. */
async function read(
  ports: Ports,
  shopId: number,
  orderIds: readonly bigint[],
): Promise<{ readonly shopId: number; readonly orders: readonly ArrivedOrder[] }> {
  return { shopId, orders: await loadOrders(ports.db.read, shopId, { orderIds }) };
}

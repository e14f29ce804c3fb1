import { setImmediate } from 'node:timers/promises';
import type { Ports } from '../../ports';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import { consumableIds, customersAfter, saveInsights } from './insight-store.server';
import { addCustomer, openInsights, readInsights } from './insights';

/** Customers read between two turns of the event loop: a few milliseconds. */
const CHUNK = 200;

/** Job `results.insights`: counts every customer of the shop, in short turns, and keeps the sums. */
export async function rebuildInsights(
  ports: Pick<Ports, 'db' | 'clock'>,
  job: { readonly shopId: number },
): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const at = ports.clock.now();
  const consumables = await consumableIds(ports.db.read, shop.id);
  const about = {
    todayOn: localDay(at, shop.timeZone),
    isConsumable: (productId: string) => consumables.has(productId),
  };
  const tally = openInsights();
  let after = -1n;
  for (;;) {
    const customers = await customersAfter(ports.db.read, shop.id, after, CHUNK);
    if (customers.size === 0) break;
    for (const [customerId, orders] of customers) {
      after = customerId > after ? customerId : after;
      if (orders.length > 0) addCustomer(tally, orders, about);
    }
    await setImmediate();
  }
  const insights = readInsights(tally);
  await ports.db.write((tx) => saveInsights(tx, shop.id, insights, at));
}

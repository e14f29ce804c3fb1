import type { Ports } from '../../ports';
import { loadShop } from '../../shops/shop-store.server';
import { beginBackfill } from './backfill';
import { saveBackfill } from './backfill-store.server';

/** Reads the shop's past again from the first page, at the merchant's wish. What is known already stays meanwhile. */
export async function restartBackfill(
  ports: Pick<Ports, 'clock' | 'db' | 'jobs'>,
  shopId: number,
): Promise<void> {
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop || shop.uninstalledAt) return;
  await ports.db.write(async (tx) => {
    await saveBackfill(tx, shopId, beginBackfill(shop, ports.clock.now()));
    await ports.jobs.enqueue(tx, { kind: 'orders.backfill', shopId, key: `${shopId}` });
  });
}

import { removeShopUploads } from '../orders/upload/upload-files.server';
import type { JobOf, Ports } from '../ports';
import { ShopGone } from '../shopify/admin-errors';
import { shopSettingsAnswer } from '../shopify/answers';
import { SHOP_SETTINGS } from '../shopify/queries';
import { loadShop } from '../shops/shop-store.server';
import { removeShop } from './shop-erasure-store.server';

const HOUR_MS = 3_600_000;

/**
 * Job `privacy.erase-shop`: removes everything of a shop. It sweeps once more an hour later, because work that was under
 * way at the time may have written a last row. A shop that comes back gets a new id, so the sweep cannot touch it.
 *
 * A shop of which no uninstall was heard is asked for at Shopify first, and kept when Shopify still lets us in. While there
 * is no answer, the question is put again every hour.
 */
export async function eraseShop(
  ports: Pick<Ports, 'admin' | 'clock' | 'config' | 'db' | 'jobs' | 'log'>,
  job: JobOf<'privacy.erase-shop'>,
): Promise<void> {
  const { shopId } = job;
  const { isSweep = false } = job.payload;
  const later = {
    kind: 'privacy.erase-shop' as const,
    shopId,
    dueAt: new Date(ports.clock.now().getTime() + HOUR_MS),
  };

  const departure = await askDeparture(ports, shopId);
  if (departure === 'stayed') return;
  if (departure === 'unknown') {
    await ports.db.write((tx) => ports.jobs.enqueue(tx, { ...later, key: `${shopId}` }));
    return;
  }

  await ports.db.write(async (tx) => {
    await removeShop(tx, shopId);
    await ports.jobs.enqueue(tx, { kind: 'privacy.overwrite-erased', shopId, key: `${shopId}` });
    if (!isSweep) await ports.jobs.enqueue(tx, { ...later, payload: { isSweep: true } });
  });
  await removeShopUploads(ports.config, shopId);
}

/** A shop that gave us no access any more, or whose access we have lost, has left. */
async function askDeparture(
  ports: Pick<Ports, 'admin' | 'db' | 'log'>,
  shopId: number,
): Promise<'left' | 'stayed' | 'unknown'> {
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop || shop.uninstalledAt) return 'left';
  try {
    await ports.admin.query(shop.domain, SHOP_SETTINGS, {}, shopSettingsAnswer);
    ports.log.warn({ shopId }, 'A shop that still has Larder was to be erased; it is kept');
    return 'stayed';
  } catch (err) {
    if (err instanceof ShopGone) return 'left';
    ports.log.warn(
      { shopId, err },
      'Shopify did not say whether a shop has left; it is asked again in an hour',
    );
    return 'unknown';
  }
}

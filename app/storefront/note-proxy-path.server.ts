import type { Ports } from '../ports';
import { saveProxyHeard } from '../shops/shop-store.server';
import type { ShelfShop } from './shelf-store.server';

const HOUR_MS = 3_600_000;

/**
 * Keeps where the storefront reaches Larder, and that it did: at most once an hour, and at once after the merchant renamed the
 * path, which the theme is then told. Nothing but these requests knows it: Shopify's Admin API has no field for it.
 */
export async function noteProxyPath(
  ports: Pick<Ports, 'clock' | 'db' | 'jobs'>,
  shop: Pick<ShelfShop, 'id' | 'proxyPath' | 'proxyHeardAt'>,
  proxyPath: string,
): Promise<void> {
  const at = ports.clock.now();
  const isRenamed = proxyPath !== shop.proxyPath;
  const isFresh = shop.proxyHeardAt !== null && at.getTime() - shop.proxyHeardAt.getTime() < HOUR_MS;
  if (isFresh && !isRenamed) return;
  await ports.db.group(async (tx) => {
    await saveProxyHeard(tx, { shopId: shop.id, proxyPath, at });
    if (!isRenamed) return;
    const once = { shopId: shop.id, key: `${shop.id}` };
    await ports.jobs.enqueue(tx, { kind: 'storefront.publish-top-sellers', ...once });
  });
}

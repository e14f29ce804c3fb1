import type { Ports } from '../ports';
import { sameScopes } from './shop';
import { loadShopByDomain, saveInstall } from './shop-store.server';

/**
 * Called after every token exchange. A new or returning shop is installed, and a change of scopes noted; either way its
 * settings are read again, and after them whatever history is missing. An ordinary visit changes nothing.
 */
export async function recordInstall(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock'>,
  install: { readonly domain: string; readonly scopes: string },
): Promise<void> {
  const known = await loadShopByDomain(ports.db.read, install.domain);
  if (known && known.uninstalledAt === null && sameScopes(known.scopes, install.scopes)) return;
  await ports.db.write(async (tx) => {
    const shopId = await saveInstall(tx, { ...install, at: ports.clock.now() });
    await ports.jobs.enqueue(tx, { kind: 'shops.read-settings', shopId, key: `${shopId}` });
  });
}

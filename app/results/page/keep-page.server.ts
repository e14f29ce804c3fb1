import type { Ports } from '../../ports';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import { viewOfDay } from './load-page.server';
import { hasPage, keepPage } from './result-page-store.server';

/** Job `results.keep-page`: keeps the page of the day that has just ended, for looking back at it as it was. */
export async function keepResultsPage(
  ports: Pick<Ports, 'db' | 'clock' | 'config'>,
  job: { readonly shopId: number },
): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const at = ports.clock.now();
  const todayOn = localDay(at, shop.timeZone);
  const onDay = todayOn - 1;
  if (await hasPage(ports.db.read, shop.id, onDay)) return;
  const view = await viewOfDay(ports, shop, { onDay, todayOn });
  await ports.db.write((tx) => keepPage(tx, { shopId: shop.id, onDay, view, at }));
}

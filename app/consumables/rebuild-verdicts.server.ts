import type { Ports } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { saveVerdicts } from './evidence-store.server';
import { judgeProducts } from './judge-products.server';

/** Verdicts saved at once: nothing else waits for long. */
const CHUNK = 250;

/** Job `consumables.rebuild`: every product's verdict from today's evidence; forecasts follow. */
export async function rebuildVerdicts(ports: Ports, job: { readonly shopId: number }): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const at = ports.clock.now();
  const todayOn = localDay(at, shop.timeZone);
  const verdicts = await judgeProducts(ports, shop.id, todayOn);
  for (let from = 0; from < verdicts.length; from += CHUNK) {
    const rows = verdicts.slice(from, from + CHUNK);
    await ports.db.group((tx) => saveVerdicts(tx, shop.id, rows, at));
  }
  await ports.db.write((tx) =>
    ports.jobs.enqueue(tx, { kind: 'refills.rebuild', shopId: shop.id, key: `${shop.id}` }),
  );
}

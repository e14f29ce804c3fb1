/**
 * What ends when a shop leaves. The way that leads here:
 *
 *     webhook   server/hot-paths -> orders/intake/receive-webhook (inbox, then 200) -> job orders.process-inbox (the shop is
 *               no longer installed, nothing of it waits) -> job shops.leave
 *
 * From the moment the shop is no longer installed nothing acts any more, since everything asks. Its rows stay until
 * Shopify asks for its erasure (privacy/).
 */
import type { JobOf, Ports } from './ports';
import { endSessions } from './shopify/session-storage.server';
import { loadShop } from './shops/shop-store.server';
import { switchAllOff } from './tactics/tactic-store.server';

/** Job `shops.leave`. A merchant who came back meanwhile finds every switch off, and keeps the new session. */
export async function followLeaving(
  ports: Pick<Ports, 'db'>,
  { shopId, payload }: JobOf<'shops.leave'>,
): Promise<void> {
  await ports.db.group((tx) => switchAllOff(tx, shopId, payload.leftAt));
  const shop = await loadShop(ports.db.read, shopId);
  if (shop?.uninstalledAt) await endSessions(ports.db, shop.domain);
}

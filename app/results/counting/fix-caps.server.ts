import { fixCap } from '../../holdout/layer-store.server';
import type { Ports } from '../../ports';
import type { Shop } from '../../shops/shop';
import { layersWithoutCap, spendsBetween } from './cap-store.server';
import { WINDOW_MS } from './outcomes';
import { capFromPrePeriod } from '../statistics/money';

/**
 * Fixes what one person's spend counts with at most, for every layer that has no word on it yet: from what buyers spent in
 * the 28 days before it started, and nothing that came after.
 * @returns whether any was fixed
 */
export async function fixCaps(
  ports: Pick<Ports, 'db'>,
  shop: Pick<Shop, 'id' | 'currency'>,
): Promise<boolean> {
  const { read } = ports.db;
  const open = await layersWithoutCap(read, shop.id);
  for (const { id, startedAt } of open) {
    const from = new Date(startedAt.getTime() - WINDOW_MS);
    const period = { shopId: shop.id, currency: shop.currency, from, until: startedAt };
    const cap = capFromPrePeriod(await spendsBetween(read, period));
    await ports.db.group((tx) => fixCap(tx, { shopId: shop.id, id }, cap, startedAt));
  }
  return open.length > 0;
}

import { fixLimit } from '../../holdout/layer-store.server';
import type { Ports } from '../../ports';
import type { Shop } from '../../shops/shop';
import { layersWithoutLimit, spendsBetween } from './limit-store.server';
import { WINDOW_MS } from './outcomes';
import { limitFromPrePeriod } from '../statistics/money';

/**
 * Fixes what one person's spend counts with at most, for every layer that has no word on it yet: from what buyers spent in
 * the 28 days before it started, and nothing that came after.
 * @returns whether any was fixed
 */
export async function fixLimits(
  ports: Pick<Ports, 'db'>,
  shop: Pick<Shop, 'id' | 'currency'>,
): Promise<boolean> {
  const { read } = ports.db;
  const open = await layersWithoutLimit(read, shop.id);
  for (const { id, startedAt } of open) {
    const from = new Date(startedAt.getTime() - WINDOW_MS);
    const period = { shopId: shop.id, currency: shop.currency, from, until: startedAt };
    const limit = limitFromPrePeriod(await spendsBetween(read, period));
    await ports.db.group((tx) => fixLimit(tx, { shopId: shop.id, id }, limit, startedAt));
  }
  return open.length > 0;
}

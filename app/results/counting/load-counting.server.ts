import type { Ports } from '../../ports';
import { loadShop } from '../../shops/shop-store.server';
import { loadLimits } from './limit-store.server';
import type { Counting } from './recount-persons.server';

/** What counting the persons of a shop needs to know of it; null when the shop is gone. */
export async function loadCounting(ports: Pick<Ports, 'db'>, shopId: number): Promise<Counting | null> {
  const shop = await loadShop(ports.db.read, shopId);
  return shop && { shop, limits: await loadLimits(ports.db.read, shopId) };
}

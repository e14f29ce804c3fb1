import type { HotReader } from '../../db/read-steps.server';
import { loadKinds } from './kind-store.server';
import { SHOPPERS_CASES } from '../fold/fold-lines';
import { learnShop, type Learned } from './learn-shop';
import type { PackSizes } from './pack-store.server';
import { countPurchases } from './purchase-store.server';
import { linesByDay } from './shop-purchase-store.server';

/** Reads a shop's purchases of consumables once, in the order of days, and learns from them. */
export async function learnFromPurchases(
  hot: HotReader,
  about: { readonly shopId: number; readonly todayOn: number; readonly sizes: PackSizes },
): Promise<Learned<bigint>> {
  const { shopId, todayOn, sizes } = about;
  const kinds = await loadKinds(hot, shopId);
  const purchases = await countPurchases(hot, shopId, 100 * SHOPPERS_CASES);
  return learnShop(linesByDay(hot, shopId, todayOn, sizes), kinds, { todayOn, purchases });
}

import type { Sql } from '../../ports';
import { loadKinds } from './kind-store.server';
import { SHOPPERS_CASES } from '../fold/fold-lines';
import { openLearning, type Learned } from './learn-shop';
import type { PackSizes } from './pack-store.server';
import { countPurchases } from './purchase-store.server';
import { linesByDay, toTeachingLine } from './shop-purchase-store.server';

/** Reads a shop's purchases of consumables once, in the order of days, and learns from them. */
export async function learnFromPurchases(
  sql: Sql,
  about: { readonly shopId: number; readonly todayOn: number; readonly sizes: PackSizes },
): Promise<Learned<bigint>> {
  const { shopId, todayOn, sizes } = about;
  const kinds = await loadKinds(sql, shopId);
  const purchases = await countPurchases(sql, shopId, 100 * SHOPPERS_CASES);
  const learning = openLearning(kinds, { todayOn, purchases });
  for await (const line of linesByDay(sql, shopId, todayOn)) learning.enter(toTeachingLine(line, sizes));
  return learning.close();
}

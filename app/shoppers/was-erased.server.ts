import { findTombstone } from '../orders/tombstone-store.server';
import type { Ports } from '../ports';
import { findKey } from './key-store.server';
import type { ShopperName } from './shopper-key';

const TOMBSTONE_OF = { account: 'customer', browser: 'browser', checkout: 'checkout' } as const;

/**
 * Whether one of these names is of somebody who was erased and has not come back with an order since: looking at a page
 * must not make the person anew.
 */
export async function wasErased(
  { db, config }: Pick<Ports, 'db' | 'config'>,
  shopId: number,
  names: readonly ShopperName[],
): Promise<boolean> {
  for (const { kind, value } of names) {
    if (kind === 'erased' || (await findKey(db.read, { shopId, kind, value }))) continue;
    const name = { kind: TOMBSTONE_OF[kind], value };
    if (await findTombstone(db.read, { secret: config.apiSecret, shopId, ...name })) return true;
  }
  return false;
}

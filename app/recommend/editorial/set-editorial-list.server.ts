import type { Ports } from '../../ports';
import { countKnown, replaceEditorial } from './editorial-store.server';

/** One item in five comes from here or from what is rising: a longer list would hardly be seen. */
export const EDITORIAL_MAX = 50;

export type EditorialOutcome =
  | { readonly kind: 'saved'; readonly products: number }
  | { readonly kind: 'refused'; readonly reason: 'too-many' | 'named-twice' | 'unknown-product' };

/** Sets the merchant's picks, in their order; an empty list takes all away. Nothing is changed when it is refused. */
export async function setEditorialList(
  ports: Pick<Ports, 'db' | 'clock'>,
  { shopId, productIds }: { readonly shopId: number; readonly productIds: readonly bigint[] },
): Promise<EditorialOutcome> {
  if (productIds.length > EDITORIAL_MAX) return { kind: 'refused', reason: 'too-many' };
  if (new Set(productIds).size < productIds.length) return { kind: 'refused', reason: 'named-twice' };
  const known = await countKnown(ports.db.read, shopId, productIds);
  if (known < productIds.length) return { kind: 'refused', reason: 'unknown-product' };
  await ports.db.group((tx) => replaceEditorial(tx, shopId, productIds, ports.clock.now()));
  return { kind: 'saved', products: productIds.length };
}

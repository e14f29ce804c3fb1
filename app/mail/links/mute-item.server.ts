import type { Tx } from '../../ports';
import type { MailKind } from '../kinds';
import { itemScope } from '../outbox/item-scope';
import { mutedProducts, suppress, takeBackWishes } from '../outbox/suppression-store.server';

/** No more mail about a product to an address, and an end to what is still to come about it; or (`undo`) both back. */
export async function muteItem(
  tx: Tx,
  kinds: readonly MailKind[],
  wish: { shopId: number; emailHash: string; productId: bigint; undo: boolean; at: Date },
): Promise<void> {
  const { shopId, emailHash, productId, undo } = wish;
  const scope = itemScope(productId);
  // The first instant stays: by it what ended can be brought back.
  const at = (await mutedProducts(tx, shopId, emailHash)).get(productId) ?? wish.at;
  if (undo) await takeBackWishes(tx, { shopId, emailHash, scopes: [scope] });
  else await suppress(tx, { shopId, emailHash, scope, source: 'link', at });
  for (const kind of kinds) await kind.stopItem(tx, { shopId, emailHash, productId, at, undo });
}

import type { Reader } from '../../ports';
import type { Shop } from '../../shops/shop';
import { findKind, type MailKind } from '../kinds';
import { loadLetterItems } from '../letter/letter-store.server';
import { loadCarried } from '../outbox/claimed-store.server';
import type { CarriedMessage } from '../outbox/outbox-store.server';
import { mutedProducts } from '../outbox/suppression-store.server';
import type { FoundLink } from './link-store.server';
import type { MailFace, MailedItem } from './mail-face';

/** The messages of the mail that carried a link. */
export function messagesOf(db: Reader, { shopId, message }: FoundLink): Promise<readonly CarriedMessage[]> {
  return loadCarried(db, { shopId, id: message.id });
}

/** What every page behind a link shows of its mail: whose shop, in which language, and the items of that mail, no others. */
export async function loadFace(
  db: Reader,
  kinds: readonly MailKind[],
  link: FoundLink,
  shop: Shop,
): Promise<MailFace> {
  const { shopId, message } = link;
  const muted = message.emailHash === null ? new Map() : await mutedProducts(db, shopId, message.emailHash);
  const items = new Map<bigint, MailedItem>();
  let locale: string | null = null;
  for (const carried of await messagesOf(db, link)) {
    const subject = await findKind(kinds, carried.kind).loadSubject(db, carried);
    if (!subject) continue;
    locale ??= subject.locale;
    const named = await loadLetterItems(db, shopId, subject.items);
    for (const [place, { productId }] of subject.items.entries()) {
      const item = named[place];
      const name = item && !item.isSensitive ? item.productTitle : null;
      items.set(productId, { productId, name, isMuted: muted.has(productId) });
    }
  }
  return {
    shopName: shop.name,
    shopAddress: `https://${shop.domain}/`,
    locale: locale ?? shop.locale,
    items: [...items.values()],
  };
}

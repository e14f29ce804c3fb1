import { hashAddress } from '../../mail/outbox/address-hash.server';
import { fetchBuyers } from '../../mail/outbox/fetch-buyers.server';
import type { FoundLink } from '../../mail/links/link-store.server';
import { findKind, type MailKind } from '../../mail/kinds';
import type { Ports } from '../../ports';
import type { Shop } from '../../shops/shop';

/**
 * The customer whose whole history a link may open: the mail followed an order of theirs and went to the address that their
 * record has now, as Shopify says. Null for a guest, for another address, and when it cannot be told.
 */
export async function customerBehind(
  ports: Pick<Ports, 'db' | 'admin' | 'config' | 'log'>,
  kinds: readonly MailKind[],
  link: FoundLink,
  shop: Shop,
): Promise<string | null> {
  const { shopId, message } = link;
  const subject = await findKind(kinds, message.kind).loadSubject(ports.db.read, { shopId, ...message });
  if (!subject?.orderId || message.emailHash === null) return null;
  const buyers = await fetchBuyers(ports, shop.domain, [subject.orderId]);
  const buyer = buyers.get(subject.orderId);
  if (!buyer) return null;
  const isTheirAddress = hashAddress(ports.config.apiSecret, shopId, buyer.email) === message.emailHash;
  return isTheirAddress ? String(buyer.customerId) : null;
}

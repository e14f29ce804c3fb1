import { findTombstone } from '../orders/tombstone-store.server';
import type { Ports } from '../ports';
import { parseGid } from '../shopify/gid';
import { findKey } from './key-store.server';
import { isRandomId, type ShopperName } from './shopper-key';
import { findOrderById, findOrderByName, type OrderBuyer } from './shopper-search-store.server';

/** `guest`: an order that names neither a customer nor a browser. */
export type FoundShopper =
  | { readonly reason: 'found'; readonly personId: number }
  | { readonly reason: 'erased'; readonly erasedAt: Date }
  | { readonly reason: 'guest' }
  | { readonly reason: 'unknown' };

type FindPorts = Pick<Ports, 'db' | 'config'>;

/**
 * A shopper by what a merchant has at hand: a customer id, an order's number or id, or a browser id. Never by name or
 * address, which are not kept.
 */
export async function findShopper(ports: FindPorts, shopId: number, text: string): Promise<FoundShopper> {
  const asked = text.trim();
  if (isRandomId(asked)) return byName(ports, shopId, { kind: 'browser', value: asked });
  const id = parseGid(asked);
  if (id !== null) {
    const customer = await byName(ports, shopId, { kind: 'account', value: id.toString() });
    if (customer.reason !== 'unknown') return customer;
  }
  const order =
    (id === null ? null : await findOrderById(ports.db.read, shopId, id)) ??
    (await byNumber(ports, shopId, asked));
  if (order) return ofOrder(ports, shopId, order);
  const erasedAt = id === null ? null : await tombstone(ports, shopId, 'order', id.toString());
  return erasedAt ? { reason: 'erased', erasedAt } : { reason: 'unknown' };
}

/** Shops may change what stands around the number: only the usual `#` may be left out. */
function byNumber({ db }: FindPorts, shopId: number, asked: string): Promise<OrderBuyer | null> {
  if (asked === '' || asked.length > 40) return Promise.resolve(null);
  return findOrderByName(db.read, shopId, asked.startsWith('#') ? [asked] : [asked, `#${asked}`]);
}

async function ofOrder(ports: FindPorts, shopId: number, order: OrderBuyer): Promise<FoundShopper> {
  const { customerId, browserId } = order;
  if (customerId !== null) return byName(ports, shopId, { kind: 'account', value: customerId.toString() });
  return browserId === null
    ? { reason: 'guest' }
    : byName(ports, shopId, { kind: 'browser', value: browserId });
}

async function byName(ports: FindPorts, shopId: number, name: ShopperName): Promise<FoundShopper> {
  const key = await findKey(ports.db.read, { shopId, ...name });
  if (key) return { reason: 'found', personId: key.personId };
  const erasedAt = await tombstone(
    ports,
    shopId,
    name.kind === 'account' ? 'customer' : 'browser',
    name.value,
  );
  return erasedAt ? { reason: 'erased', erasedAt } : { reason: 'unknown' };
}

function tombstone(
  { db, config }: FindPorts,
  shopId: number,
  kind: 'customer' | 'browser' | 'order',
  value: string,
): Promise<Date | null> {
  return findTombstone(db.read, { secret: config.apiSecret, shopId, kind, value });
}

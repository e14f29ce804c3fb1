import type { Ports } from '../ports';
import { recountJob } from '../shoppers/recount-job';
import { EVERY_DOOR, verifyProxyQuery } from '../shopify/verify-proxy';
import { exposedProducts } from './exposure-detail';
import { noteProxyPath } from './note-proxy-path.server';
import { readShelfEvent } from './shelf-event';
import { findShownShelf, saveShelfEvent } from './shelf-event-store.server';
import { findShelfShop, findShopper } from './shelf-store.server';

/**
 * Keeps what a shopper did with a shelf: a statistic, nothing is decided by it. Only a view that showed refills to this
 * very visitor counts, once per type and product; anything else is answered alike and dropped.
 */
export async function recordEvent(
  ports: Pick<Ports, 'config' | 'clock' | 'db' | 'jobs'>,
  { url, body }: { url: URL; body: string },
): Promise<{ status: 204 | 400 | 401 }> {
  const { apiSecret: secret } = ports.config;
  const query = verifyProxyQuery(url.searchParams, EVERY_DOOR, { secret, wallNow: ports.clock.wall() });
  if (!query.ok) return { status: query.status };
  const event = readShelfEvent(body);
  if (!event) return { status: 400 };
  const { visitor, view, type, productId } = event;

  const { hot } = ports.db;
  const shop = findShelfShop(hot, query.shop);
  if (!shop) return { status: 401 };
  await noteProxyPath(ports, shop, query.proxyPath);
  const shelf = findShownShelf(hot, shop.id, view);
  const account = query.customerId && findShopper(hot, shop.id, { kind: 'account', value: query.customerId });
  const browser = visitor && findShopper(hot, shop.id, { kind: 'browser', value: visitor });
  const isTheirs = [account, browser].some((key) => key && key.personId === shelf?.personId);
  const isShown = productId === undefined || (shelf && exposedProducts(shelf.detail).includes(productId));
  if (shelf && isTheirs && isShown) {
    const what = { shopId: shop.id, view, type, productId: BigInt(productId ?? 0), keyId: shelf.keyId };
    await saveShelfEvent(hot, { ...what, at: ports.clock.now() }, (writer) => {
      if (type !== 'seen') ports.jobs.enqueueHot(writer, recountJob(shop.id, shelf.keyId));
    });
  }
  return { status: 204 };
}

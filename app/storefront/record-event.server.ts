import { readAbout } from '../holdout/exposure-about';
import type { Ports } from '../ports';
import { findKey } from '../shoppers/key-store.server';
import { recountJob } from '../shoppers/recount-job';
import { EVERY_DOOR, verifyProxyQuery } from '../shopify/verify-proxy';
import { noteProxyPath } from './note-proxy-path.server';
import { readShelfEvent } from './shelf-event';
import { findShownShelf, saveShelfEvent } from './shelf-event-store.server';
import { findShelfShop } from './shelf-store.server';

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

  const { read } = ports.db;
  const shop = await findShelfShop(read, query.shop);
  if (!shop) return { status: 401 };
  const { id: shopId } = shop;
  await noteProxyPath(ports, shop, query.proxyPath);
  const shelf = await findShownShelf(read, shopId, view);
  const account =
    query.customerId && (await findKey(read, { shopId, kind: 'account', value: query.customerId }));
  const browser = visitor && (await findKey(read, { shopId, kind: 'browser', value: visitor }));
  const isTheirs = [account, browser].some((key) => key && key.personId === shelf?.personId);
  const isShown =
    productId === undefined || (shelf && readAbout(shelf.detail).productIds.includes(BigInt(productId)));
  if (shelf && isTheirs && isShown) {
    const { keyId } = shelf;
    const what = { shopId, view, type, productId: BigInt(productId ?? 0), keyId, at: ports.clock.now() };
    await ports.db.group(async (tx) => {
      const isNew = await saveShelfEvent(tx, what);
      if (isNew && type !== 'seen') await ports.jobs.enqueue(tx, recountJob(shopId, keyId));
    });
  }
  return { status: 204 };
}

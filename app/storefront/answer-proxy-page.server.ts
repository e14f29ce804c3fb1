import type { Ports } from '../ports';
import { EVERY_DOOR, verifyProxyQuery } from '../shopify/verify-proxy';
import { noteProxyPath } from './note-proxy-path.server';
import { findShelfShop } from './shelf-store.server';

const headers = {
  'cache-control': 'private, no-store',
  'content-type': 'text/plain; charset=utf-8',
} as const;
const HERE = { status: 200, headers, body: 'This is the address of the Larder app on this shop.\n' } as const;
const NOT_FOUND = { status: 404, headers, body: 'Not found\n' } as const;

/**
 * Answers what comes through the app proxy to no door of its own: the proxy's own address with a sentence, everything else
 * with 404, and nothing ever with a redirect, whose address would carry the signed query. A merchant who renamed the path opens
 * the new address once, and Larder has learnt it.
 * @param path as it was sent, not resolved
 */
export async function answerProxyPage(
  ports: Pick<Ports, 'config' | 'clock' | 'db' | 'jobs'>,
  { path, params }: { readonly path: string; readonly params: URLSearchParams },
): Promise<typeof HERE | typeof NOT_FOUND> {
  const { apiSecret: secret } = ports.config;
  const query = verifyProxyQuery(params, EVERY_DOOR, { secret, wallNow: ports.clock.wall() });
  if (query.ok) {
    const shop = await findShelfShop(ports.db.read, query.shop);
    if (!shop) return NOT_FOUND;
    await noteProxyPath(ports, shop, query.proxyPath);
  }
  // Beside parameters of others (utm, gclid) nothing that Shopify says is believed: nobody is signed in, nothing is learnt.
  const isOurs = query.ok || query.reason === 'not-of-this-door';
  return isOurs && /^\/proxy\/?$/.test(path) ? HERE : NOT_FOUND;
}

import { randomBytes } from 'node:crypto';
import { signProxyQuery } from '../app/shopify/verify-proxy';
import { browserOf, hasItems, SHOP } from './shelf-shop';

export interface ShelfRequest {
  readonly path: string;
  readonly view: string;
  readonly kind: 'items' | 'none' | 'unknown';
}

/** Requests as the app proxy signs them: of ten, five recognised with items, three known with none, two unknown. */
export function makeRequests(
  count: number,
  shoppers: number,
  secret: string,
  wallNow: Date,
): readonly ShelfRequest[] {
  const withItems = Array.from({ length: shoppers }, (_, n) => n).filter(hasItems);
  const withNone = Array.from({ length: shoppers }, (_, n) => n).filter((n) => !hasItems(n));
  return Array.from({ length: count }, (_, n) => {
    const kind = n % 10 < 5 ? 'items' : n % 10 < 8 ? 'none' : 'unknown';
    const known = kind === 'items' ? withItems : withNone;
    // A stride that shares no factor with the list spreads neighbours over the whole file.
    const shopper = kind === 'unknown' ? shoppers + n : (known[(n * 7919) % known.length] ?? 0);
    const view = randomBytes(16).toString('base64url');
    const params = new URLSearchParams({
      shop: SHOP,
      logged_in_customer_id: '',
      path_prefix: '/apps/larder',
      timestamp: String(Math.floor(wallNow.getTime() / 1000)),
      v: '1',
      visitor: browserOf(shopper),
      view,
    });
    params.set('signature', signProxyQuery(params, secret));
    return { path: `/proxy/shelf?${params}`, view, kind };
  });
}

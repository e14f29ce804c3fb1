import { createHmac, timingSafeEqual } from 'node:crypto';
import { readProxyPath } from './proxy-path';
import { isShopDomain } from './shop-domain';

/** Shopify's own libraries allow the same. */
const MAX_AGE_SECONDS = 90;

/** The parameters of a door, all of them and each once, with the shape of their values. */
export type ProxyDoor = Readonly<Record<string, (value: string) => boolean>>;

/**
 * What Shopify adds to every request. A door with parameters of its own spreads this.
 *
 * The signed text has no separators: `b=logged_in_customer_id=5` is signed alike as one parameter or as two. It reads in one
 * way only because no value of a door may hold `=`, and no parameter's name ends with the name of another.
 */
export const EVERY_DOOR: ProxyDoor = {
  shop: isShopDomain,
  logged_in_customer_id: (value) => /^\d{0,20}$/.test(value),
  path_prefix: (value) => readProxyPath(value) !== null,
  timestamp: (value) => /^\d{1,12}$/.test(value),
};

export type ProxyVerdict =
  | {
      readonly ok: true;
      readonly shop: string;
      readonly customerId: string | null;
      /** Where the app proxy is on this shop's storefront, as merchants may rename it. */
      readonly proxyPath: string;
    }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: ProxyRefusal };

/** `not-of-this-door`: Shopify signed it, with parameters that are unknown, repeated, missing or malformed. */
export type ProxyRefusal = 'unsigned' | 'wrong-signature' | 'stale' | 'not-of-this-door';

/**
 * Whether Shopify's app proxy sent this query, and to this door.
 * @param wallNow wall time; the query's timestamp may be 90 seconds off.
 */
export function verifyProxyQuery(
  params: URLSearchParams,
  door: ProxyDoor,
  { secret, wallNow }: { readonly secret: string; readonly wallNow: Date },
): ProxyVerdict {
  const signature = params.getAll('signature');
  if (signature.length !== 1) return refuse(401, 'unsigned');
  if (!isSame(signature[0] ?? '', signProxyQuery(params, secret))) return refuse(401, 'wrong-signature');
  const proxyPath = readProxyPath(params.get('path_prefix') ?? '');
  if (proxyPath === null || !fits(params, door)) return refuse(400, 'not-of-this-door');
  const ageSeconds = Math.abs(wallNow.getTime() / 1000 - Number(params.get('timestamp')));
  if (ageSeconds > MAX_AGE_SECONDS) return refuse(401, 'stale');
  const customerId = params.get('logged_in_customer_id');
  return { ok: true, shop: params.get('shop') ?? '', customerId: customerId || null, proxyPath };
}

/**
 * The signature that belongs to a query, its own `signature` left out: hex HMAC-SHA256 of the `key=value` texts, values of a
 * repeated key joined by commas, sorted by their bytes and written one after another (shopify.dev, "Authenticate app proxies").
 */
export function signProxyQuery(params: URLSearchParams, secret: string): string {
  const keys = [...new Set(params.keys())].filter((key) => key !== 'signature');
  const texts = keys.map((key) => Buffer.from(`${key}=${params.getAll(key).join(',')}`));
  const text = Buffer.concat(texts.sort((a, b) => a.compare(b)));
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Every parameter of the door once, each value of its shape, nothing else. */
function fits(params: URLSearchParams, door: ProxyDoor): boolean {
  const names = Object.keys(door);
  return (
    params.size === names.length + 1 && // and the signature
    names.every((name) => params.has(name) && door[name]?.(params.get(name) ?? ''))
  );
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

function refuse(status: 400 | 401, reason: ProxyRefusal): ProxyVerdict {
  return { ok: false, status, reason };
}

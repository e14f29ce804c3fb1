import { createHmac, timingSafeEqual } from 'node:crypto';
import { isShopDomain } from './shop-domain';

/** Shopify's own libraries allow the same. */
const MAX_AGE_SECONDS = 90;

export type ProxyVerdict =
  | { readonly ok: true; readonly shop: string; readonly customerId: string | null }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: ProxyRefusal };

export type ProxyRefusal = 'unsigned' | 'wrong-signature' | 'stale' | 'no-shop' | 'wrong-customer';

/**
 * Whether Shopify's app proxy sent this query. Signature: hex HMAC-SHA256 of the sorted `key=value` pairs written one
 * after another, values of a repeated key joined by commas.
 * @param wallNow wall time; the query's timestamp may be 90 seconds off.
 */
export function verifyProxyQuery(params: URLSearchParams, secret: string, wallNow: Date): ProxyVerdict {
  const signature = params.getAll('signature');
  if (signature.length !== 1) return refuse(401, 'unsigned');
  if (!isSame(signature[0] ?? '', signProxyQuery(params, secret))) return refuse(401, 'wrong-signature');
  const sentAt = params.get('timestamp') ?? '';
  const ageSeconds = Math.abs(wallNow.getTime() / 1000 - Number(sentAt));
  if (!/^\d{1,12}$/.test(sentAt) || ageSeconds > MAX_AGE_SECONDS) return refuse(401, 'stale');
  const shop = params.get('shop') ?? '';
  if (!isShopDomain(shop)) return refuse(400, 'no-shop');
  const customerId = params.get('logged_in_customer_id') ?? '';
  if (!/^\d{0,20}$/.test(customerId)) return refuse(400, 'wrong-customer');
  return { ok: true, shop, customerId: customerId || null };
}

/** The signature that belongs to a query; its own `signature` is left out. */
export function signProxyQuery(params: URLSearchParams, secret: string): string {
  const keys = [...new Set(params.keys())].filter((key) => key !== 'signature').sort();
  const text = keys.map((key) => `${key}=${params.getAll(key).join(',')}`).join('');
  return createHmac('sha256', secret).update(text).digest('hex');
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

function refuse(status: 400 | 401, reason: ProxyRefusal): ProxyVerdict {
  return { ok: false, status, reason };
}

import { createHmac, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { DemoConfig } from '../config';

/** What signing needs of the configuration, so that tests can sign without the rest. */
export type Signing = Pick<DemoConfig, 'shopDomain' | 'apiKey' | 'secret'>;

/** The staff member who uses the pretend admin. */
export const STAFF_ID = '42';

/** The token App Bridge hands to the embedded app: HS256 with the app's secret, good for a minute of wall time. */
export function adminSessionToken(config: Signing): Promise<string> {
  return new SignJWT({
    iss: `https://${config.shopDomain}/admin`,
    dest: `https://${config.shopDomain}`,
    sid: randomUUID(),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(config.apiKey)
    .setSubject(STAFF_ID)
    .setJti(randomUUID())
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('60s')
    .sign(key(config));
}

/**
 * The token a checkout or customer-account extension gets, good for five minutes.
 * @param buyer `customerId` (decimal) only when the buyer is signed in: it becomes the `sub` claim.
 */
export function checkoutSessionToken(
  config: Signing,
  buyer: { customerId?: string | null } = {},
): Promise<string> {
  const token = new SignJWT({ dest: config.shopDomain })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(config.apiKey)
    .setJti(randomUUID())
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('5m');
  if (buyer.customerId) token.setSubject(`gid://shopify/Customer/${buyer.customerId}`);
  return token.sign(key(config));
}

/**
 * Adds what Shopify adds to a request through the app proxy, then the signature: hex HMAC-SHA256 over the `name=value` texts,
 * values of a repeated name joined by commas, sorted and joined without a separator.
 * @param proxyPath where the app proxy is on the storefront
 * @returns a new query; `params` stays as it was. A visitor's own `signature` never survives.
 */
export function signProxyQuery(config: Signing, params: URLSearchParams, proxyPath: string): URLSearchParams {
  const query = new URLSearchParams(params);
  query.delete('signature');
  const added: Record<string, string> = {
    shop: config.shopDomain,
    logged_in_customer_id: '',
    path_prefix: proxyPath,
    timestamp: String(Math.floor(Date.now() / 1000)),
  };
  for (const [name, value] of Object.entries(added)) if (!query.has(name)) query.set(name, value);
  const message = [...new Set(query.keys())]
    .map((name) => `${name}=${query.getAll(name).join(',')}`)
    .sort()
    .join('');
  query.append('signature', createHmac('sha256', config.secret).update(message).digest('hex'));
  return query;
}

/** Base64 HMAC-SHA256 of the exact bytes that are sent, for `X-Shopify-Hmac-Sha256`. */
export function webhookHmac(config: Pick<Signing, 'secret'>, rawBody: string | Buffer): string {
  return createHmac('sha256', config.secret).update(rawBody).digest('base64');
}

/** Null when the token is an admin session token of this app and shop; otherwise why it is not. */
export async function whyNotAdminToken(config: Signing, token: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, key(config), {
      audience: config.apiKey,
      algorithms: ['HS256'],
    });
    const { dest, iss, sub, sid } = payload;
    if (dest !== `https://${config.shopDomain}`) return 'The token belongs to another shop.';
    return iss === `${dest}/admin` && sub && sid ? null : 'The token is none of the admin.';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function key(config: Pick<Signing, 'secret'>): Uint8Array {
  return new TextEncoder().encode(config.secret);
}

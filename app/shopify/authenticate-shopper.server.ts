import type { Ports } from '../ports';
import { parseGid } from './gid';
import { isShopDomain } from './shop-domain';

/** UI extensions run in a worker on Shopify's own address. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Allow-Methods': 'POST, OPTIONS',
  'Access-Control-Max-Age': '7200',
} as const;

/** All that a session token of a UI extension proves. */
export interface ShopperToken {
  readonly shopDomain: string;
  /** In decimal; only for a signed-in customer. */
  readonly customerId: string | null;
}

/**
 * Checks the session token of a checkout or customer-account extension: signature, age, and, what Shopify's library
 * leaves out here, that it was made for this app.
 * @throws Response 401 (readable by the extension) for anything else.
 */
export async function authenticateShopper(
  { shopifyApp, config }: Pick<Ports, 'shopifyApp' | 'config'>,
  request: Request,
): Promise<ShopperToken> {
  try {
    const { sessionToken } = await shopifyApp.authenticate.public.checkout(request);
    const { dest, aud, sub } = sessionToken;
    const shopDomain = String(dest).replace(/^https:\/\//, '');
    if (aud !== config.apiKey || !isShopDomain(shopDomain)) throw new Response(null, { status: 401 });
    const customerId = /^gid:\/\/shopify\/Customer\//.test(sub ?? '') ? parseGid(sub) : null;
    return { shopDomain, customerId: customerId === null ? null : String(customerId) };
  } catch (error) {
    if (!(error instanceof Response)) throw error;
    throw answerJson({ error: 'unauthorized' }, error.status);
  }
}

/** JSON that an extension may read. */
export function answerJson(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { ...CORS, 'Cache-Control': 'no-store' } });
}

/** The answer to everything but POST: what the browser's question before it wants to know. */
export function answerPreflight(request: Request): Response {
  return new Response(null, {
    status: request.method === 'OPTIONS' ? 204 : 405,
    headers: { ...CORS, Allow: 'POST, OPTIONS' },
  });
}

import type { Ports } from '../ports';
import { verifyExtensionToken } from './session-token';

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
 * The one door for checkout and customer-account extensions: opened by a token that Shopify made for an extension of this
 * app, never by one of the admin.
 * @throws Response 401 (readable by the extension) for anything else.
 */
export async function authenticateShopper(
  { shopifyApp }: Pick<Ports, 'shopifyApp'>,
  request: Request,
): Promise<ShopperToken> {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const verdict = await verifyExtensionToken(token ?? '', shopifyApp.decodeSessionToken);
  if (!verdict.ok) throw answerJson({ error: 'unauthorized' }, 401);
  return { shopDomain: verdict.shopDomain, customerId: verdict.customerId };
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

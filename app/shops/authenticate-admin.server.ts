import type { AppLoadContext } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import '../load-context';
import type { AdminRequest } from '../shopify/admin-request';
import { verifyAdminToken } from '../shopify/session-token';
import { loadShopByDomain } from './shop-store.server';
import { isOwnAddress, namesShopAndHost } from '../shopify/shop-and-host';

interface Args {
  readonly request: Request;
  readonly context: AppLoadContext;
}

/**
 * The one door to the admin: only a session token that App Bridge made for a member of the shop's staff opens it, whether it
 * comes in the header or in the address of a page that Shopify opens.
 * @throws Response: Shopify's own redirects for pages that need a token, 401 for everything else.
 */
export async function authenticateAdmin(args: Args): Promise<AdminRequest> {
  args.context.admin ??= judge(args);
  return args.context.admin.catch((error: unknown) => {
    throw error instanceof Response ? error.clone() : error;
  });
}

/**
 * What a request to the admin is answered when it may not go on; null when it may. A page that is refused is null as well:
 * it gets the same answer from its loader, and is rendered with it.
 */
export async function refuseAtAdminDoor(args: Args): Promise<Response | null> {
  try {
    await authenticateAdmin(args);
    return null;
  } catch (error) {
    if (!(error instanceof Response)) throw error;
    return error.status < 400 || !isPage(args.request) ? error : null;
  }
}

/** Shopify's page that fetches a new token and leads back to the page that needs one. */
export async function answerBouncePage({ request, context: { ports } }: Args): Promise<never> {
  const { searchParams } = new URL(request.url);
  const leadsBack = isOwnAddress(searchParams.get('shopify-reload'), ports.config.appUrl);
  if (!namesShopAndHost(searchParams) || !leadsBack) throw redirect('/');
  await ports.shopifyApp.authenticate.admin(request);
  throw redirect('/');
}

async function judge({ request, context: { ports } }: Args): Promise<AdminRequest> {
  const url = new URL(request.url);
  const header = request.headers.get('authorization');
  const token = header ? /^Bearer (\S+)$/.exec(header)?.[1] : url.searchParams.get('id_token');
  if (!header) {
    if (!isPage(request)) throw unauthorized();
    if (!namesShopAndHost(url.searchParams)) throw redirect('/');
    if (!token || url.searchParams.get('embedded') !== '1') return admit(ports, withoutToken(request));
  }
  const verdict = await verifyAdminToken(token ?? '', ports.shopifyApp.decodeSessionToken);
  if (!verdict.ok) {
    // A page may come from the browser's memory, with a token of long ago: it gets a new one.
    if (!header && verdict.reason === 'not-for-us') return admit(ports, withoutToken(request));
    ports.log.warn({ path: url.pathname, reason: verdict.reason }, 'The admin was not opened');
    throw unauthorized();
  }
  if (!header && url.searchParams.get('shop') !== verdict.shopDomain) throw unauthorized();
  return admit(ports, request);
}

/** Hands on to Shopify's library: it has the answer for a page without a token, and an access token for a good one. */
async function admit(ports: AppLoadContext['ports'], request: Request): Promise<AdminRequest> {
  const auth = await ports.shopifyApp.authenticate.admin(request);
  const shop = await loadShopByDomain(ports.db.read, auth.session.shop);
  if (!shop || shop.uninstalledAt) throw unauthorized('This shop is not installed yet.');
  return { shop, auth };
}

/** What a browser shows by itself; everything else is fetched by a page of ours, which App Bridge gives the token. */
function isPage(request: Request): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isFetched =
    request.headers.get('sec-fetch-dest') === 'empty' || new URL(request.url).pathname.endsWith('.data');
  return isRead && !isFetched && !request.headers.get('authorization');
}

function withoutToken(request: Request): Request {
  const url = new URL(request.url);
  url.searchParams.delete('id_token');
  return new Request(url, { headers: request.headers });
}

/** App Bridge tries such a request once more, with a fresh token. */
function unauthorized(why = 'This page opens inside the Shopify admin only.'): Response {
  return new Response(`${why} Open Larder again from the Apps page.`, {
    status: 401,
    headers: { 'X-Shopify-Retry-Invalid-Session-Request': '1', 'Cache-Control': 'no-store' },
  });
}

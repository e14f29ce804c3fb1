import type { IncomingHttpHeaders } from 'node:http';
import type { DemoConfig } from '../../config';
import { signProxyQuery } from '../../shopify/tokens';
import type { Id } from '../../world/types';

const TIMEOUT_MS = 5_000;

/** Query parameters only the proxy may set: a visitor who sends them does not choose who is signed in. */
const RESERVED = ['shop', 'logged_in_customer_id', 'path_prefix', 'timestamp', 'signature'];

/** Hop-by-hop headers, and what Shopify does not let through (cookies above all). */
const NOT_FORWARDED = new Set(
  'connection,content-length,cookie,host,keep-alive,te,trailer,transfer-encoding,upgrade,authorization,accept-encoding'.split(
    ',',
  ),
);
const NOT_RETURNED = new Set(
  'connection,content-encoding,content-length,date,keep-alive,pragma,server,set-cookie,transfer-encoding,vary'.split(
    ',',
  ),
);

export interface ProxyRequest {
  readonly method: string;
  readonly url: URL; // as the visitor asked, on the storefront
  readonly proxyPath: string; // where the app proxy is there
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly signedInCustomerId: Id | null;
}

export interface ProxyAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/**
 * Passes a request below the app proxy's path on to the app, as Shopify does: signed query, no cookies either way.
 * @returns 504 when the app takes longer than five seconds, 502 when it cannot be reached.
 */
export async function forwardToApp(config: DemoConfig, request: ProxyRequest): Promise<ProxyAnswer> {
  const path = request.url.pathname.slice(request.proxyPath.length);
  try {
    const response = await fetch(`${config.urls.edge}/proxy${path}?${signedQuery(config, request)}`, {
      method: request.method,
      headers: forwardedHeaders(config, request),
      redirect: 'follow',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(request.method === 'GET' || request.method === 'HEAD'
        ? {}
        : { body: new Uint8Array(request.body) }),
    });
    const headers = [...response.headers].filter(([name]) => !NOT_RETURNED.has(name));
    return {
      status: response.status,
      headers: Object.fromEntries(headers),
      body: Buffer.from(await response.arrayBuffer()),
    };
  } catch (error) {
    const status = error instanceof Error && error.name === 'TimeoutError' ? 504 : 502;
    const text = status === 504 ? 'The app took too long to answer.' : 'The app could not be reached.';
    return {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: Buffer.from(text),
    };
  }
}

function signedQuery(config: DemoConfig, request: ProxyRequest): URLSearchParams {
  const query = new URLSearchParams(request.url.search);
  for (const name of RESERVED) query.delete(name);
  query.set('logged_in_customer_id', request.signedInCustomerId ?? '');
  return signProxyQuery(config, query, request.proxyPath);
}

function forwardedHeaders(config: DemoConfig, request: ProxyRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !NOT_FORWARDED.has(name)) headers[name] = value;
  }
  return {
    ...headers,
    'x-forwarded-host': config.shopDomain,
    'x-forwarded-proto': 'https',
  };
}

import '@shopify/shopify-app-remix/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import type { Session } from '@shopify/shopify-api';
import { ApiVersion, AppDistribution, shopifyApp } from '@shopify/shopify-app-remix/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../test-shop';
import { adminSessionToken, checkoutSessionToken, signProxyQuery } from '../tokens';

/** Shopify's own library on the app's side, the demo store on the other. */
let shop: TestShop;
let app: ReturnType<typeof createApp>;
const sessions = new Map<string, Session>();

beforeAll(async () => {
  shop = await openTestShop();
  app = createApp(shop);
  setAbstractFetchFunc((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = { ...(init?.headers as Record<string, string>), 'x-demo-shop': url.hostname };
    return fetch(`${shop.url}${url.pathname}${url.search}`, { ...init, headers });
  });
});
afterAll(() => shop.close());

function createApp({ config }: TestShop) {
  return shopifyApp({
    apiKey: config.apiKey,
    apiSecretKey: config.secret,
    apiVersion: ApiVersion.July26,
    appUrl: 'http://localhost:4002',
    scopes: ['read_products'],
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    logger: { log: () => undefined },
    sessionStorage: {
      storeSession: async (session) => Boolean(sessions.set(session.id, session)),
      loadSession: async (id) => sessions.get(id),
      deleteSession: async (id) => sessions.delete(id),
      deleteSessions: async (ids) => ids.every((id) => sessions.delete(id)),
      findSessionsByShop: async () => [...sessions.values()],
    },
  });
}

const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36',
};

async function openApp() {
  const headers = { ...BROWSER, authorization: `Bearer ${await adminSessionToken(shop.config)}` };
  return app.authenticate.admin(new Request('http://localhost:4002/app', { headers }));
}

it('exchanges the session token for an expiring offline token, and installs the app by it', async () => {
  expect(shop.shopify.app.installed()).toBe(false);
  const { session, admin } = await openApp();
  expect(shop.shopify.app.installed()).toBe(true);
  expect(session.accessToken).toMatch(/^shpat_/);
  expect(session.refreshToken).toMatch(/^shprt_/);
  expect(session.scope?.split(',')).toEqual(
    expect.arrayContaining(['read_orders', 'read_all_orders', 'write_app_proxy']),
  );
  const answer = (await (await admin.graphql('{ shop { myshopifyDomain } }')).json()) as { data: unknown };
  expect(answer.data).toEqual({ shop: { myshopifyDomain: shop.config.shopDomain } });
});

it('refreshes an expired token once, with a new refresh token each time', async () => {
  const { session } = await openApp();
  const before = { access: session.accessToken, refresh: session.refreshToken };
  session.expires = new Date(Date.now() - 1000);
  sessions.set(session.id, session);
  const fresh = (await app.unauthenticated.admin(shop.config.shopDomain)).session;
  expect(fresh.accessToken).not.toBe(before.access);
  expect(fresh.refreshToken).not.toBe(before.refresh);
  const again = await requestToken({ grant_type: 'refresh_token', refresh_token: before.refresh });
  expect(again).toEqual({ status: 400, error: 'invalid_grant' });
});

it('refuses a session token signed by somebody else, and a wrong secret', async () => {
  const exchange = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
  };
  const foreign = await adminSessionToken({ ...shop.config, secret: 'another-secret-of-somebody-else' });
  expect(await requestToken({ ...exchange, subject_token: foreign })).toEqual({
    status: 400,
    error: 'invalid_subject_token',
  });
  const shopper = await checkoutSessionToken({
    ...shop.config,
    shopDomain: `https://${shop.config.shopDomain}`,
  });
  expect(await requestToken({ ...exchange, subject_token: shopper })).toMatchObject({ status: 400 });
  const own = await adminSessionToken(shop.config);
  expect(await requestToken({ ...exchange, subject_token: own, client_secret: 'wrong' })).toMatchObject({
    status: 400,
  });
});

it('signs what the library accepts: app proxy queries and checkout tokens', async () => {
  const query = signProxyQuery(
    shop.config,
    new URLSearchParams({ visitor: 'a b', signature: 'forged' }),
    '/apps/larder',
  );
  const proxied = await app.authenticate.public.appProxy(
    new Request(`http://localhost:4002/proxy/shelf?${query}`),
  );
  expect(proxied.session?.shop).toBe(shop.config.shopDomain);
  const token = await checkoutSessionToken(shop.config, { customerId: '9007199254740993' });
  const headers = { ...BROWSER, authorization: `Bearer ${token}` };
  const { sessionToken } = await app.authenticate.public.checkout(
    new Request('http://localhost:4002/api/reminders', { method: 'POST', headers }),
  );
  expect(sessionToken).toMatchObject({
    sub: 'gid://shopify/Customer/9007199254740993',
    aud: shop.config.apiKey,
  });
});

async function requestToken(fields: Record<string, unknown>): Promise<{ status: number; error: unknown }> {
  const response = await fetch(`${shop.url}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-demo-shop': shop.config.shopDomain },
    body: JSON.stringify({ client_id: shop.config.apiKey, client_secret: shop.config.secret, ...fields }),
  });
  return { status: response.status, error: ((await response.json()) as { error?: unknown }).error };
}

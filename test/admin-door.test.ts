/** Who may open the admin: every address of it, through the real server, with the real tokens and the forged ones. */
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../app/config.server';
import { buildPorts, type BuiltPorts } from '../app/ports.server';
import { createHttpServer } from '../server/create-server';
import { createBuiltRemix } from '../server/remix';
import { storeSession } from './support/store-session';
import { TEST_KEY, TEST_SECRET } from './support/test-ports';

const SHOP = 'corner.myshopify.com';
const APP_URL = 'http://localhost:3000';
const KEY = 'key';
const DESKTOP =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const HOST = Buffer.from('admin.shopify.com/store/corner').toString('base64').replace(/=+$/, '');
const FRAME = `shop=${SHOP}&host=${HOST}&embedded=1`;
const RETRY = 'x-shopify-retry-invalid-session-request';

let folder: string;
let ports: BuiltPorts;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larder-door-'));
  ports = await buildPorts(
    readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      SHOPIFY_API_KEY: KEY,
      SHOPIFY_API_SECRET: TEST_SECRET,
      ENCRYPTION_KEY: TEST_KEY,
      SHOPIFY_APP_URL: APP_URL,
      DATABASE_URL: `file:${join(folder, 'larder.sqlite')}`,
    }),
  );
  const scopes = ports.config.scopes.join(',');
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    await tx.prisma.shop.create({ data: { domain: SHOP, currency: 'GBP', scopes, installedAt: at } });
    await tx.prisma.shop.create({
      data: { domain: 'left.myshopify.com', scopes, installedAt: at, uninstalledAt: at },
    });
  });
  for (const shop of [SHOP, 'left.myshopify.com', 'unknown.myshopify.com'])
    await storeSession(ports, shop, scopes);
  server = createHttpServer(ports, await createBuiltRemix(ports));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await ports.db.close();
  rmSync(folder, { recursive: true, force: true });
});

type Claims = Record<string, unknown>;

const nowS = () => Math.floor(Date.now() / 1000);
const times = () => ({ nbf: nowS(), iat: nowS(), exp: nowS() + 60, jti: 'once' });

function sign(claims: Claims, { secret = TEST_SECRET, alg = 'HS256' } = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, typ: 'JWT' }).sign(new TextEncoder().encode(secret));
}

const staffOf = (shop: string): Claims => ({
  ...{ iss: `https://${shop}/admin`, dest: `https://${shop}`, aud: KEY, sub: '42', sid: 'session' },
  ...times(),
});
const STAFF = (): Claims => staffOf(SHOP);
const GUEST = (): Claims => ({ dest: SHOP, aud: KEY, ...times() });
const BUYER = (): Claims => ({ ...GUEST(), sub: 'gid://shopify/Customer/7' });
const without = (name: string): Claims => ({ ...STAFF(), [name]: undefined });

/** Signed with the app's own secret and of this moment, but not by App Bridge for this shop's staff. */
const FOREIGN: [string, () => Claims][] = [
  ['an extension’s guest', GUEST],
  ['an extension’s guest, the shop as an address', () => ({ ...GUEST(), dest: `https://${SHOP}` })],
  ['an extension’s buyer, the shop as an address', () => ({ ...BUYER(), dest: `https://${SHOP}` })],
  ['no issuer', () => without('iss')],
  ['no session', () => without('sid')],
  ['an empty session', () => ({ ...STAFF(), sid: '' })],
  ['no user', () => without('sub')],
  ['a customer as user', () => ({ ...STAFF(), sub: 'gid://shopify/Customer/7' })],
  ['no shop', () => without('dest')],
  ['the issuer of another shop', () => ({ ...STAFF(), iss: 'https://other.myshopify.com/admin' })],
  ['the shop itself as issuer', () => ({ ...STAFF(), iss: `https://${SHOP}` })],
  ['a host that is no shop', () => ({ ...staffOf('evil.example') })],
  ['a host that only ends like one', () => ({ ...staffOf('corner.myshopify.com.evil.example') })],
  ['plain http', () => ({ ...STAFF(), iss: `http://${SHOP}/admin`, dest: `http://${SHOP}` })],
];

/** Not for this app, or not now: a page gets a new one, anything else is refused. */
const STALE: [string, () => Promise<string>][] = [
  ['an expired one', () => sign({ ...STAFF(), exp: nowS() - 60 })],
  ['one without an end', () => sign(without('exp'))],
  ['one without a beginning', () => sign(without('nbf'))],
  ['one of the future', () => sign({ ...STAFF(), nbf: nowS() + 600 })],
  ['one for another app', () => sign({ ...STAFF(), aud: 'another' })],
  ['one for several apps', () => sign({ ...STAFF(), aud: [KEY, 'another'] })],
  ['one signed by somebody else', () => sign(STAFF(), { secret: 'another-secret-of-some-length' })],
  ['one signed in another way', () => sign(STAFF(), { alg: 'HS512' })],
  ['an unsigned one', async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(STAFF()))}.`],
  ['nonsense', async () => 'nonsense'],
];

interface Asked {
  readonly token?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

async function ask(path: string, { token, method = 'GET', headers = {} }: Asked = {}) {
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': DESKTOP, ...authorization, ...headers },
    ...(method === 'POST' ? { body: new URLSearchParams({ intent: 'switch-off' }) } : {}),
  });
  const { status } = answer;
  return { status, text: await answer.text(), headers: answer.headers, to: answer.headers.get('location') };
}

/** Every address below the admin, as the build lists them, with something in place of each parameter. */
async function adminPaths(): Promise<string[]> {
  const entry = new URL('../build/server/index.js', import.meta.url).href;
  const { routes } = (await import(entry)) as ServerBuild;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [pathOf(route.parentId), route.path].filter(Boolean).join('/') : '';
  };
  const found = Object.keys(routes).filter((id) => id.startsWith('routes/app'));
  return found.map(
    (id) =>
      `/${pathOf(id)
        .replace(/:tactic/g, 'shelf')
        .replace(/:\w+/g, '1')}`,
  );
}

async function expectShut(asked: Asked): Promise<void> {
  for (const path of await adminPaths()) {
    const ways: [string, Asked][] = [
      [path, asked],
      [`${path}.data`, asked],
      [path, { ...asked, method: 'POST' }],
      [`${path}.data`, { ...asked, method: 'POST' }],
      [path.toUpperCase(), asked],
    ];
    for (const [address, way] of ways) {
      const { status, headers } = await ask(address, way);
      expect([address, way.method, status, headers.get(RETRY)]).toEqual([address, way.method, 401, '1']);
    }
  }
}

const stored = async () => [
  await ports.db.read.prisma.session.count(),
  await ports.db.read.prisma.shop.findMany({ orderBy: { id: 'asc' } }),
];

describe('the admin', () => {
  test('knows all of its addresses', async () => {
    const paths = await adminPaths();
    expect(paths).toEqual(
      expect.arrayContaining(['/app', '/app/consumables/shoppers', '/app/history/rejects/1']),
    );
    expect(paths).toEqual(expect.arrayContaining(['/app/history/upload', '/app/results/export']));
  });

  test('opens for the shop’s staff, by header and as the page that Shopify opens', async () => {
    const token = await sign(STAFF());
    expect(await ask('/app/consumables/shoppers.data', { token })).toMatchObject({ status: 200 });
    const page = await ask(`/app/settings?${FRAME}&id_token=${token}`);
    expect(page).toMatchObject({ status: 200 });
    expect(page.text).toContain('Settings');
    expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors https://${SHOP} `);
  });

  test.each(FOREIGN)('stays shut, whole, for a token with %s', async (_what, claims) => {
    const before = await stored();
    const token = await sign(claims());
    await expectShut({ token });
    const page = await ask(`/app/consumables/shoppers?${FRAME}&id_token=${token}`);
    expect(page.status).toBe(401);
    expect(page.text).not.toContain('Who is it about');
    expect(await ask(`/auth/session-token?${FRAME}&id_token=${token}`)).toMatchObject({
      status: 302,
      to: '/',
    });
    expect(await stored()).toEqual(before);
  });

  test.each(STALE)('refuses %s, and fetches a new one for a page', async (_what, make) => {
    const token = await make();
    await expectShut({ token });
    const page = await ask(`/app/consumables/shoppers?${FRAME}&id_token=${token}`);
    expect(page.status).toBe(302);
    expect(page.to).toMatch(/^\/auth\/session-token\?/);
    expect(page.to).not.toContain('id_token');
  });

  test('stays shut for what is fetched without a token', async () => {
    for (const path of await adminPaths()) {
      for (const [address, asked] of [
        [`${path}.data`, {}],
        [path, { method: 'POST' }],
        [`${path}?${FRAME}`, { headers: { 'sec-fetch-dest': 'empty' } }],
      ] as [string, Asked][]) {
        const { status, headers } = await ask(address, asked);
        expect([address, status, headers.get(RETRY)]).toEqual([address, 401, '1']);
      }
    }
  });

  test('is not opened by a good token beside a header that is none', async () => {
    const token = await sign(STAFF());
    const headers = { authorization: `Basic ${token}` };
    expect(await ask(`/app/consumables/shoppers?${FRAME}&id_token=${token}`, { headers })).toMatchObject({
      status: 401,
    });
  });

  test.each(['left', 'unknown'])('stays shut for the staff of a shop that has %s', async (name) => {
    const token = await sign(staffOf(`${name}.myshopify.com`));
    expect(await ask('/app/consumables/shoppers.data', { token })).toMatchObject({ status: 401 });
  });

  test('stays shut when the page is another shop’s than the token', async () => {
    const token = await sign(staffOf('left.myshopify.com'));
    expect(await ask(`/app/consumables/shoppers?${FRAME}&id_token=${token}`)).toMatchObject({ status: 401 });
  });
});

describe('a page of the admin without a token', () => {
  test('in its frame leads to Shopify’s bounce page, and back', async () => {
    const page = await ask(`/app/results?${FRAME}`);
    expect(page.status).toBe(302);
    expect(page.to).toMatch(/^\/auth\/session-token\?/);
    const bounce = await ask(page.to ?? '');
    expect(bounce.status).toBe(200);
    expect(bounce.text).toContain('app-bridge.js');
    const back = new URL(page.to ?? '', APP_URL).searchParams.get('shopify-reload') ?? '';
    expect(new URL(back).pathname).toBe('/app/results');
  });

  test('comes to no token by a way around the bounce page', async () => {
    const token = await sign(GUEST());
    const answer = await ask(`/auth/session-token/?${FRAME}&id_token=${token}`);
    expect(answer).toMatchObject({ status: 302, to: `/?${FRAME}&id_token=${token}` });
  });

  test('outside of its frame leads to the Shopify admin', async () => {
    const page = await ask(`/app?shop=${SHOP}&host=${HOST}`);
    expect(page).toMatchObject({ status: 302, to: `https://admin.shopify.com/store/corner/apps/${KEY}` });
  });

  const reload = encodeURIComponent(`${APP_URL}/app`);
  const foreignHost = Buffer.from('evil.example/x.myshopify.com').toString('base64');
  const storefront = Buffer.from('evil.myshopify.com/pages/login').toString('base64');
  test.each([
    '/app',
    '/app?shop=evil.example',
    `/app?shop=${SHOP}`,
    `/app?shop=${SHOP}&host=`,
    `/app?shop=${SHOP}&host=A&embedded=1`,
    `/app?shop=${SHOP}&host=AAAA&embedded=1`,
    `/app?shop=${SHOP}&host=%00%FF%E0%A4%A&embedded=1`,
    `/app?shop=${SHOP}&host=${foreignHost}`,
    `/app?shop=${SHOP}&host=${storefront}`,
    `/app?shop=${SHOP}%0d%0aSet-Cookie:x&host=${HOST}&embedded=1`,
    `/app?shop=evil.example&host=${HOST}&embedded=1&id_token=x`,
    `/app?shop[]=${SHOP}&host[]=${HOST}`,
    `/app/no/such/page?shop=evil.example`,
    '/auth',
    '/auth/login?shop=evil.example',
    '/auth/exit-iframe?exitIframe=https://evil.example',
    '/auth/session-token',
    `/auth/session-token?shop=evil.example&host=${HOST}&shopify-reload=${reload}`,
    `/auth/session-token?shop=${SHOP}&host=${HOST}&shopify-reload=https://evil.example/`,
    `/auth/session-token?shop=${SHOP}&host=${HOST}&shopify-reload=javascript:alert(1)`,
    `/app?shop=${SHOP}&host=${HOST}A&embedded=1`,
    `/app?shop=${SHOP}&host=${HOST}==&embedded=1`,
    '/?shop=evil.example',
    '/?shop=%0d%0a',
  ])('says where to find Larder when its address is not Shopify’s: %s', async (path) => {
    let answer = await ask(path);
    for (let step = 0; step < 4 && answer.status === 302; step += 1) {
      const to = answer.to ?? '';
      expect(to).toMatch(/^\/(?!\/)/);
      answer = await ask(to);
    }
    expect([200, 404]).toContain(answer.status);
    if (answer.status === 200) expect(answer.text).toContain('Open it from the Apps page');
  });
});

describe('the doors of the extensions', () => {
  const offer = (token: string) => ask('/api/reminders/offer', { token, method: 'POST' });

  test.each([
    ['a guest', GUEST],
    ['a buyer', BUYER],
    ['a guest, the shop as an address', () => ({ ...GUEST(), dest: `https://${SHOP}` })],
  ])('open for %s', async (_who, claims) => {
    expect(await offer(await sign(claims()))).toMatchObject({ status: 400, text: '{"error":"malformed"}' });
  });

  test.each([
    ['the staff', STAFF],
    ['the staff, without an issuer', () => without('iss')],
    ['the staff, without a session', () => without('sid')],
    ['the staff, without a user', () => without('sub')],
    ['a buyer whose number is bare', () => ({ ...GUEST(), sub: '7' })],
    ['a buyer of another kind', () => ({ ...GUEST(), sub: 'gid://shopify/StaffMember/7' })],
    ['a guest with the admin as issuer', () => ({ ...GUEST(), iss: `https://${SHOP}/admin` })],
    ['a guest with a session', () => ({ ...GUEST(), sid: 'session' })],
    ['another app’s guest', () => ({ ...GUEST(), aud: 'another' })],
    ['nobody’s shop', () => ({ ...GUEST(), dest: 'evil.example' })],
    ['a guest for ever', () => ({ ...GUEST(), exp: undefined })],
  ] as [string, () => Claims][])('stay shut for %s', async (_who, claims) => {
    const token = await sign(claims());
    for (const path of ['/api/reminders', '/api/reminders/offer', '/api/reminders/stop']) {
      expect(await ask(path, { token, method: 'POST' })).toMatchObject({ status: 401 });
    }
  });
});

import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { Session } from '@shopify/shopify-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import type { ShopifyAdmin } from '../ports';
import { createShopifyAdmin } from './admin-client.server';
import { isAccessDenied, isTooCostly } from './admin-errors';

const DOMAIN = 'corner.myshopify.com';
const DOCUMENT = '{ shop { name } }';
const answer = z.object({ shop: z.object({ name: z.string() }) });
const OK = { data: { shop: { name: 'Corner' } } };

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown } | Error;

let ports: TestPorts;
let admin: ShopifyAdmin;
let answers: Answer[];
let requests: { url: string; token: string | null; body: string }[];
let slept: number[];
/** Answers before the list of answers does, unless null. */
let onRequest: ((request: { token: string | null }) => Answer | null) | null;

beforeEach(async () => {
  ports = await makeTestPorts();
  answers = [];
  requests = [];
  slept = [];
  onRequest = null;
  // Shopify's own library runs for real; only the network below it is ours.
  setAbstractFetchFunc(async (input, init) => {
    const request = new Request(input, init);
    const { url } = request;
    requests.push({
      url,
      token: request.headers.get('X-Shopify-Access-Token'),
      body: await request.text(),
    });
    const next = onRequest?.({ token: requests.at(-1)?.token ?? null }) ?? answers.shift() ?? { body: OK };
    if (next instanceof Error) throw next;
    const { status = 200, headers = {}, body = {} } = next;
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  });
  admin = createShopifyAdmin(ports.shopifyApp, {
    wall: () => ports.clock.wall(),
    sleep: async (ms) => void slept.push(ms),
  });
});
afterEach(() => ports.close());

async function storeSession(
  expiresInMs: number | null = 3_600_000,
  refreshToken: string | undefined = 'refresh-1',
): Promise<void> {
  await ports.shopifyApp.sessionStorage.storeSession(
    new Session({
      id: `offline_${DOMAIN}`,
      shop: DOMAIN,
      state: '',
      isOnline: false,
      scope: 'read_orders',
      accessToken: 'token-1',
      expires: expiresInMs === null ? undefined : new Date(Date.now() + expiresInMs),
      refreshToken,
    }),
  );
}

const renewal: Answer = {
  body: { access_token: 'token-2', scope: 'read_orders', expires_in: 3600, refresh_token: 'refresh-2' },
};
const refreshes = () => requests.filter(({ url }) => url.endsWith('/oauth/access_token'));

const ask = () => admin.query(DOMAIN, DOCUMENT, {}, answer);
const cost = (requestedQueryCost: number, currentlyAvailable: number) => ({
  cost: {
    requestedQueryCost,
    throttleStatus: { maximumAvailable: 1000, currentlyAvailable, restoreRate: 100 },
  },
});
const graphqlError = (code: string, extensions: unknown = undefined): Answer => ({
  body: { errors: [{ message: 'No.', extensions: { code } }], extensions },
});

describe('a question to the Admin API', () => {
  it('is answered, with the token of the session', async () => {
    await storeSession();
    expect(await ask()).toEqual(OK.data);
    expect(requests).toMatchObject([{ token: 'token-1' }]);
  });

  it('waits as long as a 429 says', async () => {
    await storeSession();
    answers = [{ status: 429, headers: { 'Retry-After': '3.5' } }];
    expect(await ask()).toEqual(OK.data);
    expect(slept).toEqual([3500]);
  });

  it('waits until the points it needs are there when Shopify says THROTTLED', async () => {
    await storeSession();
    answers = [graphqlError('THROTTLED', cost(500, 100))];
    expect(await ask()).toEqual(OK.data);
    expect(slept[0]).toBe(4000);
  });

  it('waits before it asks when the last answer left too few points for the same question', async () => {
    await storeSession();
    answers = [{ body: { ...OK, extensions: cost(300, 50) } }];
    await ask();
    expect(slept).toEqual([]);
    await ask();
    expect(slept).toEqual([2500]);
  });

  it('is asked again after a server error and a broken connection', async () => {
    await storeSession();
    answers = [{ status: 502 }, new Error('socket hang up'), { status: 503 }];
    expect(await ask()).toEqual(OK.data);
    expect(slept).toEqual([500, 1000, 2000]);
  });

  it('gives up after six tries, and says that Shopify was not there', async () => {
    await storeSession();
    answers = Array.from({ length: 6 }, () => ({ status: 500 }));
    await expect(ask()).rejects.toMatchObject({ name: 'ShopifyUnavailable' });
    expect(requests).toHaveLength(6);
  });

  it('that is refused says so once, recognisably', async () => {
    await storeSession();
    answers = [graphqlError('ACCESS_DENIED')];
    const denied = await ask().catch((error: unknown) => error);
    expect(denied).toMatchObject({ name: 'GraphqlRefused', codes: ['ACCESS_DENIED'] });
    expect([isAccessDenied(denied), isTooCostly(denied)]).toEqual([true, false]);
    answers = [graphqlError('MAX_COST_EXCEEDED')];
    expect(isTooCostly(await ask().catch((error: unknown) => error))).toBe(true);
    expect(requests).toHaveLength(2);
  });

  it('to a shop without a session finds the shop gone', async () => {
    await expect(ask()).rejects.toMatchObject({ name: 'ShopGone' });
    expect(requests).toEqual([]);
  });

  it('with a token that Shopify refuses renews it once and is answered', async () => {
    await storeSession();
    answers = [{ status: 401 }, renewal];
    expect(await ask()).toEqual(OK.data);
    expect(requests.map(({ token }) => token)).toEqual(['token-1', null, 'token-2']);
    expect(JSON.parse(refreshes()[0]?.body ?? '')).toMatchObject({ refresh_token: 'refresh-1' });
  });

  it('finds the shop gone when the renewed token is refused as well', async () => {
    await storeSession();
    answers = [{ status: 401 }, renewal, { status: 401 }];
    await expect(ask()).rejects.toMatchObject({ name: 'ShopGone' });
    expect(refreshes()).toHaveLength(1);
  });

  it('finds the shop gone when it gives no new token', async () => {
    await storeSession();
    answers = [{ status: 401 }, { status: 400, body: { error: 'invalid_grant' } }];
    await expect(ask()).rejects.toMatchObject({ name: 'ShopGone' });
    expect(refreshes()).toHaveLength(1);
  });

  it('does not take an outage of the renewal for a shop that is gone', async () => {
    await storeSession();
    answers = [{ status: 401 }, new Error('socket hang up'), { status: 503 }, renewal];
    expect(await ask()).toEqual(OK.data);
  });

  it('without a refresh token looks at the session once more, then finds the shop gone', async () => {
    await storeSession(3_600_000, '');
    answers = [{ status: 401 }, { status: 401 }];
    await expect(ask()).rejects.toMatchObject({ name: 'ShopGone' });
    expect(requests.map(({ token }) => token)).toEqual(['token-1', 'token-1']);
  });

  it('renews a session that does not say when its token ends, as an app has that moved to expiring ones', async () => {
    await storeSession(null);
    answers = [renewal];
    expect(await ask()).toEqual(OK.data);
    expect(requests.map(({ token }) => token)).toEqual([null, 'token-2']);
  });

  it('keeps a token that never ends', async () => {
    await storeSession(null, '');
    await ask();
    expect(requests.map(({ token }) => token)).toEqual(['token-1']);
  });

  it('survives a token that was replaced meanwhile', async () => {
    await storeSession(3_600_000, '');
    answers = [{ status: 401 }];
    expect(await ask()).toEqual(OK.data);
  });

  it('renews a refused token once, however many were refused at the same time', async () => {
    await storeSession();
    onRequest = (request) => (request.token === 'token-1' ? { status: 401 } : null);
    answers = [renewal];
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect(refreshes()).toHaveLength(1);
    expect(requests.filter(({ token }) => token === 'token-2')).toHaveLength(4);
  });

  it('refreshes an expired token once, however many ask at the same time', async () => {
    await storeSession(-1000);
    answers = [renewal];
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect(refreshes()).toHaveLength(1);
    expect(requests.filter((request) => request.token === 'token-2')).toHaveLength(4);
  });
});

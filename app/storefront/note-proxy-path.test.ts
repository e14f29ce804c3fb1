import { afterEach, beforeEach, expect, it } from 'vitest';
import { openShelfShop, randomId, type ShelfShop } from '../../test/support/shelf-shop';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { recordInstall } from '../shops/record-install.server';
import { FIRST_PROXY_PATH } from '../shops/shop';
import { answerProxyPage } from './answer-proxy-page.server';
import { answerShelf } from './answer-shelf.server';
import { publishTopSellers } from './publish-top-sellers.server';
import { recordEvent } from './record-event.server';

const HOUR_MS = 3_600_000;

let ports: TestPorts;
let shop: ShelfShop;
let published: unknown[];
let views = 0;

beforeEach(async () => {
  published = [];
  ports = await makeTestPorts({
    admin: {
      async query(_domain, document, variables, schema) {
        if (document.includes('query CurrentInstallation')) {
          return schema.parse({ currentAppInstallation: { id: 'gid://shopify/AppInstallation/1' } });
        }
        published.push(...(variables.metafields as unknown[]));
        return schema.parse({ metafieldsSet: { userErrors: [] } });
      },
    },
  });
  shop = await openShelfShop(ports);
});

afterEach(() => ports.close());

const kept = () =>
  ports.db.read.prisma.shop.findFirstOrThrow({ select: { proxyPath: true, proxyHeardAt: true } });
const waiting = () => ports.db.read.prisma.job.count({ where: { kind: 'storefront.publish-top-sellers' } });

async function ask(path_prefix: string): Promise<void> {
  const query = { v: '1', visitor: randomId('stranger'), view: randomId(++views), path_prefix };
  expect((await answerShelf(ports, { url: shop.url('/proxy/shelf', query) })).status).toBe(204);
}

const open = (path: string, query: Record<string, string> = {}) =>
  answerProxyPage(ports, { path, params: shop.url(path, query).searchParams });

it('a renamed path is kept at the first request that names it, and published to the theme', async () => {
  await ask('/apps/larder');
  expect(await waiting()).toBe(0);
  await Promise.all([ask('/tools/pantry'), ask('/tools/pantry'), ask('/tools/pantry')]);
  expect(await kept()).toMatchObject({ proxyPath: '/tools/pantry' });
  expect(await waiting()).toBe(1);
  await ports.runJobs({ 'storefront.publish-top-sellers': publishTopSellers });
  expect(published).toContainEqual(
    expect.objectContaining({ namespace: 'larder', key: 'proxy_path', value: '/tools/pantry' }),
  );
});

it('every door learns it: events, and the new address opened once by the merchant', async () => {
  const url = shop.url('/proxy/events', { path_prefix: '/a/one' });
  const event = { visitor: '', view: randomId('v'), type: 'seen' };
  expect(await recordEvent(ports, { url, body: JSON.stringify(event) })).toEqual({ status: 204 });
  expect(await kept()).toMatchObject({ proxyPath: '/a/one' });
  expect(await open('/proxy', { path_prefix: '/community/two' })).toMatchObject({ status: 200 });
  expect(await kept()).toMatchObject({ proxyPath: '/community/two' });
});

it('is written once an hour at most while nothing changes', async () => {
  const first = ports.clock.now();
  await ask('/apps/larder');
  ports.clock.advance(HOUR_MS - 1);
  await ask('/apps/larder');
  expect(await kept()).toEqual({ proxyPath: '/apps/larder', proxyHeardAt: first });
  ports.clock.advance(1);
  await ask('/apps/larder');
  expect(await kept()).toMatchObject({ proxyHeardAt: ports.clock.now() });
});

it('says so at its own address, and nothing of a page anywhere else', async () => {
  for (const path of ['/proxy', '/proxy/']) {
    const answer = await open(path);
    expect(answer).toMatchObject({
      status: 200,
      body: 'This is the address of the Larder app on this shop.\n',
    });
    expect(answer.headers).not.toHaveProperty('location');
  }
  for (const path of ['/proxy/%2e%2e/', '/proxy//', '/proxy/shelf/', '/', '/app'])
    expect(await open(path)).toMatchObject({ status: 404 });
});

it('believes nothing beside the parameters of others, and nothing unsigned', async () => {
  expect(await open('/proxy', { gclid: 'x', path_prefix: '/tools/pantry' })).toMatchObject({ status: 200 });
  const unsigned = new URLSearchParams({ shop: shop.domain, path_prefix: '/tools/pantry' });
  expect(await answerProxyPage(ports, { path: '/proxy', params: unsigned })).toMatchObject({ status: 404 });
  expect(await kept()).toEqual({ proxyPath: '/apps/larder', proxyHeardAt: null });
});

it('knows no shop that has left, which starts on the declared path when it returns', async () => {
  await ask('/tools/pantry');
  await ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { uninstalledAt: ports.clock.now() } }));
  expect(await open('/proxy', { path_prefix: '/a/one' })).toMatchObject({ status: 404 });
  expect(await kept()).toMatchObject({ proxyPath: '/tools/pantry' });
  await recordInstall(ports, { domain: shop.domain, scopes: '' });
  expect(await kept()).toEqual({ proxyPath: FIRST_PROXY_PATH, proxyHeardAt: null });
});

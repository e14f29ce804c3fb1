/** A merchant renames the app proxy: the demo's storefront and the real server, over HTTP. */
import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppMetafield } from '../demo-store/contract';
import {
  openTestStorefront,
  type TestStorefront,
} from '../demo-store/storefront/testing/open-test-storefront';
import { loadHealth } from '../app/overview/load-health.server';
import { publishTopSellers } from '../app/storefront/publish-top-sellers.server';
import { createHttpServer } from '../server/create-server';
import { randomId } from './support/shelf-shop';
import { makeTestPorts, makeTestShop, type TestPorts } from './support/test-ports';

const DAY_MS = 86_400_000;
const SAID = 'This is the address of the Larder app on this shop.';

let store: TestStorefront;
let ports: TestPorts;
let server: Server;
let shopId: number;

beforeEach(async () => {
  store = await openTestStorefront();
  store.placements.set({ shelfOnHome: true });
  ports = await makeTestPorts({
    now: new Date(),
    config: { apiSecret: store.config.secret },
    admin: {
      async query(_shop, document, variables, schema) {
        if (document.includes('query CurrentInstallation'))
          return schema.parse({ currentAppInstallation: { id: 'gid://shopify/AppInstallation/1' } });
        store.metafields.splice(0, Infinity, ...(variables.metafields as AppMetafield[]));
        return schema.parse({ metafieldsSet: { userErrors: [] } });
      },
    },
  });
  shopId = (await makeTestShop(ports, { domain: store.config.shopDomain })).id;
  const changedAt = ports.clock.now();
  await ports.db.write((tx) =>
    tx.prisma.tactic.create({ data: { shopId, name: 'shelf', state: 'on', changedAt } }),
  );
  const remix = {
    listener: (_req: unknown, res: ServerResponse) => void res.end('remix'),
    close: async () => undefined,
  };
  server = createHttpServer({ ...ports, clock: { ...ports.clock, moveTo: () => undefined } }, remix);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  store.answerWith(async ({ method, url, headers }) => {
    const target = `http://127.0.0.1:${port}${url.pathname}${url.search}`;
    const answer = await fetch(target, { method, headers: { 'user-agent': headers['user-agent'] ?? '' } });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await store.close();
  await ports.close();
});

/** Where the theme says that the app is. */
async function pathInTheme(): Promise<string> {
  const home = await (await store.browser()('/')).text();
  return /data-proxy="([^"]*)"/.exec(home)?.[1] ?? '';
}

/** What the shelf's script would get; 204 is Larder's word to a stranger. */
async function askForShelf(): Promise<number> {
  const query = new URLSearchParams({ v: '1', visitor: randomId('stranger'), view: randomId('view') });
  return (await store.browser()(`${await pathInTheme()}/shelf?${query}`)).status;
}

test('the storefront falls silent, Health says so, one visit to the new address mends it', async () => {
  expect([await pathInTheme(), await askForShelf()]).toEqual(['/apps/larder', 204]);
  store.proxyPath = '/tools/pantry';
  expect(await askForShelf()).toBe(404);
  ports.clock.set(new Date(ports.clock.now().getTime() + 3 * DAY_MS));
  expect((await loadHealth(ports, shopId)).storefront).toMatchObject({
    path: '/apps/larder',
    isSilent: true,
  });

  expect(await (await store.browser()('/tools/pantry')).text()).toContain(SAID);
  await ports.runJobs({ 'storefront.publish-top-sellers': publishTopSellers });
  expect([await pathInTheme(), await askForShelf()]).toEqual(['/tools/pantry', 204]);
  expect((await loadHealth(ports, shopId)).storefront).toMatchObject({
    path: '/tools/pantry',
    isSilent: false,
  });
});

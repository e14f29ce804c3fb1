/** A changed share through the real draw, exposure, counting and page: versions stay apart, and nobody held out is let in. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { expose } from '../app/holdout/expose.server';
import { collectResults } from '../app/results/counting/collect-results.server';
import { loadResultsPage } from '../app/results/page/load-page.server';
import { changeShare } from '../app/tactics/change-share.server';
import { draftNote } from '../app/tactics/decision-note';
import { switchOn } from '../app/tactics/switch-on.server';
import { listChanges } from '../app/tactics/tactic-store.server';
import { localDay } from '../app/shops/local-day';
import { makeTestPorts, makeTestShop, type TestPorts } from './support/test-ports';

const DAY_MS = 86_400_000;

let ports: TestPorts;
let shop: { id: number; domain: string; timeZone: string; currency: string };

beforeEach(async () => {
  ports = await makeTestPorts({ now: '2026-08-03T12:00:00Z' });
  shop = { ...(await makeTestShop(ports)), currency: 'GBP' };
});
afterEach(() => ports.close());

async function start(): Promise<void> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const note = draftNote('shelf', { owner: 'Ada', todayOn });
  expect(await switchOn(ports, { shopId: shop.id, tactic: 'shelf', note })).toEqual({ ok: true });
}

async function visit(browser: string): Promise<string> {
  const answer = await expose(ports, {
    shopId: shop.id,
    shopDomain: shop.domain,
    tactic: 'shelf',
    key: { kind: 'browser', value: browser },
    businessKey: `${browser}-${ports.clock.now().getTime()}`,
    at: ports.clock.now(),
    detail: {},
  });
  if (answer.reason !== 'exposed') throw new Error(answer.reason);
  return answer.arm;
}

const collect = () => collectResults(ports, { shopId: shop.id, payload: {} });

async function page(versions = {}) {
  const loaded = await loadResultsPage(ports, shop, { versions });
  if (loaded.reason === 'not-kept') throw new Error('not kept');
  return loaded.view;
}

it('keeps everyone held out, starts a version of its own and pools nothing', async () => {
  await start();
  const people = Array.from({ length: 300 }, (_, index) => `browser-${index}`);
  const before = new Map<string, string>();
  for (const person of people) before.set(person, await visit(person));
  await collect();
  const first = (await page()).larder;
  expect(first.treated.shoppers + first.control.shoppers).toBe(300);

  ports.clock.advance(30 * DAY_MS);
  expect(await changeShare(ports, { shopId: shop.id, of: 'larder', shareBp: 4000 })).toEqual({
    ok: true,
    version: 2,
  });
  ports.clock.advance(DAY_MS);
  for (const person of people) {
    const arm = await visit(person);
    if (before.get(person) === 'holdout') expect(arm).toBe('holdout');
  }
  for (let index = 0; index < 100; index += 1) await visit(`newcomer-${index}`);
  await collect();

  const { larder } = await page();
  expect(larder.version).toMatchObject({ version: 2, shareBp: 4000 });
  expect(larder.treated.shoppers + larder.control.shoppers).toBe(100);
  expect(larder.control.shoppers).toBeGreaterThan(25);
  expect(larder.leftOut.olderVersion).toBe(300);

  const older = (await page({ larder: 1 })).larder;
  expect(older.version).toMatchObject({ version: 1, shareBp: 1000, endedOn: '2026-09-02' });
  expect([older.treated.shoppers, older.control.shoppers]).toEqual([
    first.treated.shoppers,
    first.control.shoppers,
  ]);
});

it('fixes the limit of each version from the time before it', async () => {
  await start();
  await collect();
  const placedAt = new Date('2026-08-20T12:00:00Z');
  const order = { shopId: shop.id, name: '#1', placedOn: 0, currency: 'GBP', netMinor: 7700, orderId: 1n };
  await ports.db.write((tx) =>
    tx.prisma.order.create({ data: { ...order, placedAt, shopifyUpdatedAt: placedAt, customerId: 1n } }),
  );
  ports.clock.advance(30 * DAY_MS);
  await changeShare(ports, { shopId: shop.id, of: 'shelf', shareBp: 3000 });
  await collect();
  const layers = await ports.db.read.prisma.layer.findMany({
    where: { name: 'shelf' },
    orderBy: { version: 'asc' },
  });
  expect(layers.map((layer) => layer.revenueCapMinor)).toEqual([null, 7700]);
  expect(layers[0]?.endedAt).toEqual(layers[1]?.startedAt);
  expect((await page()).tactics.shelf.health.state).toBe('fine');
});

it('says in the history what it was before and what it is since', async () => {
  await start();
  await changeShare(ports, { shopId: shop.id, of: 'shelf', shareBp: 2000 });
  const [change] = await listChanges(ports.db.read, shop.id, 'shelf');
  expect(change).toMatchObject({ change: 'share-changed', detail: { before: 1000, after: 2000 } });
});

it('changes nothing beyond the range, before the first start, or to the same share', async () => {
  const to = (shareBp: number) => changeShare(ports, { shopId: shop.id, of: 'shelf', shareBp });
  expect(await to(2000)).toEqual({ ok: false, reason: 'never-on' });
  await start();
  for (const shareBp of [0, 499, 5001, 1000.5, Number.NaN])
    expect(await to(shareBp)).toEqual({ ok: false, reason: 'out-of-range' });
  expect(await to(1000)).toEqual({ ok: false, reason: 'same-share' });
  expect(await ports.db.read.prisma.layer.count({ where: { name: 'shelf' } })).toBe(1);
});

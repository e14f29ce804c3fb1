import { afterEach, beforeEach, expect, it } from 'vitest';
import { exampleSums } from '../../../test/support/example-sums';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { dayToIso, isoToDay } from '../../shops/local-day';
import type { DailySum } from '../counting/daily-sum';
import { addToSums } from '../counting/sum-store.server';
import { keepResultsPage } from './keep-page.server';
import { loadResultsPage } from './load-page.server';

const TODAY = '2026-11-20';
const todayOn = isoToDay(TODAY) ?? 0;

let ports: TestPorts;
let shop: { id: number; timeZone: string; currency: string };

beforeEach(async () => {
  ports = await makeTestPorts({ now: `${TODAY}T12:00:00Z` });
  shop = { ...(await makeTestShop(ports)), currency: 'GBP' };
});
afterEach(() => ports.close());

async function addLayer(
  name: string,
  version: number,
  startedOn: number,
  more: object = {},
): Promise<number> {
  const startedAt = new Date(`${dayToIso(startedOn)}T08:00:00Z`);
  const data = { shopId: shop.id, name, version, shareBp: 1000, startedAt, ...more };
  return (await ports.db.write((tx) => tx.prisma.layer.create({ data }))).id;
}

async function addSums(layerId: number, sums: readonly DailySum[]): Promise<void> {
  const ofLayer = sums.map((sum) => ({ ...sum, layerId }));
  await ports.db.group((tx) => addToSums(tx, shop.id, ofLayer));
}

const someSums = (startedOn: number, days: number) =>
  exampleSums({
    of: 'shelf',
    layerId: 0,
    startedOn,
    days,
    untilOn: todayOn + 60,
    perDay: 120,
    controlShare: 0.1,
    windowDays: 28,
    rate: 0.2,
    ratioByWeek: [1.8],
    limit: 12_000,
    seed: 3,
  });

async function live() {
  const page = await loadResultsPage(ports, shop);
  if (page.reason === 'not-kept') throw new Error('not kept');
  return page;
}

it('says that nothing has started, with how long it would take', async () => {
  const { reason, view, today } = await live();
  expect([reason, today, view.on]).toEqual(['live', TODAY, TODAY]);
  for (const comparison of [view.larder, view.tactics.shelf, view.tactics.reminder]) {
    expect(comparison.verdict.state).toBe('never-on');
    expect(comparison.time).toEqual({ reason: 'no-traffic' });
  }
});

it('shows what the sums say, and nothing whose day is still to come', async () => {
  const layerId = await addLayer('shelf', 1, todayOn - 83);
  await addSums(layerId, someSums(todayOn - 83, 84));
  const { shelf } = (await live()).view.tactics;
  expect(shelf.verdict.sentence).toMatch(/^Helps: /);
  expect(shelf.treated.closed).toBeLessThan(shelf.treated.shoppers);
  expect(shelf.days).toHaveLength(84);
  expect((await live()).view.larder.verdict.state).toBe('never-on');
});

it('keeps a day as it was at its end, whatever is corrected later', async () => {
  const layerId = await addLayer('shelf', 1, todayOn - 60);
  await addSums(layerId, someSums(todayOn - 60, 61));
  await keepResultsPage(ports, { shopId: shop.id });
  const yesterday = dayToIso(todayOn - 1);
  const before = await loadResultsPage(ports, shop, { on: yesterday });
  expect(before).toMatchObject({ reason: 'kept', today: TODAY, view: { on: yesterday } });

  await ports.db.write((tx) =>
    tx.prisma.resultSum.updateMany({ where: { metric: 'converted' }, data: { persons: 1 } }),
  );
  await keepResultsPage(ports, { shopId: shop.id });
  expect(await loadResultsPage(ports, shop, { on: yesterday })).toEqual(before);
  expect(await loadResultsPage(ports, shop, { on: dayToIso(todayOn - 9) })).toEqual({
    reason: 'not-kept',
    today: TODAY,
    on: dayToIso(todayOn - 9),
    nearestOn: yesterday,
  });
});

it('shows the page of the day that ended as a live page of that day would have been', async () => {
  const layerId = await addLayer('shelf', 1, todayOn - 60);
  await addSums(layerId, someSums(todayOn - 60, 61));
  const { view } = await live();
  ports.clock.advance(86_400_000);
  await keepResultsPage(ports, { shopId: shop.id });
  const kept = await loadResultsPage(ports, shop, { on: TODAY });
  expect(kept).toMatchObject({ reason: 'kept' });
  expect('view' in kept && kept.view).toEqual(view);
});

it('shows a page that was kept when the limit on spends was called a cap', async () => {
  const layerId = await addLayer('shelf', 1, todayOn - 60, {
    revenueCapMinor: 12_000,
    capFixedAt: new Date(`${TODAY}T08:00:00Z`),
  });
  await addSums(layerId, someSums(todayOn - 60, 61));
  await keepResultsPage(ports, { shopId: shop.id });
  const yesterday = dayToIso(todayOn - 1);
  const kept = await loadResultsPage(ports, shop, { on: yesterday });
  expect(kept).toMatchObject({ reason: 'kept', view: { tactics: { shelf: { money: { limit: 12_000 } } } } });

  const { view } = await ports.db.read.prisma.resultPage.findFirstOrThrow();
  const page = (view as { page: string }).page
    .replaceAll('"limit":', '"cap":')
    .replaceAll('"limited":', '"capped":')
    .replaceAll('"unlimited":', '"uncapped":')
    .replaceAll('limit-from-results', 'cap-from-results');
  expect(page).toContain('"check":"cap-from-results","state":"broken"');
  await ports.db.write((tx) => tx.prisma.resultPage.updateMany({ data: { view: { form: 1, page } } }));
  expect(await loadResultsPage(ports, shop, { on: yesterday })).toEqual(kept);

  await ports.db.write((tx) => tx.prisma.resultPage.updateMany({ data: { view: { form: 3, page } } }));
  expect(await loadResultsPage(ports, shop, { on: yesterday })).toMatchObject({ reason: 'not-kept' });
});

it('leaves an older version readable, pools nothing, and says how many it left out', async () => {
  const older = await addLayer('shelf', 1, todayOn - 83, { endedAt: new Date('2026-10-20T08:00:00Z') });
  const newer = await addLayer('shelf', 2, isoToDay('2026-10-20') ?? 0, { shareBp: 3000 });
  await addSums(older, someSums(todayOn - 83, 50));
  await addSums(newer, someSums(isoToDay('2026-10-20') ?? 0, 20));
  const now = (await live()).view.tactics.shelf;
  expect(now.version).toMatchObject({ version: 2, shareBp: 3000 });
  expect(now.versions.map((version) => version.endedOn)).toEqual(['2026-10-20', null]);

  const page = await loadResultsPage(ports, shop, { versions: { shelf: 1 } });
  const then = page.reason === 'live' ? page.view.tactics.shelf : null;
  expect(then?.version).toMatchObject({ version: 1, shareBp: 1000 });
  expect(then?.verdict.sentence).toMatch(/^Helps: /);
  expect(now.leftOut.olderVersion).toBe((then?.treated.shoppers ?? 0) + (then?.control.shoppers ?? 0));
  expect(now.treated.shoppers).toBeLessThan(then?.treated.shoppers ?? 0);
});

it('tells of exposures that are dated ahead of the clock', async () => {
  const layerId = await addLayer('shelf', 1, todayOn - 10);
  const ahead = { tactic: 'shelf', segment: 'all', arm: 'control', metric: 'exposed' } as const;
  const sum = { ...ahead, layerId, dayOn: todayOn + 3, persons: 4, sum: 0, sumSquares: 0, sumProducts: 0 };
  await addSums(layerId, [sum]);
  const { shelf } = (await live()).view.tactics;
  expect(shelf.leftOut.afterToday).toBe(4);
  expect(shelf.control.shoppers).toBe(0);
});

it('shows nothing of another shop', async () => {
  const layerId = await addLayer('shelf', 1, todayOn - 20);
  await addSums(layerId, someSums(todayOn - 20, 21));
  const other = { ...(await makeTestShop(ports, { domain: 'other.myshopify.com' })), currency: 'GBP' };
  const page = await loadResultsPage(ports, other);
  expect(page).toMatchObject({ view: { tactics: { shelf: { version: null, days: [] } } } });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCounting } from '../app/results/counting/recount-persons.server';
import { loadResultsPage } from '../app/results/page/load-page.server';
import { rebuildSums } from '../app/results/counting/rebuild-results.server';
import type { ComparisonView } from '../app/results/page/results-view';
import type { ShopperName } from '../app/shoppers/shopper-key';
import { draftNote } from '../app/tactics/decision-note';
import { switchOff } from '../app/tactics/switch-off.server';
import { switchOn } from '../app/tactics/switch-on.server';
import { makeResultsWorld, type ResultsWorld } from './support/results-world';
import { makeTestPorts, type TestPorts } from './support/test-ports';

const DAY_MS = 86_400_000;

let ports: TestPorts;
let world: ResultsWorld;

beforeEach(async () => {
  ports = await makeTestPorts({ now: '2026-03-01T09:00:00Z' });
  world = await makeResultsWorld(ports, { holdout: 1000, shelf: 1000 });
});
afterEach(() => ports.close());

const account = (id: number): ShopperName => ({ kind: 'account', value: String(id) });

async function comeIn(from: number, n: number): Promise<void> {
  const ids = Array.from({ length: n }, (_, index) => from + index);
  await Promise.all(ids.map((id) => world.expose({ tactic: 'shelf', key: account(id) })));
}

async function shelf(): Promise<ComparisonView> {
  const shop = await ports.db.read.prisma.shop.findUniqueOrThrow({ where: { id: world.shop.id } });
  const page = await loadResultsPage(ports, shop);
  if (page.reason === 'not-kept') throw new Error('Today’s page is always there');
  return page.view.tactics.shelf;
}

async function wrongSums(): Promise<number> {
  const counting = await loadCounting(ports, world.shop.id);
  if (!counting) throw new Error('The shop is gone');
  return rebuildSums(ports, counting);
}

it('no exposure at all', async () => {
  await world.collect();
  await world.collect({ rebuild: true });
  expect(await world.sums()).toEqual([]);
  expect((await shelf()).verdict.state).toBe('collecting');
});

it('no conversion in one arm', async () => {
  await comeIn(1, 200);
  const treated = (await ports.db.read.prisma.exposure.findMany({ where: { arm: 'treated' } })).map(
    (exposure) => exposure.keyId,
  );
  const keys = await ports.db.read.prisma.shopperKey.findMany({ where: { id: { in: treated } } });
  ports.clock.advance(DAY_MS);
  const ids = keys.map((key) => Number(key.value));
  for (const id of ids) await world.place({ orderId: id, customerId: id });
  await world.arrive(...ids);
  await world.collect();
  ports.clock.advance(40 * DAY_MS);
  const view = await shelf();
  expect(view.treated).toMatchObject({ closedConversions: ids.length, rate: 1 });
  expect(view.control).toMatchObject({ closedConversions: 0, rate: 0 });
  expect(view).toMatchObject({ lift: null, verdict: { state: 'collecting' } });
});

it('a tactic that is switched on and off ten times keeps its one draw and its counts', async () => {
  const { id: shopId } = world.shop;
  const todayOn = Math.floor(ports.clock.now().getTime() / DAY_MS);
  const note = draftNote('shelf', { owner: 'Corner', todayOn });
  for (let time = 0; time < 10; time += 1) {
    expect(await switchOn(ports, { shopId, tactic: 'shelf', note })).toEqual({ ok: true });
    await comeIn(1 + time * 10, 10);
    await switchOff(ports, { shopId, tactic: 'shelf' });
    ports.clock.advance(DAY_MS);
  }
  await world.collect();
  const { versions, treated, control } = await shelf();
  expect(versions).toHaveLength(1);
  expect(treated.shoppers + control.shoppers).toBe(
    await ports.db.read.prisma.exposure.count({ where: { arm: { not: 'holdout' } } }),
  );
});

it('a holdout that grows mid-way leaves everybody in the version of their first exposure', async () => {
  await comeIn(1, 300);
  await world.collect();
  const first = (await world.outcomes()).filter((outcome) => outcome.tactic === 'larder');
  ports.clock.advance(10 * DAY_MS);
  const larger = await world.start('holdout', 3000);
  await comeIn(1, 600);
  await world.collect();
  const larder = (await world.outcomes()).filter((outcome) => outcome.tactic === 'larder');
  const older = larder.filter((outcome) => outcome.layerId !== larger);
  expect(older.map(({ keyId, arm }) => [keyId, arm])).toEqual(first.map(({ keyId, arm }) => [keyId, arm]));
  expect(larder.length - older.length).toBe(300);
  // Who was moved into the larger holdout while the window ran met both sides.
  const crossed = older.filter((outcome) => outcome.crossed);
  expect(crossed.length).toBeGreaterThan(20);
  expect(crossed.every((outcome) => outcome.arm === 'treated')).toBe(true);
});

it('a clock that ran ahead, and back', async () => {
  await comeIn(1, 20);
  ports.clock.advance(3 * DAY_MS);
  await comeIn(21, 20);
  await world.collect();
  ports.clock.advance(-3 * DAY_MS);
  await comeIn(41, 20);
  await world.place({ orderId: 1, customerId: 41 });
  await world.arrive(1);
  await world.collect();
  expect(new Set((await world.outcomes()).map((outcome) => outcome.keyId)).size).toBe(60);
  expect(await wrongSums()).toBe(0);
  const view = await shelf();
  expect(view.leftOut.afterToday).toBeGreaterThan(10);
});

it('a time zone that changes moves days and loses nobody', async () => {
  await comeIn(1, 50);
  ports.clock.advance(14 * 3_600_000);
  await comeIn(51, 50);
  await world.collect();
  const total = async () => (await world.sums()).reduce((sum, daily) => sum + daily.persons, 0);
  const before = await total();
  await ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { timeZone: 'Pacific/Auckland' } }));
  await world.collect({ rebuild: true });
  expect(await total()).toBe(before);
  expect(await wrongSums()).toBe(0);
});

it('a limit waits for the past to be read, and knows nothing that came after the start', async () => {
  const { id: shopId } = world.shop;
  const started = ports.clock.now().getTime();
  const backfill = { shopId, phase: 'orders', startedAt: ports.clock.now() };
  await ports.db.write((tx) => tx.prisma.backfill.create({ data: backfill }));
  await world.expose({ tactic: 'shelf', key: account(1) });
  ports.clock.advance(DAY_MS);
  await world.place({ orderId: 1, customerId: 1, netMinor: 900_000 });
  await world.arrive(1);
  const revenue = async () =>
    (await world.sums()).filter((daily) => daily.tactic === 'larder' && daily.metric === 'revenue');
  expect(await revenue()).toEqual([]);

  await world.place({ orderId: 2, customerId: 2, netMinor: 5000, placedAt: new Date(started - DAY_MS) });
  await ports.db.write((tx) => tx.prisma.backfill.updateMany({ data: { phase: 'done' } }));
  await world.collect();
  const layers = await ports.db.read.prisma.layer.findMany();
  expect(layers.map((layer) => [layer.revenueCapMinor, layer.capFixedAt?.getTime()])).toEqual([
    [5000, started],
    [5000, started],
  ]);
  expect(await revenue()).toMatchObject([{ persons: 1, sum: 5000 }]);
  expect(await wrongSums()).toBe(0);
});

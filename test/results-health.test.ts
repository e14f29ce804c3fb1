import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statement } from '../app/db/statement';
import { drawHoldout, drawTactic } from '../app/holdout/draw';
import type { LayerName } from '../app/holdout/layer';
import { fixLimit } from '../app/holdout/layer-store.server';
import { spendsBetween } from '../app/results/counting/limit-store.server';
import { loadResultsPage } from '../app/results/page/load-page.server';
import type { HealthCheck } from '../app/results/statistics/health';
import { limitFromPrePeriod } from '../app/results/statistics/money';
import { seededRandom } from '../app/results/statistics/seeded-random';
import { addToSums } from '../app/results/counting/sum-store.server';
import type { ShopperName } from '../app/shoppers/shopper-key';
import { makeResultsWorld, type ResultsWorld } from './support/results-world';
import { makeTestPorts, type TestPorts } from './support/test-ports';

const DAY_MS = 86_400_000;
const PER_DAY = 100;
const DAYS = 25;

const LOSE_CONTROLS = statement(
  `DELETE FROM "Exposure" WHERE "shopId" = :shopId AND "arm" = 'control' AND "id" % 2 = 0`,
);

let ports: TestPorts;
let world: ResultsWorld;
let random: () => number;

beforeEach(async () => {
  ports = await makeTestPorts({ now: '2026-03-01T09:00:00Z' });
  world = await makeResultsWorld(ports, { holdout: 1000, shelf: 1000 });
  random = seededRandom(7);
});
afterEach(() => ports.close());

const account = (id: number): ShopperName => ({ kind: 'account', value: String(id) });

function isControl(key: ShopperName): boolean {
  const layer = (name: LayerName) => ({ id: 0, name, version: 1, shareBp: 1000 });
  if (drawHoldout(world.shop.domain, layer('holdout'), key, null).arm === 'in') return false;
  return drawTactic(world.shop.domain, layer('shelf'), key).arm === 'control';
}

/** Shoppers come and are exposed, each once; `expose` decides when, if at all. */
async function come(exposeOn: (key: ShopperName, day: number) => number | null): Promise<void> {
  const byDay = new Map<number, ShopperName[]>();
  for (let id = 1; id <= PER_DAY * DAYS; id += 1) {
    const day = exposeOn(account(id), Math.floor((id - 1) / PER_DAY));
    if (day !== null) byDay.set(day, [...(byDay.get(day) ?? []), account(id)]);
  }
  for (let day = 0; day < DAYS; day += 1) {
    await Promise.all((byDay.get(day) ?? []).map((key) => world.expose({ tactic: 'shelf', key })));
    ports.clock.advance(DAY_MS);
  }
  await world.collect();
}

async function broken(): Promise<readonly HealthCheck[]> {
  const shop = await ports.db.read.prisma.shop.findUniqueOrThrow({ where: { id: world.shop.id } });
  const page = await loadResultsPage(ports, shop);
  if (page.reason === 'not-kept') throw new Error('Today’s page is always there');
  const { findings } = page.view.tactics.shelf.health;
  return findings.filter((finding) => finding.state === 'broken').map((finding) => finding.check);
}

describe('data health', () => {
  it('is fine when nothing is wrong', async () => {
    await come((_key, day) => day);
    expect(await broken()).toEqual([]);
  });

  it('notices a control that is logged at a later visit only', async () => {
    await come((key, day) => {
      if (!isControl(key)) return day;
      const later = day + 1 + Math.floor(-10 * Math.log(1 - random()));
      return random() < 0.5 && later < DAYS ? later : null;
    });
    expect(await broken()).toContain('sample-ratio-triggered');
  });

  it('notices control exposures that were lost, and that the draw was right', async () => {
    await come((_key, day) => day);
    await ports.db.write(async (tx) => {
      await tx.run(LOSE_CONTROLS, { shopId: world.shop.id });
      await tx.prisma.outcome.deleteMany();
      await tx.prisma.resultSum.deleteMany();
      await tx.prisma.resultCursor.deleteMany();
    });
    await world.collect();
    expect(await broken()).toEqual(['sample-ratio-triggered']);
  });

  it('notices a stretch of days on which the control was not logged', async () => {
    // All of one day, three hundred shoppers: that a control of a tenth stays empty by chance is out of the question.
    await come((key, day) => ((day >= 12 ? 12 : day) === 12 && isControl(key) ? null : Math.min(day, 12)));
    expect(await broken()).toContain('logging-gap');
  });

  it('notices a limit that was taken from the results', async () => {
    await come((_key, day) => day);
    await world.place({ orderId: 1, customerId: 1 });
    ports.clock.advance(DAY_MS);
    const { id: shopId } = world.shop;
    const until = ports.clock.now();
    const spends = await spendsBetween(ports.db.read, { shopId, currency: 'GBP', from: new Date(0), until });
    const layers = await ports.db.read.prisma.layer.findMany({ where: { shopId, name: 'shelf' } });
    const limit = limitFromPrePeriod(spends);
    await ports.db.group(async (tx) => {
      for (const { id } of layers) await fixLimit(tx, { shopId, id }, limit, until);
    });
    await world.collect();
    expect(limit).toBe(1000);
    expect(await broken()).toEqual(['limit-from-results']);
  });

  it('notices repeat orders that were counted as persons', async () => {
    await come((_key, day) => day);
    const converted = (await world.sums()).filter(
      (daily) => daily.metric === 'exposed' && daily.segment === 'all',
    );
    await ports.db.group((tx) =>
      addToSums(
        tx,
        world.shop.id,
        converted.map((daily) => ({ ...daily, metric: 'converted' as const, persons: 2 * daily.persons })),
      ),
    );
    expect(await broken()).toContain('repeated-persons');
  });

  it('notices people who met both sides', async () => {
    await come((_key, day) => day);
    const keys = await ports.db.read.prisma.shopperKey.findMany({ where: { kind: 'account' }, take: 300 });
    const layer = await ports.db.read.prisma.layer.findFirstOrThrow({ where: { name: 'shelf' } });
    const at = new Date(ports.clock.now().getTime() - DAYS * DAY_MS + DAY_MS);
    const about = { shopId: world.shop.id, tactic: 'shelf', layerId: layer.id, at, detail: {} };
    const data = keys.flatMap(({ id: keyId }) =>
      ['treated', 'control'].map((arm) => ({ ...about, businessKey: `${keyId}-${arm}`, keyId, arm })),
    );
    await ports.db.write((tx) => tx.prisma.exposure.createMany({ data }));
    await world.collect();
    expect(await broken()).toContain('crossover');
  });
});

describe('two versions of a draw', () => {
  it('are never pooled: together they would claim an effect that neither shows', async () => {
    const visit = async (ids: readonly number[], rate: number) => {
      await Promise.all(ids.map((id) => world.expose({ tactic: 'shelf', key: account(id) })));
      ports.clock.advance(DAY_MS);
      const buyers = ids.filter(() => random() < rate);
      for (const id of buyers) await world.place({ orderId: id, customerId: id });
      for (let from = 0; from < buyers.length; from += 200)
        await world.arrive(...buyers.slice(from, from + 200));
    };
    const ids = (from: number, n: number) => Array.from({ length: n }, (_, index) => from + index);
    await visit(ids(1, 1200), 0.4);
    const second = await world.start('shelf', 5000);
    // Ten people of before come again: they stay with the version in which they were first exposed.
    await visit([...ids(2001, 1200), ...ids(1, 10)], 0.1);
    await world.collect();

    const sums = await world.sums();
    const persons = (metric: string, arm: string, isIn: (layerId: number) => boolean) =>
      sums
        .filter((daily) => daily.tactic === 'shelf' && daily.segment === 'all' && isIn(daily.layerId))
        .filter((daily) => daily.metric === metric && daily.arm === arm)
        .reduce((sum, daily) => sum + daily.persons, 0);
    const ratio = (isIn: (layerId: number) => boolean) => {
      const rate = (arm: string) => persons('converted', arm, isIn) / persons('exposed', arm, isIn);
      return rate('treated') / rate('control');
    };
    expect(ratio((layerId) => layerId !== second)).toBeCloseTo(1, 0);
    expect(ratio((layerId) => layerId === second)).toBeGreaterThan(0.7);
    expect(ratio((layerId) => layerId === second)).toBeLessThan(1.4);
    expect(ratio(() => true)).toBeGreaterThan(1.5);
    const seen = await ports.db.read.prisma.outcome.count({ where: { tactic: 'shelf', layerId: second } });
    const exposed = await ports.db.read.prisma.exposure.findMany({
      where: { layerId: second },
      distinct: ['keyId'],
    });
    expect(exposed.length - seen).toBeGreaterThan(5);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  addPurchases,
  makePurchaseShop,
  TODAY_ON,
  type TestPurchase,
} from '../../test/support/purchase-shop';
import { plansOf, writeDownStatements, type AnyStatement } from '../../test/support/query-plans';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { rebuildVerdicts } from './rebuild-verdicts.server';
import { loadTallies } from './tally-store.server';

let ports: TestPorts;
let shopId: number;
const [COFFEE, MUG, NEW] = [1n, 2n, 3n];

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makePurchaseShop(ports, [COFFEE, MUG, NEW])).id;
});
afterEach(() => ports.close());

const tallies = (rowsAtOnce?: number) => loadTallies(ports.db.read, shopId, TODAY_ON, rowsAtOnce);
const verdicts = async () => {
  await rebuildVerdicts(ports, { shopId });
  return ports.db.read.prisma.consumable.findMany({ where: { shopId }, orderBy: { productId: 'asc' } });
};

it('counts accounts, browsers and orders of nobody known, each once', async () => {
  const browser = (browserId: string, day: number): TestPurchase => ({ day, browserId, customerId: null });
  await addPurchases(ports, shopId, [
    { day: TODAY_ON - 90, customerId: 7n },
    { day: TODAY_ON - 60, customerId: 7n },
    // The account is known: its browser is nobody else.
    { day: TODAY_ON - 60, customerId: 7n, browserId: 'a' },
    browser('b', TODAY_ON - 90),
    browser('b', TODAY_ON - 50),
    { day: TODAY_ON - 80, customerId: null },
    { day: TODAY_ON - 80, customerId: null },
    { day: TODAY_ON - 90, customerId: 8n, productId: MUG, isSubscription: true },
    { day: TODAY_ON + 5, customerId: 9n },
  ]);
  const found = await tallies();
  expect(found.get(COFFEE)).toMatchObject({ buyers: 4, repeatBuyers: 2, returns: 2 });
  expect(found.has(MUG)).toBe(false);
});

it('reads more lines than fit into a step, also of one buyer', async () => {
  const many = Array.from({ length: 45 }, (_, i) => ({ day: TODAY_ON - 1 - (i % 40), customerId: 50n }));
  const others = Array.from({ length: 41 }, (_, i) => [
    { day: TODAY_ON - 100, customerId: BigInt(100 + i), productId: MUG },
    { day: TODAY_ON - 100, customerId: null, productId: NEW },
  ]).flat();
  await addPurchases(ports, shopId, [{ day: TODAY_ON - 99, customerId: 40n }, ...many, ...others]);
  const found = await tallies(20);
  expect(found).toEqual(await tallies());
  expect(found.get(COFFEE)).toMatchObject({ buyers: 2, repeatBuyers: 1 });
  expect(found.get(MUG)).toMatchObject({ buyers: 41, repeatBuyers: 0 });
  expect(found.get(NEW)).toMatchObject({ buyers: 41, repeatBuyers: 0 });
});

it('writes verdicts whose evidence can be read, and asks for forecasts', async () => {
  await ports.db.write(async (tx) => {
    const coffee = { title: 'House coffee 700 g', categoryId: 'fb-1-3', categoryName: 'Food > Coffee' };
    await tx.prisma.product.updateMany({ where: { shopId, productId: COFFEE }, data: coffee });
    await tx.prisma.variant.create({
      data: {
        ...{ shopId, variantId: 10n, productId: COFFEE, title: '700 g', priceMinor: 900 },
        ...{ isAvailable: true, packAmount: 700, packUnit: 'g' },
      },
    });
  });
  const buys = Array.from({ length: 30 }, (_, i) =>
    [120, 90, 60].map((ago) => ({ day: TODAY_ON - ago - i, customerId: BigInt(100 + i) })),
  ).flat();
  const mugs = Array.from({ length: 30 }, (_, i) => ({
    ...{ day: TODAY_ON - 120 - i, customerId: BigInt(100 + i), productId: MUG },
  }));
  await addPurchases(ports, shopId, [...buys, ...mugs]);
  const [coffee, mug, unsold] = await verdicts();
  expect(coffee).toMatchObject({ modelSays: true, holds: true });
  expect(coffee?.evidence).toMatchObject({
    ...{ kind: 'coffee', kindFrom: 'category', buyers: 30, repeatBuyers: 30, returns: 60 },
    pack: { amount: 700, unit: 'g' },
    start: { days: 42, isSized: true },
  });
  expect(mug).toMatchObject({ modelSays: false });
  expect(mug?.evidence).toMatchObject({
    reasons: ['rarely-bought-again'],
    level: 'product',
    relatives: null,
  });
  expect(unsold?.evidence).toMatchObject({
    reasons: ['little-known'],
    level: 'shop',
    buyers: 0,
    start: null,
  });
  const jobs = await ports.db.read.prisma.job.findMany({ select: { kind: true } });
  expect(jobs).toEqual([{ kind: 'refills.rebuild' }]);
});

it('sees nothing of the days after the one it is asked for', async () => {
  const early = Array.from({ length: 20 }, (_, i) => ({
    day: TODAY_ON - 200 + i,
    customerId: BigInt(60 + (i % 9)),
  }));
  await addPurchases(ports, shopId, early);
  const before = await loadTallies(ports.db.read, shopId, TODAY_ON - 150);
  const late = [COFFEE, MUG, NEW, 4n, 5n, 6n, 8n].map((productId) => ({
    day: TODAY_ON - 100,
    productId,
    customerId: 60n,
  }));
  await addPurchases(ports, shopId, late);
  expect(await loadTallies(ports.db.read, shopId, TODAY_ON - 150)).toEqual(before);
});

it('is nothing for a shop without products', async () => {
  const empty = await makeTestShop(ports, { domain: 'empty.myshopify.com' });
  await rebuildVerdicts(ports, { shopId: empty.id });
  expect(await ports.db.read.prisma.consumable.count({ where: { shopId: empty.id } })).toBe(0);
});

it('walks an index for every step', async () => {
  const statements = new Set<AnyStatement>();
  await loadTallies(writeDownStatements(ports, statements).db.read, shopId, TODAY_ON);
  const steps = plansOf(ports.config.databaseFile, statements).flatMap((plan) => plan.steps);
  expect(steps.length).toBeGreaterThan(6);
  expect(
    steps.filter((step) => !/^SEARCH Purchase USING (COVERING )?INDEX \S+ \(shopId=\? AND /.test(step)),
  ).toEqual([]);
});

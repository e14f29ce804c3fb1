import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addPurchases,
  makePurchaseShop,
  steadyShoppers,
  TODAY_ON,
} from '../../../test/support/purchase-shop';
import { makeTestPorts, type TestPorts } from '../../../test/support/test-ports';
import { JOBS } from '../../job-definitions';
import type { Ports, Writer } from '../../ports';
import { loadOrders } from '../../orders/arrived-order-store.server';
import { loadModel } from '../model/model-store.server';
import { OFFLINE_MODEL } from '../model/offline-model';
import { rebuildForecasts } from './rebuild-forecasts.server';
import { refreshForecasts } from './refresh-forecasts.server';

let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makePurchaseShop(ports, [1n, 2n, 3n])).id;
});
const refresh = async (orderIds: readonly bigint[]) =>
  refreshForecasts(ports, { shopId, orders: await loadOrders(ports.db.read, shopId, { orderIds }) });
afterEach(() => ports.close());

const IN_THREAD = 0;

async function rebuild(doneHere?: number, at: Ports = ports): Promise<void> {
  const job = await ports.db.write((tx) =>
    tx.prisma.job.create({
      data: {
        ...{ kind: 'refills.rebuild', shopId, payload: {}, state: 'running' },
        ...{ dueAt: ports.clock.now(), notBefore: ports.clock.wall() },
      },
    }),
  );
  await again(job.id, doneHere, at);
}

/** As the worker would after a crash: the same job, with the payload that it kept. */
async function again(id: number, doneHere?: number, at: Ports = ports): Promise<void> {
  const { payload: kept } = await ports.db.read.prisma.job.findUniqueOrThrow({ where: { id } });
  const payload = JOBS['refills.rebuild'].payload.parse(kept);
  await rebuildForecasts(at, { id: BigInt(id), shopId, payload }, doneHere);
  await ports.db.write((tx) => tx.prisma.job.deleteMany({ where: { id } }));
}

const forecasts = async () =>
  (await ports.db.read.prisma.forecast.findMany({ orderBy: [{ keyId: 'asc' }, { productId: 'asc' }] })).map(
    ({ refreshedAt: _, ...row }) => row,
  );
const ofCustomer = async (customerId: bigint) => {
  const key = await ports.db.read.prisma.shopperKey.findFirst({
    where: { kind: 'account', value: `${customerId}` },
  });
  return key ? ports.db.read.prisma.forecast.findMany({ where: { shopId, keyId: key.id } }) : [];
};
const rhythm = (productId = 1n) =>
  ports.db.read.prisma.productRhythm.findUniqueOrThrow({
    where: { shopId_productId: { shopId, productId } },
  });

/** Fails at the write after so many, as a crash would: what is committed stays. */
function failingAfter(writes: number): Ports {
  let left = writes;
  const group = <T>(work: (tx: Writer) => Promise<T>) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('the process died')) : ports.db.group(work);
  };
  return { ...ports, db: { ...ports.db, group } };
}

test('a thread works out what this thread would', async () => {
  await addPurchases(ports, shopId, steadyShoppers(60));
  await rebuild();
  const here = await forecasts();
  expect(here.length).toBeGreaterThan(40);
  await rebuild(IN_THREAD);
  expect(await forecasts()).toEqual(here);
});

test.each([
  ['here', undefined],
  ['in a thread', IN_THREAD],
])('a rebuild that dies goes on where it was, %s', async (_, doneHere) => {
  await addPurchases(ports, shopId, steadyShoppers(120));
  await rebuild();
  const whole = await forecasts();
  await ports.db.write((tx) => tx.prisma.forecast.deleteMany());
  await expect(rebuild(doneHere, failingAfter(3))).rejects.toThrow('the process died');
  const { id, payload } = await ports.db.read.prisma.job.findFirstOrThrow({
    where: { kind: 'refills.rebuild' },
  });
  expect(payload).toMatchObject({ done: 50, total: 120 });
  const half = await forecasts();
  ports.clock.advance(60_000);
  await ports.db.write((tx) => tx.prisma.purchase.deleteMany({ where: { customerId: { lt: 110n } } }));
  await again(id, doneHere);
  const after = await forecasts();
  expect(after.map((row) => row.productId)).toEqual(whole.map((row) => row.productId));
  // The first fifty were not looked at again: their purchases are gone, their forecasts are not.
  expect(after.slice(0, half.length)).toEqual(half);
  expect(after).toEqual(whole);
});

test('what an order brought meanwhile is not overwritten, and keys without purchases are swept', async () => {
  await addPurchases(ports, shopId, steadyShoppers(30));
  await rebuild();
  const before = await ofCustomer(101n);
  await ports.db.write((tx) => tx.prisma.purchase.deleteMany({ where: { customerId: 100n } }));
  ports.clock.advance(1000);
  const group = async <T>(work: (tx: Writer) => Promise<T>) => {
    const result = await ports.db.group(work);
    const [job] = await ports.db.read.prisma.job.findMany({ where: { kind: 'refills.rebuild' } });
    const place = JOBS['refills.rebuild'].payload.parse(job?.payload);
    if (job && (place?.total ?? null) === null) {
      ports.clock.advance(1000);
      const orders = await addPurchases(ports, shopId, [{ day: TODAY_ON, customerId: 101n, productId: 2n }]);
      await refresh(orders);
    }
    return result;
  };
  const busy = { ...ports, db: { ...ports.db, group } };
  await rebuild(IN_THREAD, busy);
  expect(await ofCustomer(100n)).toEqual([]);
  const after = await ofCustomer(101n);
  expect(after.find((row) => row.productId === 2n)?.lastOn).toBe(TODAY_ON);
  expect(after.length).toBeGreaterThanOrEqual(before.length);
});

describe('the learned model', () => {
  test('is kept, used, and put aside when this code cannot read it', async () => {
    await addPurchases(ports, shopId, steadyShoppers(60));
    await rebuild();
    const learned = await loadModel(ports.db.read, shopId);
    expect(learned).not.toEqual(OFFLINE_MODEL);
    const { weights } = await ports.db.read.prisma.refillModel.findUniqueOrThrow({ where: { shopId } });
    for (const broken of [{}, [], null, { ...(weights as object), startedFrom: 'older' }, { model: 1 }]) {
      await ports.db.write((tx) =>
        tx.prisma.refillModel.update({ where: { shopId }, data: { weights: broken ?? 'null' } }),
      );
      expect(await loadModel(ports.db.read, shopId)).toBe(OFFLINE_MODEL);
    }
  });

  test('of a shop with one order is the offline one, and still there is a forecast', async () => {
    const orders = await addPurchases(ports, shopId, [{ day: TODAY_ON - 3 }]);
    await rebuild();
    expect(await ports.db.read.prisma.refillModel.count()).toBe(0);
    expect(await ofCustomer(7n)).toMatchObject([{ productId: 1n, purchases: 1, lastOn: TODAY_ON - 3 }]);
    const before = await forecasts();
    await refresh(orders);
    expect(await forecasts()).toEqual(before);
  });
});

describe('what teaches', () => {
  test('an order that arrives twice changes nothing', async () => {
    await addPurchases(ports, shopId, steadyShoppers(20));
    await rebuild();
    const orders = await addPurchases(ports, shopId, [{ day: TODAY_ON, customerId: 101n }]);
    await refresh(orders);
    const [once, rhythmOnce] = [await forecasts(), await rhythm()];
    await refresh([...orders, ...orders]);
    expect([await forecasts(), await rhythm()]).toEqual([once, rhythmOnce]);
  });

  test('one order brings its product where a rebuild would', async () => {
    await addPurchases(ports, shopId, steadyShoppers(20));
    await rebuild();
    const before = await rhythm();
    const orders = await addPurchases(ports, shopId, [{ day: TODAY_ON, customerId: 103n }]);
    await refresh(orders);
    const refreshed = await rhythm();
    expect(refreshed.recentPurchases).toBe(before.recentPurchases + 1);
    await rebuild();
    const rebuilt = await rhythm();
    expect(refreshed.intervals).toBe(rebuilt.intervals);
    expect(refreshed.buyers).toBe(rebuilt.buyers);
    expect(refreshed.curve).toEqual(rebuilt.curve);
    expect(refreshed.logMean).toBeCloseTo(rebuilt.logMean, 1);
  });

  test('a purchase dated in the future does not until its day', async () => {
    await addPurchases(ports, shopId, [{ day: TODAY_ON - 30 }, { day: TODAY_ON - 2 }]);
    await rebuild();
    const [before, rhythmBefore] = [await forecasts(), await rhythm()];
    const later = await addPurchases(ports, shopId, [{ day: TODAY_ON + 5 }]);
    await refresh(later);
    await rebuild();
    expect([await forecasts(), { ...(await rhythm()), refreshedAt: 0 }]).toEqual([
      before,
      { ...rhythmBefore, refreshedAt: 0 },
    ]);
    ports.clock.advance(5 * 86_400_000);
    await rebuild();
    expect(await ofCustomer(7n)).toMatchObject([{ lastOn: TODAY_ON + 5, purchases: 3 }]);
    expect((await rhythm()).intervals).toBe(2);
  });

  test('a clock that moves on drops what is stale', async () => {
    await addPurchases(
      ports,
      shopId,
      [60, 40, 20].map((ago) => ({ day: TODAY_ON - ago })),
    );
    await rebuild();
    const [row] = await ofCustomer(7n);
    ports.clock.advance((row!.expiresOn - TODAY_ON - 10) * 86_400_000);
    await rebuild();
    expect(await ofCustomer(7n)).toHaveLength(1);
    ports.clock.advance(20 * 86_400_000);
    await rebuild();
    expect(await ofCustomer(7n)).toEqual([]);
  });

  test('subscription lines do not, and the product is left alone while the subscription lives', async () => {
    const delivered = [280, 190, 100, 10].map((ago) => ({ day: TODAY_ON - ago, isSubscription: true }));
    await addPurchases(ports, shopId, [{ day: TODAY_ON - 60 }, ...delivered]);
    await rebuild();
    expect(await ofCustomer(7n)).toEqual([]);
    expect(await rhythm()).toMatchObject({ buyers: 1, intervals: 0 });
    // Delivered every ninety days: it lives between deliveries, though the product is usually bought sooner.
    ports.clock.advance(75 * 86_400_000);
    const again = await addPurchases(ports, shopId, [{ day: TODAY_ON + 70 }]);
    await refresh(again);
    expect(await ofCustomer(7n)).toEqual([]);
  });

  test('a refund to nothing takes the purchase back', async () => {
    await addPurchases(ports, shopId, [{ day: TODAY_ON - 40 }]);
    const [refunded] = await addPurchases(ports, shopId, [{ day: TODAY_ON - 5 }]);
    await rebuild();
    expect(await ofCustomer(7n)).toMatchObject([{ lastOn: TODAY_ON - 5 }]);
    await ports.db.write((tx) => tx.prisma.purchase.deleteMany({ where: { orderId: refunded! } }));
    await refresh([refunded!]);
    expect(await ofCustomer(7n)).toMatchObject([{ lastOn: TODAY_ON - 40, purchases: 1 }]);
  });

  test('sizes of one product are one product, a larger one lasts longer', async () => {
    const variant = { shopId, productId: 1n, title: '', priceMinor: 1, isAvailable: true, packUnit: 'g' };
    await ports.db.write((tx) =>
      tx.prisma.variant.createMany({
        data: [11n, 12n, 13n].map((variantId, i) => ({ ...variant, variantId, packAmount: 250 * 2 ** i })),
      }),
    );
    const bought = (customerId: bigint, last: bigint) =>
      [90, 60, 30].map((ago, i) => ({
        ...{ day: TODAY_ON - ago, customerId },
        variantId: i < 2 ? 12n : last,
      }));
    await addPurchases(ports, shopId, [...bought(1n, 11n), ...bought(2n, 12n), ...bought(3n, 13n)]);
    await rebuild();
    const [small, usual, large] = await Promise.all([1n, 2n, 3n].map(ofCustomer));
    expect([small, usual, large].map((rows) => rows?.map((row) => row.purchases))).toEqual([[3], [3], [3]]);
    expect(large![0]!.medianOn).toBeGreaterThan(small![0]!.medianOn);
    expect(large![0]!.quantity).toBe(1);
    expect(large![0]!.medianOn - usual![0]!.medianOn).toBeLessThan(30);
  });

  test('one reseller is not the product, whatever the quantities', async () => {
    const reseller = Array.from({ length: 400 }, (_, i) => ({
      ...{ day: TODAY_ON - 400 + i, customerId: 1n },
      quantity: i % 2 === 0 ? 10_000 : 0,
    }));
    const others = [2n, 3n, 4n, 5n].flatMap((customerId) =>
      [150, 110, 70, 30].map((ago) => ({ day: TODAY_ON - ago, customerId })),
    );
    await addPurchases(ports, shopId, [...reseller, ...others]);
    await rebuild();
    const { intervals, logMean } = await rhythm();
    expect(intervals).toBe(5 + 4 * 3);
    expect(Math.exp(logMean)).toBeGreaterThan(20);
    const [own] = await ofCustomer(1n);
    expect(own).toMatchObject({ purchases: 400 });
    expect(Object.values(own!).every((value) => typeof value !== 'number' || Number.isFinite(value))).toBe(
      true,
    );
    expect(own!.medianOn - own!.lastOn).toBeLessThan(10);
  });

  test('two of a household on one browser are each forecast by their own orders', async () => {
    await addPurchases(ports, shopId, [
      ...[60, 30].map((ago) => ({ day: TODAY_ON - ago, customerId: null, browserId: 'browser' })),
      { day: TODAY_ON - 1, customerId: 9n },
    ]);
    await rebuild();
    expect(await ofCustomer(9n)).toMatchObject([{ purchases: 1 }]);
    expect(await forecasts()).toHaveLength(2);
  });
});

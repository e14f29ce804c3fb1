import { afterEach, beforeEach, expect, it } from 'vitest';
import { localDay } from '../../shops/local-day';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { loadBacktest } from './load-backtest.server';
import { requestFirstBacktest, runBacktest } from './run-backtest.server';

let ports: TestPorts;
let shopId: number;
let todayOn: number;

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
  todayOn = localDay(ports.clock.now(), 'Europe/London');
});
afterEach(() => ports.close());

/** Customers who buy one tea every 21 days, give or take one, in a shop whose tea is plainly used up. */
async function fillShop(daysOfHistory: number, options: { readonly fromDay?: number } = {}): Promise<void> {
  const product = {
    handle: 'tea',
    title: 'Green tea',
    productType: 'Tea',
    tags: [],
    isLive: true,
    isAvailable: true,
  };
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    await tx.prisma.product.create({ data: { shopId, productId: 1n, ...product, shopifyUpdatedAt: at } });
    let lineId = 1n;
    for (let customer = 1n; customer <= 40n; customer += 1n) {
      let day = todayOn - daysOfHistory + Number(customer % 21n);
      for (let nth = 0; day < todayOn; nth += 1) {
        const ids = { shopId, lineId, orderId: lineId, productId: 1n, customerId: customer };
        if (day >= (options.fromDay ?? 0))
          await tx.prisma.purchase.create({
            data: { ...ids, quantity: 1, boughtOn: day, unitPriceMinor: 500, isSubscription: false },
          });
        lineId += 1n;
        day += 20 + (nth % 3);
      }
    }
  });
}

it('finds that a day that follows the rhythm beats a fixed delay', async () => {
  await fillShop(260);
  await runBacktest(ports, { shopId });
  const backtest = await loadBacktest(ports, shopId);
  expect(backtest).toMatchObject({ state: 'done', result: { products: 1 } });
  const { larder, fixed } = backtest!.result!;
  expect(larder.reminders).toBeGreaterThan(100);
  expect(larder.timely / larder.reminders).toBeGreaterThan(0.95);
  expect(fixed.timely / fixed.reminders).toBeLessThan(0.05);
});

it('says the same from a thread of its own', async () => {
  await fillShop(260);
  await runBacktest(ports, { shopId });
  const here = (await loadBacktest(ports, shopId))?.result;
  await runBacktest(ports, { shopId }, 0);
  expect((await loadBacktest(ports, shopId))?.result).toEqual(here);
});

it('has too little history before five months, and without orders', async () => {
  await runBacktest(ports, { shopId });
  expect(await loadBacktest(ports, shopId)).toMatchObject({ state: 'too-little', result: null });
  await fillShop(120);
  await runBacktest(ports, { shopId });
  expect(await loadBacktest(ports, shopId)).toMatchObject({ state: 'too-little', result: null });
});

it('is asked for by itself once', async () => {
  await requestFirstBacktest(ports, { shopId });
  expect(await loadBacktest(ports, shopId)).toMatchObject({ state: 'waiting' });
  await ports.runJobs({ 'refills.backtest': (own, job) => runBacktest(own, job) });
  await requestFirstBacktest(ports, { shopId });
  expect(await ports.db.read.prisma.job.count()).toBe(0);
});

it('learns nothing from the days it looks back on', async () => {
  // Nobody had bought a second time before them: then nothing was known to be a consumable.
  await fillShop(260, { fromDay: todayOn - 90 });
  const early = { shopId, lineId: 9000n, orderId: 9000n, productId: 1n, customerId: 99n };
  await ports.db.write((tx) =>
    tx.prisma.purchase.create({
      data: { ...early, quantity: 1, boughtOn: todayOn - 250, unitPriceMinor: 500, isSubscription: false },
    }),
  );
  await ports.db.write((tx) =>
    tx.prisma.product.updateMany({ where: { shopId }, data: { title: 'Thing', productType: '' } }),
  );
  await runBacktest(ports, { shopId });
  expect(await loadBacktest(ports, shopId)).toMatchObject({ state: 'too-little', result: { products: 0 } });
});

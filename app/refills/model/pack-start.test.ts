import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPurchases, makePurchaseShop, TODAY_ON } from '../../../test/support/purchase-shop';
import { makeTestPorts, type TestPorts } from '../../../test/support/test-ports';
import { judgeProducts } from '../../consumables/judge-products.server';
import { verdictEvidence } from '../../consumables/verdict-evidence';
import { loadOrders } from '../../orders/arrived-order-store.server';
import { rebuildForecasts } from '../forecasts/rebuild-forecasts.server';
import { refreshForecasts } from '../forecasts/refresh-forecasts.server';

const [BAG, SACK, MUG] = [1n, 2n, 3n];
let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makePurchaseShop(ports, [BAG, SACK, MUG])).id;
  const grams = new Map([
    [BAG, 350],
    [SACK, 2000],
  ]);
  await ports.db.write(async (tx) => {
    for (const [productId, packAmount] of grams) {
      await tx.prisma.product.updateMany({ where: { productId }, data: { title: 'Coffee beans' } });
      const variant = { variantId: productId, title: '', priceMinor: 1, isAvailable: true, packUnit: 'g' };
      await tx.prisma.variant.create({ data: { shopId, productId, ...variant, packAmount } });
    }
  });
});
afterEach(() => ports.close());

const rebuild = () => rebuildForecasts(ports, { id: 0n, shopId, payload: undefined });
const rhythm = (productId: bigint) =>
  ports.db.read.prisma.productRhythm.findUniqueOrThrow({
    where: { shopId_productId: { shopId, productId } },
  });
const saidToStart = async (productId: bigint) => {
  const verdicts = await judgeProducts(ports, shopId, TODAY_ON);
  return verdictEvidence(verdicts.find((verdict) => verdict.productId === productId)?.evidence).start;
};
const once = (productId: bigint, customerId: bigint) => ({ day: TODAY_ON - 3, productId, customerId });
const buyers = (productId: bigint, every: number) =>
  [20n, 21n, 22n, 23n].flatMap((customerId) =>
    [0, 1, 2, 3].map((nth) => ({ day: TODAY_ON - nth * every - 1, productId, customerId })),
  );

test('what nobody has bought again starts where its verdict says: the days of its kind and pack', async () => {
  await addPurchases(ports, shopId, [once(BAG, 1n), once(SACK, 2n), once(MUG, 3n)]);
  await rebuild();
  const [bag, sack] = [await saidToStart(BAG), await saidToStart(SACK)];
  expect([bag?.isSized, sack?.isSized]).toEqual([true, true]);
  expect(sack!.days).toBeGreaterThan(2 * bag!.days);
  expect(Math.exp((await rhythm(BAG)).logMean)).toBeCloseTo(bag!.days, 6);
  expect(Math.exp((await rhythm(SACK)).logMean)).toBeCloseTo(sack!.days, 6);
});

test('so it does after an order, and after the night that follows', async () => {
  await addPurchases(ports, shopId, [once(BAG, 1n), once(SACK, 2n)]);
  await rebuild();
  const orders = await addPurchases(ports, shopId, [{ ...once(SACK, 9n), day: TODAY_ON }]);
  await refreshForecasts(ports, {
    shopId,
    orders: await loadOrders(ports.db.read, shopId, { orderIds: orders }),
  });
  const refreshed = await rhythm(SACK);
  expect(refreshed).toMatchObject({ buyers: 2, repeatBuyers: 0 });
  expect(Math.exp(refreshed.logMean)).toBeCloseTo((await saidToStart(SACK))!.days, 6);
  const ofBuyer = () =>
    ports.db.read.prisma.forecast.findMany({
      where: { productId: SACK },
      orderBy: { keyId: 'asc' },
      select: { medianOn: true, bestOn: true },
    });
  const forecast = (await ofBuyer()).at(-1);
  await rebuild();
  expect((await ofBuyer()).at(-1)).toEqual(forecast);
});

test('buyers of one pack teach its kind what another lasts', async () => {
  await addPurchases(ports, shopId, [once(SACK, 2n), ...buyers(BAG, 20)]);
  await rebuild();
  const [bag, sack] = [await rhythm(BAG), await rhythm(SACK)];
  expect(sack.priorLogMean).toBe(sack.logMean);
  expect(Math.exp(bag.priorLogMean)).toBeLessThan((await saidToStart(BAG))!.days);
  const times = (await saidToStart(SACK))!.days / (await saidToStart(BAG))!.days;
  expect(Math.exp(sack.priorLogMean - bag.priorLogMean)).toBeCloseTo(times, 6);
});

test('buyers of a large pack do not make the small one seem to last as long', async () => {
  await addPurchases(ports, shopId, [once(BAG, 1n), ...buyers(SACK, (await saidToStart(SACK))!.days)]);
  await rebuild();
  expect(Math.exp((await rhythm(BAG)).logMean)).toBeCloseTo((await saidToStart(BAG))!.days, 6);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { localDay } from '../../shops/local-day';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { loadInsights } from './load-insights.server';
import { rebuildInsights } from './rebuild-insights.server';

let ports: TestPorts;
let shopId: number;
let nextId = 1n;

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

async function placeOrder(
  customerId: bigint,
  daysAgo: number,
  more: { isTest?: boolean; refunded?: boolean; shop?: number } = {},
): Promise<void> {
  const placedAt = new Date(ports.clock.now().getTime() - daysAgo * 86_400_000);
  const placedOn = localDay(placedAt, 'Europe/London');
  const orderId = nextId++;
  const key = { shopId: more.shop ?? shopId, orderId };
  await ports.db.write(async (tx) => {
    await tx.prisma.order.create({
      data: {
        ...key,
        ...{ name: `#${orderId}`, placedAt, placedOn, customerId, currency: 'GBP', netMinor: 900 },
        ...{
          isTest: more.isTest ?? false,
          shopifyUpdatedAt: placedAt,
          journeySource: 'Google',
          journeyLanding: 'home',
        },
      },
    });
    if (more.refunded) return;
    const line = { lineId: orderId, productId: 7n, quantity: 1, boughtOn: placedOn, unitPriceMinor: 900 };
    await tx.prisma.purchase.create({ data: { ...key, ...line, isSubscription: false, customerId } });
  });
}

it('counts this shop’s customers, each once, however many there are to a turn', async () => {
  const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
  for (let customer = 1n; customer <= 450n; customer += 1n) {
    await placeOrder(customer, 90);
    if (customer % 3n === 0n) await placeOrder(customer, 70);
    if (customer % 5n === 0n) await placeOrder(customer, 80, { refunded: true });
    if (customer % 7n === 0n) await placeOrder(customer, 85, { isTest: true });
  }
  await placeOrder(1n, 60, { shop: other.id });
  await rebuildInsights(ports, { shopId });
  expect(await loadInsights(ports, shopId)).toMatchObject({
    all: { persons: 450, again: 150 },
    items: [{ productId: '7', title: 'A product that is gone', persons: 450, again: 150 }],
    second: { orders: 150, untold: 0, sources: [{ name: 'Google', count: 150 }] },
  });
});

it('asks for the answers when there are none yet', async () => {
  expect(await loadInsights(ports, shopId)).toBeNull();
  await ports.runJobs({ 'results.insights': (own, job) => rebuildInsights(own, job) });
  expect(await loadInsights(ports, shopId)).toMatchObject({ all: { persons: 0 }, items: [] });
});

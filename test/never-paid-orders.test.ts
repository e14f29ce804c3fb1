/** An order whose payment never came about counts for nothing, whichever way it came in and whenever it turned out so. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fetchOrdersById } from '../app/orders/intake/fetch-orders.server';
import { ingestOrders } from '../app/orders/intake/ingest-orders.server';
import { spendsBetween } from '../app/results/counting/limit-store.server';
import { limitFromPrePeriod } from '../app/results/statistics/money';
import { exportedOrder } from './support/order-export';
import { pretendAdmin, type PretendAdmin } from './support/pretend-admin';
import { makeResultsWorld, type ResultsWorld } from './support/results-world';
import { makeTestPorts, type TestPorts } from './support/test-ports';
import { makeUploadShop } from './support/upload-shop';

const EVER = { from: new Date(0), until: new Date('2100-01-01T00:00:00Z') };

let ports: TestPorts;
let admin: PretendAdmin;
let world: ResultsWorld;
beforeEach(async () => {
  admin = pretendAdmin();
  ports = await makeTestPorts({ now: '2026-03-01T09:00:00Z', admin });
  world = await makeResultsWorld(ports, { holdout: 100, shelf: 100 });
  await world.expose({ tactic: 'shelf', key: { kind: 'account', value: '7' } });
});
afterEach(() => ports.close());

/** What all of Larder's comparison and a limit would count, once Shopify says this of the payment. */
async function countedAs(financialStatus: string, hour: number) {
  const updatedAt = `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`;
  const placed = { createdAt: '2026-03-02T08:00:00Z', customer: 7, lines: [{ id: 1, price: '13.90' }] };
  admin.orders = [{ id: 1, updatedAt, financialStatus, ...placed }];
  const shop = world.shop;
  const { orders } = await fetchOrdersById(ports, shop.domain, [1n]);
  await ports.db.write((tx) => ingestOrders(tx, ports, { shop, orders, source: 'live' }));
  await world.arrive(1);
  const outcome = (await world.outcomes()).find((counted) => counted.tactic === 'larder');
  const spends = await spendsBetween(ports.db.read, { shopId: shop.id, currency: 'GBP', ...EVER });
  return { orders: outcome?.orders, netMinor: outcome?.netMinor, limit: limitFromPrePeriod(spends) };
}

const NOTHING = { orders: 0, netMinor: 0, limit: null };
const ALL = { orders: 1, netMinor: 1390, limit: 1390 };

it('a payment that is awaited counts until it is given up, and again when it is made after all', async () => {
  expect(await countedAs('PENDING', 9)).toEqual(ALL);
  expect(await countedAs('EXPIRED', 10)).toEqual(NOTHING);
  expect(await countedAs('PAID', 11)).toEqual(ALL);
  expect(await countedAs('VOIDED', 12)).toEqual(NOTHING);
});

it.each(['voided', 'expired', 'refunded'])('an uploaded order that is %s has no money', async (status) => {
  const at = await makeUploadShop();
  try {
    await at.take([exportedOrder(1, { 'Financial Status': status })]);
    const [order] = await at.ports.db.read.prisma.order.findMany();
    expect(order).toMatchObject({ orderId: 1n, netMinor: 0 });
    const { shopId } = order ?? { shopId: 0 };
    const spends = await spendsBetween(at.ports.db.read, {
      shopId,
      currency: order?.currency ?? '',
      ...EVER,
    });
    expect(limitFromPrePeriod(spends)).toBeNull();
  } finally {
    await at.ports.close();
  }
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDay } from '../../shops/local-day';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { collectResults } from './collect-results.server';
import { loadResultsPage } from '../page/load-page.server';

const HOLDOUT = 1;
const SHELF = 2;
const REMINDER = 3;

let ports: TestPorts;
let shopId: number;
let shop: { id: number; timeZone: string };

beforeEach(async () => {
  ports = await makeTestPorts({ now: '2026-11-20T12:00:00Z' });
  shop = await makeTestShop(ports);
  shopId = shop.id;
  const startedAt = new Date('2026-10-01T00:00:00Z');
  await ports.db.write(async (tx) => {
    for (const [id, name] of [
      [HOLDOUT, 'holdout'],
      [SHELF, 'shelf'],
      [REMINDER, 'reminder'],
    ] as const) {
      await tx.prisma.layer.create({ data: { id, shopId, name, version: 1, shareBp: 1000, startedAt } });
    }
  });
});
afterEach(() => ports.close());

async function addKey(kind: string, value: string, personId: number): Promise<number> {
  const data = { shopId, kind, value, personId, createdAt: ports.clock.now() };
  return (await ports.db.write((tx) => tx.prisma.shopperKey.create({ data }))).id;
}

async function addExposure(
  keyId: number,
  tactic: 'shelf' | 'reminder',
  arm: string,
  at: string,
  more = {},
): Promise<void> {
  const layerId = arm === 'holdout' ? null : tactic === 'shelf' ? SHELF : REMINDER;
  const data = { shopId, keyId, tactic, arm, at: new Date(at), layerId, holdoutLayerId: HOLDOUT, detail: {} };
  await ports.db.write((tx) =>
    tx.prisma.exposure.create({ data: { ...data, businessKey: `${tactic}-${keyId}-${at}`, ...more } }),
  );
}

async function addOrder(
  orderId: bigint,
  at: string,
  more: object,
  productIds: readonly bigint[] = [1n],
): Promise<void> {
  const placedAt = new Date(at);
  const placedOn = localDay(placedAt, 'Europe/London');
  const order = { shopId, orderId, name: `#${orderId}`, placedAt, placedOn, currency: 'GBP', netMinor: 900 };
  await ports.db.write(async (tx) => {
    await tx.prisma.order.create({ data: { ...order, shopifyUpdatedAt: placedAt, ...more } });
    for (const [index, productId] of productIds.entries()) {
      const line = { shopId, orderId, productId, lineId: orderId * 100n + BigInt(index), quantity: 1 };
      await tx.prisma.purchase.create({
        data: { ...line, boughtOn: placedOn, unitPriceMinor: 900, isSubscription: false },
      });
    }
  });
}

const collect = (orderIds: bigint[] = []) => collectResults(ports, { shopId, payload: { orderIds } });

/** The live page of a shop, once everything that was logged has been taken up. */
async function page(of = shop) {
  await collectResults(ports, { shopId: of.id, payload: {} });
  const loaded = await loadResultsPage(ports, { ...of, currency: 'GBP' });
  if (loaded.reason !== 'live') throw new Error(loaded.reason);
  return loaded.view;
}

const converted = () =>
  ports.db.read.prisma.outcome.findMany({ where: { orderId: { not: null } }, orderBy: { tactic: 'asc' } });

describe('outcomes', () => {
  it('are one per person over all keys, however often they are recorded', async () => {
    const browser = await addKey('browser', 'b1', 1);
    await addKey('account', '77', 1);
    await addExposure(browser, 'shelf', 'treated', '2026-11-01T10:00:00Z');
    await addOrder(500n, '2026-11-05T10:00:00Z', { customerId: 77n });
    await addOrder(501n, '2026-11-06T10:00:00Z', { browserId: 'b1' });
    await collect([501n]);
    await collect([500n, 501n]);

    const rows = await converted();
    expect(rows.map(({ tactic, orderId, keyId }) => ({ tactic, orderId, keyId }))).toEqual([
      { tactic: 'larder', orderId: 500n, keyId: browser },
      { tactic: 'shelf', orderId: 500n, keyId: browser },
    ]);
    const { tactics, larder } = await page();
    // The window is still open: the conversion is one that came, and no rate yet.
    const counts = { shoppers: 1, exposures: 1, conversions: 1, closed: 0, rate: null };
    expect(tactics.shelf.treated).toMatchObject(counts);
    expect(tactics.reminder.treated.shoppers).toBe(0);
    expect(larder.treated).toMatchObject({ shoppers: 1, conversions: 1 });
  });

  it('are kept for somebody with more exposures and orders than one statement takes', async () => {
    const account = await addKey('account', '77', 1);
    const at = new Date('2026-11-01T10:00:00Z');
    await ports.db.write(async (tx) => {
      const exposure = {
        shopId,
        keyId: account,
        tactic: 'shelf',
        arm: 'treated',
        at,
        layerId: SHELF,
        detail: {},
      };
      const order = {
        shopId,
        name: '',
        placedAt: at,
        placedOn: 1,
        currency: 'GBP',
        netMinor: 1,
        customerId: 77n,
      };
      const many = Array.from({ length: 1_100 }, (_, index) => index + 1);
      await tx.prisma.exposure.createMany({
        data: many.map((n) => ({ ...exposure, holdoutLayerId: HOLDOUT, businessKey: `view-${n}` })),
      });
      await tx.prisma.order.createMany({
        data: many.map((n) => ({ ...order, orderId: BigInt(n), shopifyUpdatedAt: at })),
      });
    });
    await collect([1n]);
    expect(await ports.db.read.prisma.outcome.count({ where: { tactic: 'shelf' } })).toBe(1);
  });

  it('move on when the order is cancelled, and go when nothing is left', async () => {
    const account = await addKey('account', '77', 1);
    await addExposure(account, 'shelf', 'control', '2026-11-01T10:00:00Z');
    await addOrder(500n, '2026-11-05T10:00:00Z', { customerId: 77n });
    await addOrder(501n, '2026-11-06T10:00:00Z', { customerId: 77n });
    await collect([500n, 501n]);
    const cancel = (orderId: bigint) =>
      ports.db.write((tx) =>
        tx.prisma.order.updateMany({ where: { orderId }, data: { cancelledAt: ports.clock.now() } }),
      );
    await cancel(500n);
    await collect([500n]);
    expect((await converted()).map((row) => row.orderId)).toEqual([501n, 501n]);
    await cancel(501n);
    await collect([501n]);
    expect(await converted()).toEqual([]);
  });

  it('of one person do not come from another customer on the same browser', async () => {
    const browser = await addKey('browser', 'b1', 1);
    await addKey('account', '77', 1);
    await addKey('account', '78', 2);
    await addExposure(browser, 'shelf', 'treated', '2026-11-01T10:00:00Z');
    await addOrder(500n, '2026-11-05T10:00:00Z', { customerId: 78n, browserId: 'b1' });
    await collect([500n]);
    expect(await converted()).toEqual([]);
    await addOrder(501n, '2026-11-06T10:00:00Z', { browserId: 'b1' });
    await collect([501n]);
    expect((await converted()).map((row) => row.orderId)).toEqual([501n, 501n]);
  });

  it('do not count orders refunded whole, tests, or those of others', async () => {
    const account = await addKey('account', '77', 1);
    await addExposure(account, 'shelf', 'treated', '2026-11-01T10:00:00Z');
    await addOrder(500n, '2026-11-05T10:00:00Z', { customerId: 77n, netMinor: 0 }, []);
    await addOrder(501n, '2026-11-05T10:00:00Z', { customerId: 77n, isTest: true });
    await addOrder(502n, '2026-11-05T10:00:00Z', { customerId: 78n });
    await addOrder(503n, '2026-11-05T10:00:00Z', { customerId: null });
    await collect([500n, 501n, 502n, 503n, 999n]);
    expect(await converted()).toEqual([]);
  });

  it('count what was offered on a thank-you page, with the product bought in time', async () => {
    const account = await addKey('account', '77', 1);
    const offeredOn = localDay(new Date('2026-11-20T10:00:00Z'), 'Europe/London');
    const detail = { offers: [{ productId: '9007199254740993', variantId: '1', quantity: 1, offeredOn }] };
    await addExposure(account, 'reminder', 'treated', '2026-11-01T10:00:00Z', { detail });
    await addOrder(500n, '2026-11-30T10:00:00Z', { customerId: 77n }, [9007199254740993n]);
    await collect([500n]);
    const rows = await ports.db.read.prisma.outcome.findMany({ where: { tactic: 'reminder' } });
    expect(rows).toMatchObject([{ orderId: 500n }]);
  });
});

describe('exposures drawn on a checkout', () => {
  it('wait for their order', async () => {
    const checkout = await addKey('checkout', 't1', 1);
    const at = new Date('2026-11-01T10:00:00Z');
    const drawn = { shopId, layerId: REMINDER, arm: 'treated', bucket: 5000, how: 'bucket' };
    await ports.db.write((tx) =>
      tx.prisma.assignment.create({ data: { ...drawn, keyId: checkout, drawnAt: at } }),
    );
    await addExposure(checkout, 'reminder', 'treated', at.toISOString());
    const before = (await page()).tactics.reminder;
    expect(before.treated.shoppers).toBe(0);
    expect(before.leftOut).toMatchObject({ lateIdentity: 0, orderAwaited: 1 });

    await addOrder(500n, '2026-11-01T09:59:00Z', { checkoutToken: 't1' });
    await collect([500n]);
    const after = (await page()).tactics.reminder;
    expect(after.treated).toMatchObject({ shoppers: 1, exposures: 1, conversions: 0 });
    expect(after.leftOut).toMatchObject({ lateIdentity: 0, orderAwaited: 0 });
  });

  it('are left out when the buyer turns out to have an arm already', async () => {
    const account = await addKey('account', '77', 1);
    const checkout = await addKey('checkout', 't1', 1);
    const drawn = { shopId, layerId: HOLDOUT, arm: 'out', bucket: 5000, how: 'bucket' };
    await ports.db.write(async (tx) => {
      await tx.prisma.assignment.create({
        data: { ...drawn, keyId: account, drawnAt: new Date('2026-10-20T10:00:00Z') },
      });
      await tx.prisma.assignment.create({
        data: { ...drawn, keyId: checkout, drawnAt: new Date('2026-11-01T10:00:00Z') },
      });
    });
    await addExposure(account, 'shelf', 'treated', '2026-10-20T10:00:00Z');
    await addExposure(checkout, 'reminder', 'holdout', '2026-11-01T10:00:00Z');
    await addOrder(500n, '2026-11-01T09:59:00Z', { checkoutToken: 't1', customerId: 77n });
    const { larder } = await page();
    expect(larder.leftOut).toMatchObject({ lateIdentity: 1, orderAwaited: 0, olderVersion: 0 });
    expect(larder.treated).toMatchObject({ shoppers: 1, exposures: 1 });
    expect(larder.control.shoppers).toBe(0);
  });
});

describe('persons', () => {
  it('stand in the arm of their first exposure, and crossovers are counted', async () => {
    const first = await addKey('browser', 'b1', 1);
    const second = await addKey('browser', 'b2', 1);
    await addExposure(first, 'shelf', 'control', '2026-11-01T10:00:00Z');
    await addExposure(second, 'shelf', 'treated', '2026-11-02T10:00:00Z');
    const { tactics, larder } = await page();
    expect(tactics.shelf.control).toMatchObject({ shoppers: 1, exposures: 2 });
    expect(tactics.shelf.treated.shoppers).toBe(0);
    const crossover = (view: typeof larder) =>
      view.health.findings.find((finding) => finding.check === 'crossover');
    expect(crossover(tactics.shelf)?.says).toMatch(/^1 shopper was met in both groups/);
    expect(crossover(larder)?.says, 'a control is not held out').toBe('Nobody was met in both groups.');
  });

  it('of other shops are not seen', async () => {
    const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
    const key = await addKey('browser', 'b1', 1);
    await addExposure(key, 'shelf', 'treated', '2026-11-01T10:00:00Z');
    await page();
    expect((await page(other)).tactics.shelf.treated.shoppers).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportedOrder, furtherLine } from '../../../test/support/order-export';
import { ADA, BOB, makeUploadShop, type UploadShop } from '../../../test/support/upload-shop';
import { keyedHash } from '../../shops/keyed-hash';
import { localDay } from '../../shops/local-day';
import { fetchOrdersById } from '../intake/fetch-orders.server';
import { ingestOrders } from '../intake/ingest-orders.server';
import { loadRejectsCsv } from './load-history.server';
import { saveTombstones } from '../tombstone-store.server';

let at: UploadShop;
beforeEach(async () => void (at = await makeUploadShop()));
afterEach(() => at.ports.close());

describe('an order export', () => {
  it('becomes purchases: products by SKU or title, buyers by address, days on the shop’s clock', async () => {
    const done = await at.take([
      exportedOrder(1001, { Email: 'ADA@example.test' }),
      furtherLine(1001),
      exportedOrder(1002, {
        Email: 'bob@example.test',
        'Lineitem sku': '',
        'Lineitem name': 'Tea',
        'Lineitem quantity': 10000,
      }),
      exportedOrder(1003, { Email: 'stranger@example.test' }),
      exportedOrder(1004, { Email: '' }),
    ]);
    expect(done).toMatchObject({
      ...{ state: 'done', ordersAdded: 4, ordersKnown: 0, ordersUnnamed: 2, linesRejected: 0, error: null },
      nextByte: done.sizeBytes,
    });
    const found = await at.purchases();
    const day = localDay(new Date('2025-03-11T04:30:00Z'), 'Europe/London');
    expect(
      found.map(({ orderId, productId, variantId, quantity, customerId }) => [
        orderId,
        productId,
        variantId,
        quantity,
        customerId,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [1001n, 1n, 11n, 1, BigInt(ADA)],
        [1001n, 1n, 12n, 1, BigInt(ADA)],
        [1002n, 2n, 21n, 10000, BigInt(BOB)],
        [1003n, 1n, 11n, 1, null],
        [1004n, 1n, 11n, 1, null],
      ]),
    );
    expect(new Set(found.map((purchase) => purchase.boughtOn))).toEqual(new Set([day]));
    expect(found.every((purchase) => purchase.lineId < 0n)).toBe(true);
    expect(at.learned.sort()).toEqual(['1001', '1002']);
    expect(at.count.rebuilds).toBe(1);
    expect(at.files()).toEqual([]);
  });

  it('knows when an order was sent, where the file says so', async () => {
    await at.take([
      exportedOrder(1, { 'Fulfilled at': '2025-03-12 10:00:00 -0500' }),
      exportedOrder(2, { 'Fulfilled at': '' }),
    ]);
    const orders = await at.ports.db.read.prisma.order.findMany({ orderBy: { orderId: 'asc' } });
    expect(orders.map(({ fulfilledAt }) => fulfilledAt)).toEqual([new Date('2025-03-12T15:00:00Z'), null]);
  });

  it('loses what is no purchase, as the API’s orders do', async () => {
    await at.take([
      exportedOrder(1, { 'Cancelled at': '2025-03-12 10:00:00 +0000' }),
      exportedOrder(2, { 'Payment Method': 'bogus' }),
      exportedOrder(3, { 'Financial Status': 'refunded', 'Refunded Amount': '11.50' }),
      exportedOrder(4, { 'Financial Status': 'voided' }),
      exportedOrder(5, { Subtotal: '0.00', Total: '0.00' }),
      exportedOrder(6, { 'Lineitem sku': 'GIFT' }),
      exportedOrder(7, { 'Lineitem quantity': 0 }),
      exportedOrder(8, { 'Financial Status': 'partially_refunded', 'Refunded Amount': '3.00' }),
    ]);
    expect((await at.purchases()).map((purchase) => purchase.orderId)).toEqual([8n]);
    expect(await at.ports.db.read.prisma.order.findMany({ orderBy: { orderId: 'asc' } })).toMatchObject([
      { cancelledAt: new Date('2025-03-12T10:00:00Z') },
      { isTest: true },
      { netMinor: 0 },
      {},
      { netMinor: 0 },
      {},
      {},
      { netMinor: 850 },
    ]);
    expect(await at.rejects()).toEqual([]);
  });

  it('spreads a discount over its lines, and marks a subscription', async () => {
    await at.take([
      exportedOrder(1, { Subtotal: '16.00', 'Lineitem quantity': 2, 'Lineitem price': '8.00' }),
      furtherLine(1, { 'Lineitem price': '16.00' }),
      exportedOrder(2, { Source: 'subscription_contract', 'Lineitem discount': '2.00', Subtotal: '6.00' }),
    ]);
    const prices = (await at.purchases()).map((purchase) => [
      purchase.orderId,
      purchase.unitPriceMinor,
      purchase.isSubscription,
    ]);
    expect(prices).toEqual(
      expect.arrayContaining([
        [1n, 400, false],
        [1n, 800, false],
        [2n, 600, true],
      ]),
    );
  });

  it('rejects what it cannot at.take, line by line, with column and reason, to be downloaded', async () => {
    const done = await at.take([
      exportedOrder(1),
      furtherLine(1, { 'Lineitem sku': 'GONE', 'Lineitem name': '=Old, thing' }),
      exportedOrder(2, { Currency: 'pounds' }),
      furtherLine(2),
      exportedOrder(3, { 'Created at': '2027-01-01 00:00:00 +0000' }),
      exportedOrder(4, { 'Created at': '03/10/2025' }),
      exportedOrder(5, { Id: '5.92831E+12' }),
      exportedOrder(6, { 'Lineitem quantity': '-1' }),
      exportedOrder(7, { 'Lineitem sku': 'TWICE', 'Lineitem name': 'Old soap' }),
      exportedOrder(8, { 'Lineitem sku': 'TWICE', 'Lineitem name': 'Shampoo' }),
      furtherLine(9),
      exportedOrder(10, { Total: 'free' }),
    ]);
    expect(done).toMatchObject({ state: 'done', ordersAdded: 4, linesRejected: 10 });
    expect(await at.rejects()).toEqual([
      { line: 3, field: 'Lineitem sku', reason: expect.stringContaining('No product has this SKU or name') },
      { line: 4, field: 'Currency', reason: expect.stringContaining('no code of a currency') },
      { line: 5, field: '', reason: 'Its order could not be read: see line 4.' },
      { line: 6, field: 'Created at', reason: expect.stringContaining('in the future') },
      { line: 7, field: 'Created at', reason: expect.stringContaining('two different days') },
      { line: 8, field: 'Id', reason: expect.stringContaining('rounded by a spreadsheet') },
      { line: 9, field: 'Lineitem quantity', reason: expect.stringContaining('no number of items') },
      { line: 10, field: 'Lineitem sku', reason: expect.stringContaining('Several products') },
      { line: 12, field: 'Id', reason: expect.stringContaining('does not stand right before it') },
      { line: 13, field: 'Total', reason: expect.stringContaining('no amount of money') },
    ]);
    expect((await at.purchases()).map((purchase) => [purchase.orderId, purchase.productId])).toEqual([
      [1n, 1n],
      [8n, 5n],
    ]);
    const csv = await loadRejectsCsv(at.ports, at.shop.id, done.id);
    expect(csv?.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFLine,Order,Column,Reason',
      expect.stringMatching(/^3,#1,Lineitem sku,"?No product has this SKU or name: .*$/),
    ]);
    expect(await loadRejectsCsv(at.ports, at.shop.id + 1, done.id)).toBeNull();
    expect(await loadRejectsCsv(at.ports, at.shop.id, done.id + 1)).toBeNull();
  });

  it('changes nothing when it is uploaded twice, or holds an order twice', async () => {
    const lines = [exportedOrder(1), furtherLine(1), exportedOrder(2), exportedOrder(1), furtherLine(1)];
    expect(await at.take(lines)).toMatchObject({ ordersAdded: 2, ordersKnown: 1 });
    const before = await at.everything();
    expect(await at.take(lines)).toMatchObject({ ordersAdded: 0, ordersKnown: 3 });
    expect(await at.everything()).toEqual(before);
    expect(at.count.rebuilds).toBe(1);
  });

  it('corrects what an earlier upload said', async () => {
    await at.take([exportedOrder(1, { 'Lineitem sku': 'GONE', 'Lineitem name': 'Gone' })]);
    expect(await at.purchases()).toEqual([]);
    expect(await at.take([exportedOrder(1)])).toMatchObject({ ordersAdded: 1 });
    expect(await at.purchases()).toMatchObject([{ orderId: 1n, productId: 1n }]);
  });

  it('never overwrites what Shopify’s API told, and is replaced by it', async () => {
    const updatedAt = '2025-03-11T04:30:00Z';
    const told = async (id: number) => {
      at.admin.orders = [{ id, updatedAt, lines: [{ id: id * 10, product: 2, variant: 21 }] }];
      const { orders } = await fetchOrdersById(at.ports, at.shop.domain, [BigInt(id)]);
      await at.ports.db.write((tx) =>
        ingestOrders(tx, at.ports, { shop: at.shop, orders, source: 'backfill' }),
      );
    };
    await told(1);
    expect(await at.take([exportedOrder(1), exportedOrder(2)])).toMatchObject({
      ordersAdded: 1,
      ordersKnown: 1,
    });
    await told(2);
    expect(await at.purchases()).toMatchObject([
      { orderId: 1n, lineId: 10n, productId: 2n },
      { orderId: 2n, lineId: 20n, productId: 2n },
    ]);
    expect(await at.ports.db.read.prisma.order.count({ where: { importId: null } })).toBe(2);
    expect(await at.take([exportedOrder(2)])).toMatchObject({ ordersAdded: 0, ordersKnown: 1 });
  });

  it('does not bring back who was erased, by customer, order or address', async () => {
    const secret = at.ports.config.apiSecret;
    await at.ports.db.write((tx) =>
      saveTombstones(tx, {
        ...{ secret, shopId: at.shop.id, erasedAt: at.ports.clock.now() },
        erased: [
          { kind: 'customer', value: String(ADA) },
          { kind: 'order', value: '2' },
          { kind: 'address', value: keyedHash(secret, at.shop.id, 'address', 'gone@example.test') },
        ],
      }),
    );
    await at.take([
      exportedOrder(1),
      exportedOrder(2, { Email: 'bob@example.test' }),
      exportedOrder(3, { Email: 'Gone@example.test' }),
      exportedOrder(4, { Email: 'bob@example.test' }),
    ]);
    expect((await at.ports.db.read.prisma.order.findMany()).map((order) => order.orderId)).toEqual([4n]);
  });
});

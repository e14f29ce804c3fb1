import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pretendAdmin, type PretendAdmin, type PretendOrder } from '../../../test/support/pretend-admin';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import type { OrderAnswer } from '../../shopify/answers';
import { loadShop } from '../../shops/shop-store.server';
import type { Shop } from '../../shops/shop';
import { fetchOrdersById } from './fetch-orders.server';
import { ingestOrders } from './ingest-orders.server';
import { saveTombstones } from '../tombstone-store.server';

let ports: TestPorts;
let admin: PretendAdmin;
let shop: Shop;
beforeEach(async () => {
  admin = pretendAdmin();
  ports = await makeTestPorts({ admin });
  const { id } = await makeTestShop(ports);
  shop = (await loadShop(ports.db.read, id)) as Shop;
});
afterEach(() => ports.close());

const BROWSER = 'abcdefghijklmnopqrstuv';

/** An order as Shopify answers it now. */
async function asAnswered(order: PretendOrder): Promise<OrderAnswer> {
  admin.orders = [order];
  const { orders } = await fetchOrdersById(ports, shop.domain, [BigInt(order.id)]);
  return orders[0] as OrderAnswer;
}

const ingest = (orders: readonly OrderAnswer[], source: 'backfill' | 'live' = 'live') =>
  ports.db.write((tx) => ingestOrders(tx, ports, { shop, orders, source }));

async function rows(): Promise<unknown> {
  const orders = await ports.db.read.prisma.order.findMany({ orderBy: { orderId: 'asc' } });
  const purchases = await ports.db.read.prisma.purchase.findMany({ orderBy: { lineId: 'asc' } });
  return { orders, purchases };
}

const jobKinds = async () =>
  (await ports.db.read.prisma.job.findMany({ orderBy: { id: 'asc' } })).map((job) => job.kind);

describe('orders on their way in', () => {
  it('replace what is stored of them', async () => {
    await ingest([
      await asAnswered({
        id: 1,
        updatedAt: '2026-11-01T10:00:00Z',
        lines: [{ id: 1, quantity: 3 }, { id: 2 }],
      }),
    ]);
    await ingest([
      await asAnswered({
        id: 1,
        updatedAt: '2026-11-02T10:00:00Z',
        lines: [
          { id: 1, quantity: 1 },
          { id: 2, quantity: 0 },
        ],
      }),
    ]);
    const purchases = await ports.db.read.prisma.purchase.findMany();
    expect(purchases).toMatchObject([{ lineId: 1n, quantity: 1 }]);
  });

  it('tell later rooms once: the past to be learned from, the present as arrived', async () => {
    const order = await asAnswered({ id: 1, updatedAt: '2026-11-01T10:00:00Z', lines: [{ id: 1 }] });
    expect(await ingest([order], 'backfill')).toEqual([1n]);
    expect(await ingest([order])).toEqual([]);
    await ingest([await asAnswered({ id: 2, updatedAt: '2026-11-01T10:00:00Z' })]);
    expect(await jobKinds()).toEqual(['shoppers.learn', 'orders.arrived']);
    expect(
      (await ports.db.read.prisma.job.findFirst({ where: { kind: 'orders.arrived' } }))?.payload,
    ).toEqual({
      orderIds: ['2'],
    });
  });

  it('of a thousand lines come in whole', async () => {
    const lines = Array.from({ length: 1114 }, (_, index) => ({ id: index + 1, product: index + 1 }));
    await ingest([await asAnswered({ id: 9007199254740993123n, updatedAt: '2026-11-01T10:00:00Z', lines })]);
    expect(await ports.db.read.prisma.purchase.count()).toBe(1114);
    expect(admin.asked.filter((name) => name === 'OrderLinesPage')).toHaveLength(5);
    expect((await ports.db.read.prisma.order.findFirst())?.orderId).toBe(9007199254740993123n);
  });

  it('end in the same rows, whatever the order and number of deliveries', async () => {
    const versions: PretendOrder[] = [
      {
        id: 1,
        updatedAt: '2026-11-01T10:00:00Z',
        customer: null,
        lines: [{ id: 1, quantity: 3 }, { id: 2 }],
      },
      { id: 1, updatedAt: '2026-11-01T11:00:00Z', customer: 7, lines: [{ id: 1, quantity: 2 }, { id: 2 }] },
      {
        id: 1,
        updatedAt: '2026-11-02T10:00:00Z',
        customer: 7,
        browserId: BROWSER,
        lines: [{ id: 1, quantity: 2 }],
      },
      { id: 2, updatedAt: '2026-11-01T10:00:00Z', customer: 8, lines: [{ id: 3 }] },
      {
        id: 2,
        updatedAt: '2026-11-03T10:00:00Z',
        customer: 8,
        cancelledAt: '2026-11-03T10:00:00Z',
        lines: [{ id: 3 }],
      },
    ];
    const answers: OrderAnswer[] = [];
    for (const version of versions) answers.push(await asAnswered(version));
    await ingest(answers);
    const expected = await rows();

    const delivery = fc.array(fc.constantFrom(...answers), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(answers, { minLength: 5 }),
        fc.array(delivery, { maxLength: 4 }),
        async (all, extra) => {
          await ports.db.write(async (tx) => {
            await tx.prisma.purchase.deleteMany();
            await tx.prisma.order.deleteMany();
          });
          for (const page of extra) await ingest(page);
          for (const order of all) await ingest([order], order.id === 1n ? 'backfill' : 'live');
          for (const page of extra) await ingest(page);
          expect(await rows()).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('after somebody was erased', () => {
  const erase = (kind: 'order' | 'customer' | 'browser', value: string) =>
    ports.db.write((tx) =>
      saveTombstones(tx, {
        secret: ports.config.apiSecret,
        shopId: shop.id,
        erased: [{ kind, value }],
        erasedAt: new Date('2026-11-10T00:00:00Z'),
      }),
    );
  const before = { updatedAt: '2026-11-09T10:00:00Z', createdAt: '2026-11-09T10:00:00Z', lines: [{ id: 1 }] };

  it('an erased order never comes back', async () => {
    await erase('order', '1');
    await ingest([await asAnswered({ id: 1, ...before, updatedAt: '2026-11-15T10:00:00Z' })]);
    expect(await rows()).toEqual({ orders: [], purchases: [] });
    expect(await jobKinds()).toEqual([]);
  });

  it('an older order of theirs is not taken, a later one starts anew', async () => {
    await erase('customer', '7');
    await ingest([await asAnswered({ id: 1, customer: 7, ...before, updatedAt: '2026-11-15T10:00:00Z' })]);
    await ingest([await asAnswered({ id: 2, customer: 7, updatedAt: '2026-11-15T10:00:00Z' })]);
    expect(await ports.db.read.prisma.order.findMany()).toMatchObject([{ orderId: 2n, customerId: 7n }]);
  });

  it("a guest's older order on their browser is not taken, somebody else's is, without the browser", async () => {
    await erase('browser', BROWSER);
    await ingest([await asAnswered({ id: 1, customer: null, browserId: BROWSER, ...before })]);
    await ingest([await asAnswered({ id: 2, customer: 8, browserId: BROWSER, ...before })]);
    await ingest([
      await asAnswered({ id: 3, customer: null, browserId: BROWSER, updatedAt: '2026-11-15T10:00:00Z' }),
    ]);
    expect(await ports.db.read.prisma.order.findMany({ orderBy: { orderId: 'asc' } })).toMatchObject([
      { orderId: 2n, customerId: 8n, browserId: null },
      { orderId: 3n, browserId: BROWSER },
    ]);
    expect(await ports.db.read.prisma.purchase.findMany()).toMatchObject([{ orderId: 2n, browserId: null }]);
  });
});

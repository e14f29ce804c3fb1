import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeInboxShop, NOTHING_LEFT, type InboxShop } from '../../../test/support/inbox-shop';
import { listInstalledShops } from '../../shops/shop-store.server';
import { countOpenWork } from '../count-open-work.server';
import { markOrdersDirty } from './dirty-order-store.server';

let ports: InboxShop['ports'];
let admin: InboxShop['admin'];
let shopId: number;
let asked: string[];
let leave: InboxShop['leave'];
let run: InboxShop['run'];

beforeEach(async () => {
  ({ ports, admin, shopId, asked, leave, run } = await makeInboxShop());
});
afterEach(() => ports.close());

describe('the inbox', () => {
  it('turns any number of messages about an order into one refetch', async () => {
    admin.orders = [{ id: 5, updatedAt: '2026-11-20T10:00:00Z', customer: null, lines: [{ id: 1 }] }];
    await leave(
      { topic: 'orders/create', payload: { orderId: '5' } },
      { topic: 'refunds/create', payload: { orderId: '5' } },
      { topic: 'orders/updated', payload: { orderId: '5' } },
    );
    await run();
    expect(admin.asked).toEqual(['OrdersById']);
    expect(await ports.db.read.prisma.order.findMany()).toMatchObject([{ orderId: 5n, customerId: null }]);
    expect(asked).toEqual(['orders.arrived {"orderIds":["5"]}']);
    expect(await countOpenWork(ports.db.read)).toEqual(NOTHING_LEFT);
    expect(await ports.db.read.prisma.inboxMessage.findMany({ where: { payload: { not: {} } } })).toEqual([]);
  });

  it('keeps a mark that is made while its order is being read', async () => {
    admin.orders = [{ id: 5, updatedAt: '2026-11-20T10:00:00Z', lines: [{ id: 1, quantity: 2 }] }];
    await leave({ topic: 'orders/create', payload: { orderId: '5' } });
    let times = 0;
    admin.beforeAnswer = async (operation) => {
      if (operation !== 'OrdersById' || (times += 1) > 1) return;
      await ports.db.write((tx) => markOrdersDirty(tx, shopId, [5n], ports.clock.now()));
    };
    await run();
    expect(times).toBe(2);
    expect(await countOpenWork(ports.db.read)).toEqual(NOTHING_LEFT);
  });

  it('ends what it cannot understand as failed, with a reason, and goes on', async () => {
    admin.orders = [{ id: 5, updatedAt: '2026-11-20T10:00:00Z' }];
    await leave(
      { topic: 'orders/create', payload: { orderId: 'DROP TABLE' } },
      { topic: 'orders/create', payload: null },
      { topic: 'carts/update', payload: {} },
      { topic: 'orders/create', payload: { orderId: '5' } },
    );
    await run();
    const failed = await ports.db.read.prisma.inboxMessage.findMany({ where: { state: 'failed' } });
    expect(failed.map((message) => message.error)).toEqual([
      'The stored message has no usable orderId.',
      'The stored message has no usable payload.',
      'Nobody works off carts/update.',
    ]);
    expect(await ports.db.read.prisma.order.count()).toBe(1);
    expect(await countOpenWork(ports.db.read)).toEqual(NOTHING_LEFT);
  });

  it('reads changed products again and marks deleted ones', async () => {
    admin.products = [
      { id: 1, handle: 'tea', variants: [{ id: 11 }] },
      { id: 2, handle: 'soap', variants: [{ id: 21 }] },
    ];
    await leave(
      { topic: 'products/create', payload: { productId: '1' } },
      { topic: 'products/create', payload: { productId: '2' } },
    );
    await run();
    admin.products = [
      {
        id: 1,
        handle: 'black-tea',
        updatedAt: '2026-11-20T11:00:00Z',
        variants: [{ id: 12, title: '250 g' }],
      },
    ];
    await leave(
      { topic: 'products/update', payload: { productId: '1' } },
      { topic: 'products/delete', payload: { productId: '2' } },
    );
    await run();
    expect(await ports.db.read.prisma.product.findMany({ orderBy: { productId: 'asc' } })).toMatchObject([
      { handle: 'black-tea', isLive: true, deletedAt: null },
      { handle: 'soap', isLive: false, isAvailable: false, deletedAt: ports.clock.now() },
    ]);
    expect(await ports.db.read.prisma.variant.findMany({ orderBy: { variantId: 'asc' } })).toMatchObject([
      { variantId: 12n, packAmount: 250, packUnit: 'g' },
      { variantId: 21n, isAvailable: false },
    ]);
  });

  it('hands requests about privacy on, and keeps a data request for the merchant', async () => {
    const person = { customerId: '7', emailHash: 'hash', phoneHash: 'phone', orderIds: ['1'] };
    await leave(
      { topic: 'customers/redact', payload: person },
      { topic: 'customers/data_request', payload: { ...person, requestId: '9' } },
      { topic: 'shop/redact', payload: {} },
      { topic: 'app/scopes_update', payload: {} },
    );
    await run();
    expect(asked.sort()).toEqual([
      'privacy.erase-customer {"customerId":"7","emailHash":"hash","phoneHash":"phone","orderIds":["1"]}',
      'privacy.erase-shop {}',
      'shops.read-settings {}',
    ]);
    expect(
      await ports.db.read.prisma.inboxMessage.findFirst({ where: { topic: 'customers/data_request' } }),
    ).toMatchObject({
      state: 'done',
      payload: { customerId: '7', requestId: '9' },
    });
  });

  it('stops everything of a shop that leaves', async () => {
    await ports.db.write(async (tx) => {
      await ports.jobs.enqueue(tx, {
        kind: 'orders.import',
        shopId,
        dueAt: new Date('2026-12-01T00:00:00Z'),
      });
    });
    await leave(
      { topic: 'orders/create', payload: { orderId: '5' } },
      { topic: 'app/uninstalled', payload: {} },
    );
    await run();
    expect(await listInstalledShops(ports.db.read)).toEqual([]);
    expect(await ports.db.read.prisma.job.count()).toBe(0);
    expect(await countOpenWork(ports.db.read)).toEqual(NOTHING_LEFT);
    expect(admin.asked).toEqual([]);
  });

  it('does not believe a late uninstall after the merchant came back, unless Shopify says so', async () => {
    const late = { topic: 'app/uninstalled', payload: { triggeredAt: '2026-11-20T11:59:00Z' } };
    await leave(late);
    await run();
    expect(await listInstalledShops(ports.db.read)).toHaveLength(1);
    admin.gone = true;
    await leave(late);
    await run();
    expect(await listInstalledShops(ports.db.read)).toEqual([]);
  });
});

describe('an order that Shopify does not show any more', () => {
  beforeEach(async () => {
    admin.orders = [
      { id: 1, updatedAt: '2026-11-20T10:00:00Z', lines: [{ id: 1 }] },
      { id: 2, updatedAt: '2026-11-20T10:00:00Z', createdAt: '2026-01-01T10:00:00Z', lines: [{ id: 2 }] },
    ];
    await leave(
      { topic: 'orders/create', payload: { orderId: '1' } },
      { topic: 'orders/create', payload: { orderId: '2' } },
    );
    await run();
    admin.orders = [];
    await leave(
      { topic: 'orders/updated', payload: { orderId: '1' } },
      { topic: 'orders/updated', payload: { orderId: '2' } },
    );
  });

  it('is removed, but one beyond the visible 60 days is kept', async () => {
    await run();
    expect(await ports.db.read.prisma.order.findMany()).toMatchObject([{ orderId: 2n }]);
    expect(await ports.db.read.prisma.purchase.findMany()).toMatchObject([{ orderId: 2n }]);
    expect(await countOpenWork(ports.db.read)).toEqual(NOTHING_LEFT);
  });

  it('is removed whatever its age when the whole history is visible', async () => {
    await ports.db.write((tx) =>
      tx.prisma.shop.updateMany({ data: { scopes: 'read_orders,read_all_orders' } }),
    );
    await run();
    expect(await ports.db.read.prisma.order.count()).toBe(0);
  });
});

it('an order that cannot be read fails visibly and holds up nobody', async () => {
  admin.orders = [
    { id: 1, updatedAt: 'no date', lines: [] },
    { id: 2, updatedAt: '2026-11-20T10:00:00Z' },
  ];
  await leave(
    { topic: 'orders/create', payload: { orderId: '1' } },
    { topic: 'orders/create', payload: { orderId: '2' } },
  );
  await expect(run()).rejects.toThrow('1 orders could not be read: createdAt');
  expect(await ports.db.read.prisma.order.findMany()).toMatchObject([{ orderId: 2n }]);
  expect(await countOpenWork(ports.db.read)).toEqual(NOTHING_LEFT);
});

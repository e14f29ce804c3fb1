import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeInboxShop, NOTHING_LEFT, type InboxShop } from '../../../test/support/inbox-shop';
import { countOpenWork } from '../count-open-work.server';
import { markOrdersDirty } from './dirty-order-store.server';
import { forgetOldInbox } from './reconcile-orders.server';

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

describe('the hourly reconciliation', () => {
  beforeEach(async () => {
    await ports.db.write((tx) =>
      tx.prisma.backfill.create({
        data: { shopId, phase: 'done', startedAt: new Date('2026-11-20T12:00:00Z') },
      }),
    );
  });

  const reconcile = async () => {
    await ports.db.write((tx) => ports.jobs.enqueue(tx, { kind: 'orders.reconcile', shopId }));
    await run();
  };

  it('finds what webhooks missed, ten minutes back from where it was, and tells nobody twice', async () => {
    admin.orders = [
      { id: 1, updatedAt: '2026-11-20T11:45:00Z' },
      { id: 2, updatedAt: '2026-11-20T11:55:00Z' },
      { id: 3, updatedAt: '2026-11-20T12:30:00Z' },
    ];
    ports.clock.set('2026-11-20T13:00:00Z');
    await reconcile();
    expect((await ports.db.read.prisma.order.findMany()).map((order) => order.orderId)).toEqual([2n, 3n]);
    expect(asked).toEqual(['orders.arrived {"orderIds":["2","3"]}']);
    admin.orders.push({ id: 4, updatedAt: '2026-11-20T12:55:00Z' });
    await reconcile();
    await reconcile();
    expect(asked.slice(1)).toEqual(['orders.arrived {"orderIds":["4"]}']);
    expect(await ports.db.read.prisma.backfill.findFirst()).toMatchObject({
      reconciledTo: ports.clock.now(),
    });
  });

  it('keeps its place when Shopify fails in between', async () => {
    ports.clock.set('2026-11-20T13:00:00Z');
    admin.beforeAnswer = () => {
      throw new Error('Shopify is away');
    };
    await expect(reconcile()).rejects.toThrow('Shopify is away');
    expect(await ports.db.read.prisma.backfill.findFirst()).toMatchObject({ reconciledTo: null });
  });

  it('wakes a backfill and dirty orders whose jobs ran out of tries', async () => {
    admin.orders = [{ id: 5, updatedAt: '2026-11-20T10:00:00Z' }];
    await ports.db.write(async (tx) => {
      await tx.prisma.backfill.updateMany({ data: { phase: 'orders' } });
      await markOrdersDirty(tx, shopId, [5n], ports.clock.now());
    });
    await reconcile();
    expect(asked).toContain('orders.backfill {}');
    expect(await countOpenWork(ports.db.read)).toEqual(NOTHING_LEFT);
  });

  it('forgets old messages, but not a data request', async () => {
    await leave(
      { topic: 'orders/create', payload: { orderId: '5' } },
      { topic: 'customers/data_request', payload: {} },
    );
    await run();
    ports.clock.advance(8 * 86_400_000);
    await forgetOldInbox(ports);
    expect(await ports.db.read.prisma.inboxMessage.findMany()).toMatchObject([
      { topic: 'customers/data_request' },
    ]);
  });
});

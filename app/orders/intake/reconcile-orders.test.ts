import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteJobs } from '../../../test/support/note-jobs';
import { pretendAdmin, type PretendAdmin } from '../../../test/support/pretend-admin';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import type { JobHandlers } from '../../ports';
import { countOpenWork } from '../count-open-work.server';
import { addToInbox } from './inbox-store.server';
import { markOrdersDirty } from './dirty-order-store.server';
import { processInbox } from './process-inbox.server';
import { forgetOldInbox, reconcileOrders } from './reconcile-orders.server';
import { refetchOrders } from './refetch-orders.server';

let ports: TestPorts;
let admin: PretendAdmin;
let shopId: number;
let asked: string[];

const HANDLERS: Partial<JobHandlers> = {
  'orders.process-inbox': processInbox,
  'orders.refetch': refetchOrders,
  'orders.reconcile': reconcileOrders,
  ...noteJobs(
    (kind, payload) => asked.push(`${kind} ${JSON.stringify(payload)}`),
    'orders.arrived',
    'orders.backfill',
  ),
};

beforeEach(async () => {
  asked = [];
  admin = pretendAdmin();
  ports = await makeTestPorts({ admin });
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

let webhooks = 0;

/** Leaves messages in the inbox as the intake does, without working them off. */
async function leave(...messages: { topic: string; payload: unknown }[]): Promise<void> {
  await ports.db.group(async (tx) => {
    for (const message of messages) {
      const webhookId = `webhook-${(webhooks += 1)}`;
      await addToInbox(tx, {
        shopId,
        webhookId,
        receivedAt: ports.clock.now(),
        ...message,
      });
    }
    await ports.jobs.enqueue(tx, { kind: 'orders.process-inbox', key: 'inbox' });
  });
}

const run = () => ports.runJobs(HANDLERS);
const idle = { inbox: 0, dirtyOrders: 0 };

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
    expect(await countOpenWork(ports.db.read)).toEqual(idle);
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

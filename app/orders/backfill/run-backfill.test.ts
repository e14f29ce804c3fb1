import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteJobs } from '../../../test/support/note-jobs';
import { pretendAdmin, type PretendAdmin, type PretendOrder } from '../../../test/support/pretend-admin';
import { makeTestPorts, type TestPorts } from '../../../test/support/test-ports';
import type { JobHandlers } from '../../ports';
import { GraphqlRefused, ShopGone } from '../../shopify/admin-errors';
import { readSettings } from '../../shops/read-settings.server';
import { recordInstall } from '../../shops/record-install.server';
import { restartBackfill } from './restart-backfill.server';
import { runBackfill } from './run-backfill.server';

const DOMAIN = 'corner.myshopify.com';
const SCOPES = 'read_products,read_orders,read_customers,write_app_proxy';

let ports: TestPorts;
let admin: PretendAdmin;
let enqueued: { kind: string; orderIds?: string[] }[];

const HANDLERS: Partial<JobHandlers> = {
  'shops.read-settings': readSettings,
  'orders.backfill': runBackfill,
  ...noteJobs(
    (kind, payload) => enqueued.push({ kind, ...(payload as { orderIds?: string[] }) }),
    'shoppers.learn',
    'consumables.rebuild',
  ),
};

function days(count: number): string {
  return new Date(Date.parse('2026-11-20T12:00:00Z') - count * 86_400_000).toISOString();
}

beforeEach(async () => {
  enqueued = [];
  const orders = Array.from({ length: 250 }, (_, index): PretendOrder => ({
    id: index + 1,
    updatedAt: days(100 - index * 0.4),
    lines: [{ id: index + 1 }],
  }));
  const products = Array.from({ length: 120 }, (_, index) => ({
    id: index + 1,
    variants: [{ id: index + 1 }],
  }));
  admin = pretendAdmin({ orders, products });
  ports = await makeTestPorts({ admin });
});
afterEach(() => ports.close());

const install = (scopes = SCOPES) => {
  admin.scopes = scopes.split(',');
  return recordInstall(ports, { domain: DOMAIN, scopes });
};
const run = () => ports.runJobs(HANDLERS);
const backfill = () => ports.db.read.prisma.backfill.findFirst();

describe('reading the past of a shop', () => {
  it('reads everything when the merchant granted the whole history', async () => {
    await install(`${SCOPES},read_all_orders`);
    await run();
    expect(await backfill()).toMatchObject({
      phase: 'done',
      productsDone: 120,
      ordersDone: 250,
      ordersTotal: 250,
      since: null,
      error: null,
    });
    expect(await ports.db.read.prisma.product.count()).toBe(120);
    expect(await ports.db.read.prisma.order.count()).toBe(250);
    expect(enqueued.flatMap((job) => job.orderIds ?? [])).toHaveLength(250);
    expect(enqueued.at(-1)).toEqual({ kind: 'consumables.rebuild' });
    expect(await ports.db.read.prisma.shop.findFirst()).toMatchObject({
      name: 'Corner',
      currency: 'GBP',
      timeZone: 'Europe/London',
    });
  });

  it('reads 60 days without it, says so, and reads the rest once it is granted', async () => {
    await install();
    await run();
    expect(await backfill()).toMatchObject({
      phase: 'done',
      ordersDone: 150,
      ordersTotal: 150,
      since: new Date(days(60)),
    });
    await install(`${SCOPES},read_all_orders`);
    await run();
    expect(await backfill()).toMatchObject({ phase: 'done', ordersDone: 250, since: null });
  });

  it('goes on where it was after a failure, and keeps a plain sentence meanwhile', async () => {
    await install(`${SCOPES},read_all_orders`);
    let pages = 0;
    admin.beforeAnswer = (operation) => {
      if (operation === 'OrdersPage' && (pages += 1) === 2) throw new Error('socket hang up');
    };
    await expect(run()).rejects.toThrow('socket hang up');
    expect(await backfill()).toMatchObject({
      phase: 'orders',
      ordersDone: 100,
      cursor: '100',
      error: 'Shopify could not be read just now. Larder tries again by itself.',
    });
    ports.clock.advance(10_000);
    await run();
    expect(await backfill()).toMatchObject({ phase: 'done', ordersDone: 250, error: null });
    expect(await ports.db.read.prisma.order.count()).toBe(250);
  });

  it('survives a kill between reading and writing', async () => {
    await install(`${SCOPES},read_all_orders`);
    await ports.runJobs({ ...HANDLERS, 'orders.backfill': async () => undefined });
    const shopId = (await ports.db.read.prisma.shop.findFirstOrThrow()).id;
    for (let step = 0; step < 3; step += 1) await runBackfill(ports, { shopId });
    // Killed now: the job is lost with its process, its page is in, the next job is asked for in the same transaction.
    expect(await backfill()).toMatchObject({ phase: 'orders', ordersDone: 100 });
    await run();
    expect(await backfill()).toMatchObject({ phase: 'done', ordersDone: 250 });
  });

  it('asks for smaller pages when Shopify finds them too costly', async () => {
    await install(`${SCOPES},read_all_orders`);
    let refused = 0;
    admin.beforeAnswer = (operation) => {
      if (operation === 'OrdersPage' && (refused += 1) <= 2)
        throw new GraphqlRefused(['MAX_COST_EXCEEDED'], ['No.']);
    };
    await run();
    expect(await backfill()).toMatchObject({ phase: 'done', ordersDone: 250 });
  });

  it('stops with a sentence when a permission is missing, and starts again when asked', async () => {
    await install(`${SCOPES},read_all_orders`);
    admin.beforeAnswer = (operation) => {
      if (operation === 'OrdersPage') throw new GraphqlRefused(['ACCESS_DENIED'], ['No.']);
    };
    await run();
    expect(await backfill()).toMatchObject({
      phase: 'failed',
      error: expect.stringContaining('permissions'),
    });
    admin.beforeAnswer = null;
    await restartBackfill(ports, (await ports.db.read.prisma.shop.findFirstOrThrow()).id);
    await run();
    expect(await backfill()).toMatchObject({ phase: 'done', error: null });
  });

  it('ends at once for a shop that has nothing', async () => {
    admin.orders = [];
    admin.products = [];
    await install();
    await run();
    expect(await backfill()).toMatchObject({ phase: 'done', productsDone: 0, ordersDone: 0, ordersTotal: 0 });
  });

  it('says so when the shop no longer lets Larder in', async () => {
    await install();
    admin.beforeAnswer = (operation) => {
      if (operation === 'ProductsPage') throw new ShopGone(DOMAIN);
    };
    await run();
    expect(await backfill()).toMatchObject({ phase: 'failed', error: expect.stringContaining('Apps page') });
  });

  it('writes nothing for a shop that leaves while a page is on its way', async () => {
    await install();
    admin.beforeAnswer = async (operation) => {
      if (operation !== 'OrdersPage') return;
      await ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { uninstalledAt: ports.clock.now() } }));
    };
    await run();
    expect(await ports.db.read.prisma.order.count()).toBe(0);
    expect(await backfill()).toMatchObject({ phase: 'orders', ordersDone: 0 });
  });

  it('begins anew when the merchant comes back', async () => {
    await install();
    await run();
    await ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { uninstalledAt: ports.clock.now() } }));
    ports.clock.advance(3_600_000);
    await install();
    await run();
    expect(await ports.db.read.prisma.shop.count()).toBe(1);
    expect(await backfill()).toMatchObject({ phase: 'done', startedAt: ports.clock.now() });
  });

  it('is not disturbed by an ordinary visit', async () => {
    await install();
    await run();
    await install('write_app_proxy,read_orders,read_customers,read_products');
    expect(await ports.db.read.prisma.job.count()).toBe(0);
  });
});

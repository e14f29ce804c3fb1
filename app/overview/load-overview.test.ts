import { afterEach, beforeEach, expect, it } from 'vitest';
import { isoToDay, localDay } from '../shops/local-day';
import { draftNote } from '../tactics/decision-note';
import { switchOn } from '../tactics/switch-on.server';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { loadHealth } from './load-health.server';
import { loadOverview } from './load-overview.server';

let ports: TestPorts;
let shop: { id: number; timeZone: string };

beforeEach(async () => {
  ports = await makeTestPorts({ now: '2026-11-20T12:00:00Z' });
  shop = await makeTestShop(ports);
});
afterEach(() => ports.close());

it('is all zeros for an empty shop', async () => {
  const { backfill, figures, tactics } = await loadOverview(ports, shop);
  expect(backfill).toBeNull();
  expect(Object.values(figures)).toEqual([0, 0, 0, 0, 0]);
  expect(tactics.map((tactic) => tactic.state)).toEqual(['off', 'off', 'off']);
  expect(await loadHealth(ports, shop.id)).toEqual({
    storefront: { path: '/apps/larder', heardAt: null, isSilent: false },
    newestOrder: null,
    failedMessages: [],
    failedJobs: [],
    pause: null,
    complaints: null,
  });
});

it('counts persons who are due within a week once, whatever keys and products', async () => {
  const day = isoToDay('2026-11-20') ?? 0;
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    const keyIds = [];
    for (const [value, personId] of [
      ['b1', 1],
      ['b2', 1],
      ['b3', 3],
    ] as const) {
      const key = { shopId: shop.id, kind: 'browser', value, personId, createdAt: at };
      keyIds.push((await tx.prisma.shopperKey.create({ data: key })).id);
    }
    const days = {
      lastOn: day - 30,
      windowFromOn: day,
      medianOn: day,
      windowToOn: day + 9,
      expiresOn: day + 60,
    };
    const rest = { quantity: 1, purchases: 2, rank: 1, evidence: {}, refreshedAt: at };
    for (const [index, keyId] of keyIds.entries()) {
      const bestOn = [day, day + 7, day + 8][index] ?? day;
      await tx.prisma.forecast.create({
        data: { shopId: shop.id, keyId, productId: 1n, bestOn, ...days, ...rest },
      });
    }
  });
  expect((await loadOverview(ports, shop)).figures.shoppersDue).toBe(1);
});

it('says when the review of a tactic that is on is due', async () => {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  await switchOn(ports, {
    shopId: shop.id,
    tactic: 'shelf',
    note: draftNote('shelf', { owner: 'Corner', todayOn }),
  });
  const shelf = async () => (await loadOverview(ports, shop)).tactics[0];
  expect(await shelf()).toMatchObject({ state: 'on', review: { dueOn: '2026-12-18', stage: 'running' } });
  ports.clock.advance(28 * 86_400_000);
  expect(await shelf()).toMatchObject({ review: { stage: 'tested', closedDueOn: '2027-01-15' } });
  ports.clock.advance(28 * 86_400_000);
  expect(await shelf()).toMatchObject({ review: { stage: 'to-decide' } });
  ports.clock.advance(7 * 86_400_000);
  expect(await shelf()).toMatchObject({ review: { stage: 'overdue' } });
});

it('shows webhooks and jobs that failed and a mail server that refuses us, with why', async () => {
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    const message = { shopId: shop.id, webhookId: 'w1', topic: 'orders/create', payload: {}, receivedAt: at };
    await tx.prisma.inboxMessage.create({ data: { ...message, state: 'failed', error: 'not JSON' } });
    const job = { shopId: shop.id, payload: {}, dueAt: at, notBefore: at, attempts: 3, error: 'timeout' };
    await tx.prisma.job.create({ data: { ...job, kind: 'orders.backfill', state: 'waiting' } });
    await tx.prisma.job.create({ data: { ...job, kind: 'orders.refetch', state: 'waiting', attempts: 1 } });
  });
  const sinceAt = at;
  const said = '530 5.7.0 Authentication Required';
  const refusal = { reason: 'login-refused', said, sinceAt, refusals: 1, nextTryAt: at } as const;
  await ports.db.write((tx) => tx.prisma.sendingPause.create({ data: { shopId: shop.id, ...refusal } }));
  const health = await loadHealth(ports, shop.id);
  expect(health.pause).toEqual({ reason: 'login-refused', said, since: at.toISOString(), waitsDays: 8 });
  expect(health.failedMessages).toMatchObject([{ topic: 'orders/create', error: 'not JSON' }]);
  expect(health.failedJobs).toMatchObject([{ kind: 'orders.backfill', error: 'timeout', isTried: true }]);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { isoToDay } from '../shops/local-day';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { listReminders } from './list-reminders.server';

let ports: TestPorts;
let shop: { id: number; timeZone: string };

beforeEach(async () => {
  ports = await makeTestPorts({ now: '2026-11-20T12:00:00Z' });
  shop = await makeTestShop(ports);
});
afterEach(() => ports.close());

async function add(id: string, state: string, remindOn: string, more: object = {}): Promise<void> {
  const day = isoToDay(remindOn) ?? 0;
  const reminder = { shopId: shop.id, checkoutToken: id, productId: 1n, wording: 'v1', offeredOn: day };
  const acceptedAt = ports.clock.now();
  await ports.db.write((tx) =>
    tx.reminder.create({ data: { ...reminder, id, state, remindOn: day, acceptedAt, ...more } }),
  );
}

it('counts by state and day, masks addresses, and lists what is to come by its day', async () => {
  await add('b', 'active', '2026-11-23', { email: 'jane.doe@example.test' });
  await add('a', 'active', '2026-11-22', { email: 'joe@example.test' });
  await add('c', 'pending', '2026-11-22');
  await add('d', 'bought', '2026-11-22', { endReason: 'bought-again', endedAt: ports.clock.now() });
  const list = await listReminders(ports, shop, { view: 'waiting', page: 1 });
  expect(list.counts).toEqual({ waiting: 3, sent: 0, ended: 1 });
  expect(list.rows.map(({ id, email, remindOn }) => [id, email, remindOn])).toEqual([
    ['a', 'j…@example.test', '2026-11-22'],
    ['c', null, '2026-11-22'],
    ['b', 'j…@example.test', '2026-11-23'],
  ]);
  expect(list.ahead.filter((day) => day.count > 0)).toEqual([
    { on: '2026-11-22', count: 1 },
    { on: '2026-11-23', count: 1 },
  ]);
  expect(list.ahead).toHaveLength(8);
});

it('says what became of the mails, and which may have gone out without our knowing', async () => {
  await add('a', 'sent', '2026-11-20', { email: 'joe@example.test' });
  const dueAt = ports.clock.now();
  const message = {
    shopId: shop.id,
    kind: 'reminder',
    subjectId: 'a',
    meantFor: dueAt,
    dueAt,
    createdAt: dueAt,
  };
  await ports.db.write(async (tx) => {
    await tx.message.create({
      data: { ...message, id: 'm1', businessKey: '1', state: 'held', claimedAt: dueAt },
    });
    await tx.message.create({
      data: { ...message, id: 'm2', businessKey: '2', state: 'skipped', reason: 'bought-again' },
    });
  });
  const list = await listReminders(ports, shop, { view: 'sent', page: 9 });
  expect(list).toMatchObject({ page: 1, pages: 1 });
  expect(list.held).toEqual([{ id: 'm1', email: 'j…@example.test', claimedAt: dueAt.toISOString() }]);
  expect(list.outcomes).toContainEqual({ state: 'skipped', reason: 'bought-again', count: 1 });
});

it('is empty for a new shop', async () => {
  const list = await listReminders(ports, shop, { view: 'waiting', page: 1 });
  expect(list).toMatchObject({ rows: [], held: [], outcomes: [], counts: { waiting: 0, sent: 0, ended: 0 } });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { BEANS, makeReminderWorld, type ReminderWorld } from '../../test/support/reminder-world';
import { listReminders } from './list-reminders.server';

let world: ReminderWorld;

beforeEach(async () => {
  world = await makeReminderWorld();
});

afterEach(() => world.ports.close());

it('pages through what is to come and what is over, with counts and masked addresses', async () => {
  const { ports, shop } = world;
  await world.remind({ orderId: 1n, remindOn: '2026-11-14', email: 'ada@example.test' });
  await world.remind({ orderId: 2n, remindOn: '2026-11-16', item: BEANS });
  await world.remind({ orderId: 3n, remindOn: '2026-12-30' });
  await world.live('2026-11-14T10:00:00Z');
  const about = { shopId: shop.id, tab: 'upcoming', take: 1 } as const;
  const first = await listReminders(ports, about);
  expect(first).toMatchObject({
    rows: [{ productTitle: 'Espresso beans', remindOn: '2026-11-16', state: 'active', reason: null }],
    counts: { active: 2, sent: 1, pending: 0, stopped: 0, bought: 0, expired: 0 },
    nextSevenDays: 1,
    mails: [{ state: 'sent', reason: null, count: 1 }],
    held: 0,
  });
  const second = await listReminders(ports, { ...about, after: first.next });
  expect(second).toMatchObject({ rows: [{ remindOn: '2026-12-30' }], next: null });
  const over = await listReminders(ports, { shopId: shop.id, tab: 'over' });
  expect(over.rows).toMatchObject([{ state: 'sent', email: 'a…@example.test' }]);
  expect(JSON.stringify([first, second, over])).not.toContain('ada@');
});

it('shows an empty shop as empty', async () => {
  const answer = await listReminders(world.ports, { shopId: world.shop.id, tab: 'upcoming' });
  expect(answer).toMatchObject({ rows: [], next: null, mails: [], nextSevenDays: 0 });
});

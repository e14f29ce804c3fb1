import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeReminderWorld, type ReminderWorld } from '../../test/support/reminder-world';

let world: ReminderWorld;

beforeEach(async () => {
  world = await makeReminderWorld();
});

afterEach(() => world.ports.close());

it.each([
  ['2026-12-12', 'because you asked Corner on 12 November to remind you.'],
  ['2027-01-08', 'because you asked Corner on 12 November 2026 to remind you.'],
])('a mail of %s says on which day it was asked for, in another year with the year', async (day, why) => {
  await world.remind({ orderId: 1n, remindOn: day, email: 'ada@example.test' });
  await world.live(`${day}T09:00:00Z`);
  expect(world.ports.sentMail[0]?.text).toContain(why);
});

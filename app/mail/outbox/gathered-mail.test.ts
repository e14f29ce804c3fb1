import { afterEach, beforeEach, expect, it } from 'vitest';
import { BEANS, COFFEE, makeReminderWorld, type ReminderWorld } from '../../../test/support/reminder-world';
import { MAIL_KINDS } from '../../mail-kinds.server';
import { MailRefused, type Mailer } from '../../ports';
import { settleHeld } from '../held/settle-held.server';
import { listHeld } from '../held/list-held.server';

let world: ReminderWorld;
let answer: () => { providerId: string };
const mails: { text: string; subject: string }[] = [];
const mailer: Mailer = {
  async send(mail) {
    const answered = answer();
    mails.push(mail);
    return answered;
  },
};

beforeEach(async () => {
  mails.length = 0;
  answer = () => ({ providerId: 'p1' });
  world = await makeReminderWorld({ mailer });
});
afterEach(() => world.ports.close());

const about = { email: 'ada@example.test', customerId: 7n };
async function two(beansOn = '2026-12-15'): Promise<void> {
  await world.remind({ ...about, orderId: 1n, remindOn: '2026-12-12' });
  await world.remind({ ...about, orderId: 2n, remindOn: beansOn, item: BEANS });
}
const messages = () => world.ports.db.read.prisma.message.findMany({ orderBy: { businessKey: 'asc' } });
const reminders = () => world.ports.db.read.prisma.reminder.findMany({ orderBy: { id: 'asc' } });

it('two within a week are one mail on the later day, which counts once for the cap', async () => {
  await two();
  await world.live('2026-12-15T08:00:00Z');
  expect(mails).toHaveLength(0);
  await world.live('2026-12-15T09:30:00Z');
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe('Your reminder: House blend and Espresso beans');
  expect(mails[0]?.text).toContain(`/cart/${COFFEE.variantId}:1,${BEANS.variantId}:1`);
  const [carrier, rider] = await messages();
  expect(carrier).toMatchObject({ state: 'sent', providerId: 'p1', carrierId: null, acceptedTimes: 1 });
  expect(rider).toMatchObject({ state: 'sent', providerId: 'p1', carrierId: carrier?.id, sentOnAt: null });
  expect(await reminders()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
});

it('further apart, at another address, or of another person, each is a mail of its own', async () => {
  await two('2026-12-20');
  await world.remind({ orderId: 3n, remindOn: '2026-12-12', email: about.email, customerId: 8n });
  await world.remind({ orderId: 4n, remindOn: '2026-12-13', email: 'other@example.test', customerId: 7n });
  await world.live('2026-12-12T09:30:00Z');
  expect(mails).toHaveLength(2);
  await world.live('2026-12-20T09:30:00Z');
  expect(mails).toHaveLength(4);
});

it('one that ends meanwhile drops out with its own reason; the other goes', async () => {
  await two();
  await world.live('2026-12-14T10:00:00Z');
  world.variants.set(BEANS.variantId, { available: false });
  await world.live('2026-12-15T09:30:00Z');
  expect(mails.map((mail) => mail.subject)).toEqual(['Your reminder: House blend']);
  expect(await reminders()).toMatchObject([
    { state: 'sent' },
    { state: 'expired', endReason: 'out-of-stock' },
  ]);
});

it('one that is set while another waits goes with it; one that is moved away is not waited for', async () => {
  await world.remind({ ...about, orderId: 1n, remindOn: '2026-12-12' });
  await world.remind({ ...about, orderId: 3n, remindOn: '2026-12-18', item: BEANS });
  await world.live('2026-12-13T10:00:00Z');
  expect(mails).toHaveLength(0);
  const { shopReminders } = { shopReminders: await reminders() };
  await world.ports.db.write((tx) =>
    tx.prisma.reminder.updateMany({
      where: { id: shopReminders[1]?.id },
      data: { remindOn: 20_900, occurrence: 1 },
    }),
  );
  await world.live('2026-12-13T12:00:00Z');
  expect(mails.map((mail) => mail.subject)).toEqual(['Your reminder: House blend']);
});

it('a crash between the claim and the answer holds all of them, and they are settled together', async () => {
  await two();
  answer = () => {
    throw new Error('timeout');
  };
  await world.live('2026-12-15T09:30:00Z');
  expect(await messages()).toMatchObject([{ state: 'held' }, { state: 'held' }]);
  const { held, count } = await listHeld(world.ports, MAIL_KINDS, world.shop.id);
  expect(count).toBe(1);
  const choice = { shopId: world.shop.id, id: held[0]?.id ?? '', choice: 'not-sent' as const };
  await settleHeld(world.ports, MAIL_KINDS, choice);
  expect(await messages()).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
  expect(await reminders()).toMatchObject([{ endReason: 'not-sent' }, { endReason: 'not-sent' }]);
});

it('refused for now, all wait and go together later; refused for good, all end', async () => {
  await two();
  answer = () => {
    throw new MailRefused('busy', 'asked-to-wait');
  };
  await world.live('2026-12-15T09:30:00Z');
  expect(await messages()).toMatchObject([
    { state: 'planned', carrierId: null },
    { state: 'planned', carrierId: null },
  ]);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COFFEE, BEANS, makeReminderWorld, type ReminderWorld } from '../../../test/support/reminder-world';
import { WEEKLY_MAIL_CAP } from '../../guardrails/caps';
import { MAIL_KINDS } from '../../mail-kinds.server';
import { MailRefused, type Mailer, type OutgoingMail } from '../../ports';
import { GATHERED_DAYS } from '../../reminders/gathered-on';
import { planReminders } from '../../reminders/plan-reminders.server';
import { reminderKey } from '../../reminders/reminder';
import { dayToIso, localDay } from '../../shops/local-day';
import { hashAddress } from './address-hash.server';
import { deliverMessages } from './deliver-messages.server';
import { snoozeMail } from '../links/snooze-mail.server';
import { isSuppressed } from './suppression-store.server';
import { unsubscribe } from '../links/unsubscribe.server';

const SHOPPERS = ['ada@example.test', 'bob@example.test'] as const;

const shopper = fc.nat({ max: SHOPPERS.length - 1 });
const behaviour = fc.constantFrom('accept', 'accept', 'accept', 'busy', 'refuse', 'lost', 'taken-but-lost');

const step = fc.oneof(
  fc.record({
    do: fc.constant('remind' as const),
    shopper,
    inDays: fc.integer({ min: 1, max: 12 }),
    beans: fc.boolean(),
  }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 5, 24, 24, 72, 200) }),
  fc.record({ do: fc.constant('deliver' as const), behaviour, deliverers: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ do: fc.constant('buy' as const), shopper, beans: fc.boolean() }),
  fc.record({
    do: fc.constant('snooze' as const),
    mail: fc.nat({ max: 9 }),
    choice: fc.constantFrom('week', 'month', 'undo'),
  }),
  fc.record({
    do: fc.constant('unsubscribe' as const),
    mail: fc.nat({ max: 9 }),
    choice: fc.constantFrom('kind', 'all', 'undo'),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A post office that checks every mail it takes against what shoppers said and got before. */
class PostOffice implements Mailer {
  behaviour = 'accept';
  readonly taken: { mail: OutgoingMail; at: number }[] = [];
  readonly silenced = new Set<string>();
  readonly faults: string[] = [];
  now: () => number = () => 0;

  async send(mail: OutgoingMail, beforeContent: () => Promise<void>): Promise<{ providerId: string }> {
    if (this.behaviour === 'busy') throw new MailRefused('busy', 'asked-to-wait');
    if (this.behaviour === 'refuse') throw new MailRefused('refused', 'recipient-refused');
    await beforeContent();
    if (this.behaviour === 'lost') throw new Error('timeout');
    if (this.silenced.has(mail.to)) this.faults.push(`a mail after the opt-out of ${mail.to}`);
    if (this.taken.some((delivery) => delivery.mail.messageId === mail.messageId))
      this.faults.push(`${mail.messageId} twice`);
    this.taken.push({ mail, at: this.now() });
    const week = this.taken.filter(
      (delivery) => delivery.mail.to === mail.to && delivery.at > this.now() - WEEKLY_MAIL_CAP.windowMs,
    );
    if (week.length > WEEKLY_MAIL_CAP.max) this.faults.push(`over the cap of ${mail.to}`);
    if (this.behaviour === 'taken-but-lost') throw new Error('timeout');
    return { providerId: mail.messageId };
  }
}

/** The day of every mail that may go, by its key: afterwards it may have been moved. */
async function daysByKey({ ports }: ReminderWorld): Promise<Map<string, number>> {
  const reminders = await ports.db.read.prisma.reminder.findMany({ where: { state: 'active' } });
  return new Map(reminders.map((reminder) => [reminderKey(reminder), reminder.remindOn]));
}

/** What went since: each mail on the latest of its days, at most a week after the first, and all of it in the same state. */
async function checkGathered(
  { ports, shop }: ReminderWorld,
  post: PostOffice,
  days: ReadonlyMap<string, number>,
  since: ReadonlySet<string>,
): Promise<void> {
  const rows = await ports.db.read.prisma.message.findMany({ where: { state: { in: ['sent', 'held'] } } });
  for (const carrier of rows.filter((row) => row.carrierId === null && !since.has(row.id))) {
    const together = rows.filter((row) => row.id === carrier.id || row.carrierId === carrier.id);
    const dated = together.flatMap((row) => days.get(row.businessKey) ?? []);
    const sentOn = localDay(carrier.sentOnAt ?? new Date(0), shop.timeZone);
    if (sentOn < Math.max(...dated)) post.faults.push(`${carrier.id} before the latest of its days`);
    if (Math.max(...dated) - Math.min(...dated) > GATHERED_DAYS + LATE_DAYS)
      post.faults.push(`${carrier.id} gathers too much`);
    for (const row of together) {
      if (
        row.state !== carrier.state ||
        row.providerId !== carrier.providerId ||
        row.emailHash !== carrier.emailHash
      )
        post.faults.push(`${row.id} did not go with its mail`);
      if (row.id !== carrier.id && row.sentOnAt !== null)
        post.faults.push(`${row.id} counts as a mail of its own`);
    }
  }
}

/** What waits for the cap or a busy server may meet what is due meanwhile. */
const LATE_DAYS = 8;

async function play(world: ReminderWorld, post: PostOffice, steps: readonly Step[]): Promise<void> {
  const { ports, shop } = world;
  const tokenOf = (index: number, purpose: string) => {
    const text = post.taken[index % Math.max(post.taken.length, 1)]?.mail.text ?? '';
    return new RegExp(`/mail/${purpose}/([\\w-]+)`).exec(text)?.[1] ?? 'none';
  };
  let orderId = 1000n;
  for (const action of steps) {
    switch (action.do) {
      case 'remind': {
        const remindOn = dayToIso(localDay(ports.clock.now(), shop.timeZone) + action.inDays);
        const email = SHOPPERS[action.shopper];
        const customerId = BigInt(action.shopper + 1);
        await world.remind({
          orderId: ++orderId,
          remindOn,
          email,
          customerId,
          item: action.beans ? BEANS : COFFEE,
        });
        break;
      }
      case 'wait':
        ports.clock.advance(action.hours * 3_600_000);
        break;
      case 'deliver': {
        post.behaviour = action.behaviour;
        await planReminders(ports);
        const days = await daysByKey(world);
        const before = await ports.db.read.prisma.message.findMany({
          where: { state: { in: ['sent', 'held'] } },
        });
        await Promise.all(
          Array.from({ length: action.deliverers }, () => deliverMessages(ports, MAIL_KINDS)),
        );
        await checkGathered(world, post, days, new Set(before.map((message) => message.id)));
        break;
      }
      case 'buy':
        await world.place({
          orderId: ++orderId,
          customerId: BigInt(action.shopper + 1),
          lines: [action.beans ? BEANS : COFFEE],
        });
        break;
      case 'snooze':
        await snoozeMail(ports, MAIL_KINDS, tokenOf(action.mail, 'snooze'), action.choice);
        break;
      case 'unsubscribe': {
        const to = post.taken[action.mail % Math.max(post.taken.length, 1)]?.mail.to;
        const choice = action.choice;
        await unsubscribe(ports, MAIL_KINDS, tokenOf(action.mail, 'unsubscribe'), { choice, source: 'link' });
        if (!to) break;
        const emailHash = hashAddress(ports.config.apiSecret, shop.id, to);
        const isSilenced = await isSuppressed(ports.db.read, shop.id, emailHash, 'reminder');
        // One link may take back what another one said; what a link says itself holds at once.
        if (choice !== 'undo' && !isSilenced) post.faults.push(`an opt-out of ${to} was not kept`);
        if (isSilenced) post.silenced.add(to);
        else post.silenced.delete(to);
        break;
      }
    }
  }
}

it('over random histories: one mail a key, none after an opt-out, none over the cap, and all can be explained', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const post = new PostOffice();
      const world = await makeReminderWorld({ mailer: post });
      post.now = () => world.ports.clock.now().getTime();
      try {
        await play(world, post, steps);
        expect(post.faults).toEqual([]);
        const messages = await world.ports.db.read.prisma.message.findMany();
        expect(new Set(messages.map((message) => message.businessKey)).size).toBe(messages.length);
        for (const { state, reason } of messages) {
          if (state === 'skipped' || state === 'held' || state === 'failed') expect(reason).not.toBeNull();
          expect(state).not.toBe('claimed');
        }
        const sent = messages
          .filter((message) => message.state === 'sent')
          .map((message) => message.carrierId ?? message.id);
        expect(messages.every((message) => message.acceptedTimes <= 1)).toBe(true);
        expect(post.taken.map((delivery) => delivery.mail.messageId)).toEqual(expect.arrayContaining(sent));
      } finally {
        await world.ports.close();
      }
    }),
    { numRuns: 12 },
  );
});

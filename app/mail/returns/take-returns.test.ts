/** What comes back, through the real pipeline: mails that a real server took, and what is sent after it. */
import { describe, expect, it } from 'vitest';
import { deliverInTests, DAY } from '../../../test/support/deliver-in-tests';
import { addSentMails } from '../../../test/support/sent-mails';
import { MAIL_KINDS } from '../../mail-kinds.server';
import { hashAddress } from '../outbox/address-hash.server';
import { saveLinks } from '../links/link-store.server';
import { unsubscribe } from '../links/unsubscribe.server';
import { actsOf } from '../../results/counting/act-store.server';
import { describeComplaints } from './describe-returns.server';
import { liftComplaintStop } from './lift-stop.server';
import type { ReturnedMail } from './returned-mail';
import { takeReturns } from './take-returns.server';

const here = deliverInTests();
const { messages, deliver, planAt } = here;

const ADA = 'ada@example.test';
let events = 0;
const told = (given: Partial<ReturnedMail>): ReturnedMail => ({
  kind: 'hard-bounce',
  email: ADA,
  messageId: null,
  eventId: `event-${(events += 1)}`,
  ...given,
});
const take = (...given: Partial<ReturnedMail>[]) => takeReturns(here.world.ports, given.map(told));
const suppressions = () => here.world.ports.db.read.prisma.suppression.findMany();
const hash = (email: string) => hashAddress(here.world.ports.config.apiSecret, here.world.shop.id, email);
const days = (count: number) => here.world.ports.clock.advance(count * 86_400_000);

it.each([
  ['hard-bounce', 'came-back'],
  ['complaint', 'complained'],
] as const)('after a %s the address gets no more mail: it %s', async (kind, why) => {
  await here.world.remind({ orderId: 1n, remindOn: DAY, email: ADA });
  await here.world.remind({ orderId: 2n, remindOn: '2026-12-22', email: ADA });
  await planAt();
  await deliver();
  const [first] = await messages();
  await take({ kind, messageId: first?.id ?? '', email: null });
  await here.world.live('2026-12-23T12:00:00Z');
  expect(here.smtp.received).toHaveLength(1);
  expect((await messages()).map(({ state, reason }) => [state, reason])).toEqual([
    ['sent', null],
    ['skipped', why],
  ]);
});

it('what the shopper takes back of an unsubscription leaves the complaint', async () => {
  const at = here.world.ports.clock.now();
  const { id: shopId } = here.world.shop;
  await addSentMails(here.world.ports, shopId, [{ id: 'm1', emailHash: hash(ADA), at }]);
  await here.world.ports.db.write((tx) =>
    saveLinks(tx, { shopId, messageId: 'm1', at }, { snooze: 's', unsubscribe: 'token' }),
  );
  await unsubscribe(here.world.ports, MAIL_KINDS, 'token', { choice: 'all', source: 'link' });
  await take({ kind: 'complaint', messageId: 'm1' });
  expect(await suppressions()).toHaveLength(2);
  await unsubscribe(here.world.ports, MAIL_KINDS, 'token', { choice: 'undo', source: 'link' });
  expect(await suppressions()).toMatchObject([{ source: 'complaint', scope: 'all' }]);
});

it('an address alone means every shop that wrote to it lately, and no other', async () => {
  const at = here.world.ports.clock.now();
  const { id: shopId } = here.world.shop;
  const longAgo = new Date(at.getTime() - 31 * 86_400_000);
  await addSentMails(here.world.ports, shopId, [
    { id: 'm1', emailHash: hash(ADA), at },
    { id: 'm2', emailHash: hash('bob@example.test'), at: longAgo },
  ]);
  await take(
    { email: ' Ada@Example.test ' },
    { email: 'bob@example.test' },
    { email: 'nobody@example.test' },
    { email: null },
  );
  expect(await suppressions()).toMatchObject([{ emailHash: hash(ADA), shopId }]);
});

describe('soft bounces', () => {
  const mail = async (id: string) =>
    addSentMails(here.world.ports, here.world.shop.id, [
      { id, emailHash: hash(ADA), at: here.world.ports.clock.now() },
    ]);
  const bounce = (messageId: string) => take({ kind: 'soft-bounce', messageId });

  it('of three mails in a month end mail to the address', async () => {
    for (const id of ['m1', 'm2', 'm3']) {
      expect(await suppressions()).toEqual([]);
      await mail(id);
      await bounce(id);
      days(7);
    }
    expect(await suppressions()).toMatchObject([{ source: 'bounce', scope: 'all' }]);
  });

  it('of one mail count once, however often they are told', async () => {
    await mail('m1');
    for (let time = 0; time < 5; time += 1) await bounce('m1');
    expect(await suppressions()).toEqual([]);
  });

  it('begin anew after a mail that arrived, and after a month', async () => {
    for (const id of ['m1', 'm2']) {
      await mail(id);
      await bounce(id);
      days(4);
    }
    await mail('arrives');
    days(4);
    await mail('m3');
    await bounce('m3');
    expect(await suppressions()).toEqual([]);
    days(31);
    for (const id of ['m4', 'm5']) {
      await mail(id);
      await bounce(id);
    }
    expect(await suppressions()).toEqual([]);
  });
});

describe('complaints', () => {
  const wrote = async (count: number, prefix = 'old') =>
    addSentMails(
      here.world.ports,
      here.world.shop.id,
      Array.from({ length: count }, (_, place) => ({
        id: `${prefix}-${place}`,
        emailHash: hash(`${prefix}-${place}@example.test`),
        at: here.world.ports.clock.now(),
      })),
    );
  const complain = (...places: number[]) =>
    take(...places.map((place) => ({ kind: 'complaint' as const, email: null, messageId: `old-${place}` })));
  const said = () => describeComplaints(here.world.ports, here.world.shop.id);

  it('of one reader say nothing yet, of 1 in 1,000 warn, of 3 in 1,000 stop the mail until the merchant lets it go', async () => {
    await planAt();
    await wrote(1_000);
    await complain(1);
    expect(await said()).toBeNull();
    await complain(2);
    expect(await said()).toMatchObject({ state: 'warns', complaints: 2, mails: 1_000, stoppedAt: null });
    await complain(3);
    expect(await said()).toMatchObject({ state: 'stops', complaints: 3, mails: 1_000 });

    await here.world.remind({ orderId: 1n, remindOn: '2026-12-13', email: 'new@example.test' });
    await here.world.live('2026-12-14T12:00:00Z');
    expect(here.smtp.received).toHaveLength(0);
    const waiting = (await messages()).filter(({ state }) => state === 'planned');
    expect(waiting).toMatchObject([{ reason: 'complaints' }]);

    expect(await liftComplaintStop(here.world.ports, here.world.shop.id)).toBe(true);
    expect(await liftComplaintStop(here.world.ports, here.world.shop.id)).toBe(false);
    await here.world.ports.runJobs(here.world.handlers);
    expect(here.smtp.received).toHaveLength(1);
    expect(await said()).toBeNull();
  });

  it('that were known when the merchant let mail go count no more; three new ones stop it again', async () => {
    await wrote(900);
    await complain(1, 2, 3);
    days(1);
    await liftComplaintStop(here.world.ports, here.world.shop.id);
    days(1);
    await complain(4, 5);
    expect(await said()).toMatchObject({ state: 'warns' });
    await complain(6);
    expect(await said()).toMatchObject({ state: 'stops' });
  });

  it('of a month ago are over', async () => {
    await wrote(100);
    await complain(1, 2);
    days(31);
    expect(await said()).toBeNull();
  });
});

it('a complaint is an act against the tactic whose mail it names', async () => {
  const { ports, shop } = here.world;
  await here.world.remind({ orderId: 1n, remindOn: DAY, email: ADA, customerId: 7n });
  await planAt();
  await deliver();
  const [message] = await messages();
  const key = await ports.db.read.prisma.shopperKey.findFirst({ where: { id: message?.keyId ?? 0 } });
  await take({ kind: 'complaint', messageId: message?.id ?? '' });
  const acts = await actsOf(ports.db.read, { shopId: shop.id, personId: key?.personId ?? 0 });
  expect(acts).toMatchObject([
    { kind: 'mailed', of: 'reminder' },
    { kind: 'complained', of: 'reminder' },
  ]);
  const job = await ports.db.read.prisma.job.findFirst({ where: { kind: 'results.collect' } });
  expect(job?.payload).toEqual({ keyIds: [message?.keyId] });
});

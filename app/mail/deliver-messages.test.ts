import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEANS, COFFEE, makeReminderWorld, type ReminderWorld } from '../../test/support/reminder-world';
import { startTestSmtp, type SmtpAnswer, type TestSmtp } from '../../test/support/test-smtp';
import { createMailer } from '../email/mailer.server';
import { MAIL_KINDS } from '../mail-kinds.server';
import type { Mailer } from '../ports';
import { planReminders } from '../reminders/plan-reminders.server';
import { saveOptOut } from '../shoppers/opt-out-store.server';
import { hashAddress } from './address-hash.server';
import { deliverMessages } from './deliver-messages.server';
import { CLAIM_LEASE_MS } from './hold-silent-claims.server';
import { loadPause } from './sending-pause-store.server';

let smtp: TestSmtp;
let mailer: ReturnType<typeof createMailer>;
let world: ReminderWorld;

beforeEach(async () => {
  smtp = await startTestSmtp();
  mailer = createMailer({ smtpUrl: smtp.url, mailDir: '' });
  world = await makeReminderWorld({ mailer });
});

afterEach(async () => {
  await world.ports.close();
  mailer.close();
  await smtp.close();
});

const DAY = '2026-12-12';
const NINE = `${DAY}T09:00:00Z`;

const messages = () => world.ports.db.read.message.findMany({ orderBy: { id: 'asc' } });
const reminders = () => world.ports.db.read.reminder.findMany({ orderBy: { id: 'asc' } });
const deliver = () => deliverMessages(world.ports, MAIL_KINDS);

/** Brings the clock to nine on the day, with everything planned and nothing delivered yet. */
async function planAt(instant = NINE): Promise<void> {
  world.ports.clock.advance(new Date(instant).getTime() - world.ports.clock.now().getTime());
  await planReminders(world.ports);
}

describe('a reminder on its day', () => {
  it('goes out at nine in the shop’s zone, with all that a mail needs', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY, email: 'Ada@example.test' });
    await world.live(`${DAY}T08:59:00Z`);
    expect(smtp.received).toHaveLength(0);
    await world.live(NINE);
    const [mail] = await smtp.parsed();
    expect(mail).toMatchObject({
      subject: 'Your reminder: House blend',
      from: { name: 'Corner', address: 'reminders@larder.example' },
      to: [{ address: 'Ada@example.test' }],
    });
    for (const body of [mail?.text ?? '', (mail?.html ?? '').replaceAll('&amp;', '&')]) {
      expect(body).toContain('House blend');
      expect(body).toContain('250 g');
      expect(body).toContain('£7.50');
      expect(body).toContain('12 November');
      expect(body).toContain('Corner Ltd, 1 High Street, London');
      expect(body).toContain(`https://corner.myshopify.com/cart/${COFFEE.variantId}:1?storefront=true`);
      expect(body).toMatch(/https:\/\/larder\.example\.test\/mail\/snooze\/[\w-]+/);
    }
    expect(mail?.html).toContain(`https://cdn.example.test/${COFFEE.variantId}.png`);
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toMatch(
      /^<https:\/\/larder\.example\.test\/mail\/unsubscribe\/[\w-]+>$/,
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null, attempts: 1 }]);
    expect(await reminders()).toMatchObject([{ state: 'sent', endReason: null }]);
  });

  it.each([
    ['en', 'Choose'],
    ['de', 'Auswählen'],
    ['fr', 'Choisir'],
  ])('leads to the product’s page where a selling plan must be chosen first (%s)', async (locale, word) => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await world.ports.db.write((tx) => tx.reminder.updateMany({ data: { locale } }));
    world.variants.set(COFFEE.variantId, { byPlanOnly: true });
    await world.live(NINE);
    const [mail] = await smtp.parsed();
    const page = `https://corner.myshopify.com/products/house-blend?variant=${COFFEE.variantId}`;
    expect(mail?.text).toContain(`${word}: ${page}`);
    expect(mail?.html).toMatch(new RegExp(`href="${page.replaceAll(/[?.]/g, '\\$&')}"[^>]*>${word}</a>`));
    expect(`${mail?.text}${mail?.html}`).not.toContain('/cart/');
  });

  it('does not name sensitive goods where others may read over the shoulder', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await world.ports.db.write((tx) => tx.product.updateMany({ data: { isSensitive: true } }));
    await world.live(NINE);
    expect((await smtp.parsed())[0]?.subject).toBe('Your reminder from Corner');
  });

  it('speaks the shopper’s language', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await world.ports.db.write((tx) => tx.reminder.updateMany({ data: { locale: 'de-DE' } }));
    await world.live(NINE);
    const [mail] = await smtp.parsed();
    expect(mail?.subject).toBe('Ihre Erinnerung: House blend');
    expect(mail?.text).toContain('12. November');
    expect(mail?.text).toContain('7,50');
  });

  it('waits for the quiet hours to end when the sender was away', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt(`${DAY}T22:30:00Z`);
    await world.ports.runJobs(world.handlers);
    expect(await messages()).toMatchObject([{ state: 'planned', reason: 'quiet-hours' }]);
    await world.live('2026-12-13T08:00:00Z');
    expect(smtp.received).toHaveLength(1);
  });

  it('is dropped when the sender was away for too long', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt('2026-12-22T12:00:00Z');
    await deliver();
    expect(await messages()).toMatchObject([{ state: 'skipped', reason: 'too-late' }]);
    expect(await reminders()).toMatchObject([{ state: 'expired', endReason: 'too-late' }]);
  });
});

describe('the last check', () => {
  const CASES: [string, () => Promise<unknown>][] = [
    ['switched-off', () => world.ports.db.write((tx) => tx.tactic.updateMany({ data: { state: 'paused' } }))],
    [
      'uninstalled',
      () => world.ports.db.write((tx) => tx.shop.updateMany({ data: { uninstalledAt: new Date() } })),
    ],
    ['no-legal-details', () => world.ports.db.write((tx) => tx.shop.updateMany({ data: { legalName: '' } }))],
    ['stopped', () => world.ports.db.write((tx) => tx.reminder.updateMany({ data: { state: 'stopped' } }))],
    [
      'snoozed',
      () =>
        world.ports.db.write((tx) => tx.reminder.updateMany({ data: { occurrence: 1, remindOn: 30_000 } })),
    ],
    ['erased', () => world.ports.db.write((tx) => tx.reminder.deleteMany())],
    ['order-cancelled', () => world.place({ orderId: 1n, cancelled: true })],
    ['refunded', () => world.place({ orderId: 1n, customerId: 7n, lines: [BEANS] })],
    [
      'subscribed',
      () => world.place({ orderId: 2n, customerId: 7n, lines: [{ ...COFFEE, isSubscription: true }] }),
    ],
    [
      'bought-again',
      () => world.place({ orderId: 2n, customerId: 7n, lines: [{ ...COFFEE, variantId: 999n }] }),
    ],
    ['out-of-stock', async () => world.variants.set(COFFEE.variantId, { available: false })],
    ['unpublished', async () => world.variants.set(COFFEE.variantId, { published: false })],
    ['unpublished', async () => world.variants.set(COFFEE.variantId, { gone: true })],
    ['unpublished', () => world.ports.db.write((tx) => tx.product.deleteMany())],
    [
      'unsubscribed',
      () => {
        const emailHash = hashAddress(world.ports.config.apiSecret, world.shop.id, ' ADA@example.test');
        const data = { shopId: world.shop.id, emailHash, scope: 'all', source: 'merchant', at: new Date() };
        return world.ports.db.write((tx) => tx.suppression.create({ data }));
      },
    ],
    [
      'opted-out',
      async () => {
        const key = await world.ports.db.read.shopperKey.findFirstOrThrow({ where: { value: '7' } });
        const off = { shopId: world.shop.id, keyId: key.id, scope: 'all', at: new Date() } as const;
        await world.ports.db.write((tx) => saveOptOut(tx, off));
      },
    ],
  ];

  it.each(CASES)('skips with the reason %s', async (reason, happen) => {
    await world.remind({ orderId: 1n, remindOn: DAY, customerId: 7n, email: 'ada@example.test' });
    await planAt();
    await happen();
    await deliver();
    expect(smtp.received).toHaveLength(0);
    expect(await messages()).toMatchObject([{ state: 'skipped', reason }]);
    await deliver();
    await planReminders(world.ports);
    await deliver();
    expect(smtp.received).toHaveLength(0);
  });

  it('lets another person’s purchase, an earlier one and another product pass', async () => {
    await world.place({ orderId: 90n, customerId: 7n, placedAt: new Date('2026-11-01T10:00:00Z') });
    await world.remind({ orderId: 1n, remindOn: DAY, customerId: 7n });
    await world.place({ orderId: 91n, customerId: 8n });
    await world.place({ orderId: 92n, customerId: 7n, lines: [BEANS] });
    await world.arrive(90n, 91n, 92n);
    await world.live(NINE);
    expect(smtp.received).toHaveLength(1);
  });

  it('ends a reminder as bought as soon as the person buys the product again', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY, customerId: 7n });
    world.ports.clock.advance(86_400_000);
    await world.place({ orderId: 2n, customerId: 7n });
    await world.arrive(2n);
    expect(await reminders()).toMatchObject([{ state: 'bought', endReason: 'bought-again' }]);
    await world.live(NINE);
    expect(await messages()).toHaveLength(0);
  });

  it('sends one person no more than the weekly cap, delays what fits later and skips the rest', async () => {
    for (const orderId of [1n, 2n, 3n, 4n, 5n]) {
      await world.remind({ orderId, remindOn: DAY, email: 'ada@example.test' });
    }
    await world.live(NINE);
    expect(smtp.received).toHaveLength(2);
    expect(
      (await messages()).filter((one) => one.reason === 'capped' && one.state === 'planned'),
    ).toHaveLength(3);
    await world.live('2026-12-18T12:00:00Z');
    expect(smtp.received).toHaveLength(2);
    await world.live('2026-12-22T12:00:00Z');
    expect(smtp.received).toHaveLength(4);
    expect((await messages()).map((one) => one.reason).filter(Boolean)).toEqual(['capped']);
    expect((await reminders()).filter((one) => one.endReason === 'capped')).toMatchObject([
      { state: 'expired' },
    ]);
  });

  it('does not act on facts that grew old on the way', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    await world.ports.db.write((tx) =>
      tx.message.updateMany({
        data: {
          facts: { price: '7.50', isAvailable: true, isPublished: true, requiresSellingPlan: false },
          factsAt: new Date(0),
        },
      }),
    );
    world.failAdmin = new Error('Shopify does not answer');
    await expect(deliver()).rejects.toThrow('Shopify does not answer');
    expect(await messages()).toMatchObject([{ state: 'planned' }]);
    world.failAdmin = null;
    await deliver();
    expect(smtp.received).toHaveLength(1);
  });
});

describe('the server’s answer', () => {
  it('that it is busy is waited for, and counts for no cap', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    smtp.behave('busy');
    await deliver();
    expect(await messages()).toMatchObject([
      { state: 'planned', reason: 'asked-to-wait', sentOnAt: null, attempts: 1 },
    ]);
    smtp.behave('accept');
    await deliver();
    expect(smtp.received).toHaveLength(0);
    world.ports.clock.advance(61_000);
    await world.ports.runJobs(world.handlers);
    expect(smtp.received).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(await world.ports.db.read.mailLink.count()).toBe(2);
  });

  it('that it never takes it fails for good', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    smtp.behave('refuse-recipient');
    await deliver();
    smtp.behave('accept');
    await world.live('2026-12-14T12:00:00Z');
    expect(await messages()).toMatchObject([{ state: 'failed', reason: 'refused' }]);
    expect(await reminders()).toMatchObject([{ state: 'expired', endReason: 'refused' }]);
    expect(smtp.received).toHaveLength(0);
  });

  it('that never came is held, shown and not asked for again', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    smtp.behave('drop-after-data');
    await deliver();
    smtp.behave('accept');
    await world.live('2026-12-20T12:00:00Z');
    expect(smtp.received).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'held', reason: 'result-unknown' }]);
    expect(await reminders()).toMatchObject([{ state: 'sent', endReason: 'result-unknown' }]);
  });

  it('that it is busy is waited for as long as the mail is wanted', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    smtp.behave('busy');
    for (let days = 0; days <= 8; days += 1) {
      await deliver();
      expect(await messages()).toMatchObject([{ state: 'planned', reason: 'asked-to-wait' }]);
      world.ports.clock.advance(86_400_000);
    }
    await deliver();
    expect(await messages()).toMatchObject([{ state: 'skipped', reason: 'too-late' }]);
  });
});

describe('a server that refuses us', () => {
  const pause = () => world.ports.db.read.sendingPause.findFirst();
  const minutes = async (count: number) => {
    world.ports.clock.advance(count * 60_000);
    await world.ports.runJobs(world.handlers);
  };

  it.each<[string, SmtpAnswer, object]>([
    [
      'our login',
      { at: 'sender', says: '530 5.7.0 Authentication Required' },
      { reason: 'login-refused', said: '530 5.7.0 Authentication Required' },
    ],
    [
      'our sender',
      { at: 'sender', says: '553 5.7.1 <reminders@larder.example>: Sender address rejected' },
      { reason: 'sender-refused', said: '553 5.7.1 <…>: Sender address rejected' },
    ],
    [
      'our sender, said of the recipient’s inbox',
      {
        at: 'data',
        says: '554 Message rejected: Email address is not verified: ada@example.test, Ada <ada@example.test>',
      },
      {
        reason: 'sender-refused',
        said: '554 Message rejected: Email address is not verified: …, Ada <…>',
      },
    ],
    ['everybody', { at: 'connect', says: '421 Too busy' }, { reason: 'unreachable' }],
  ])('for %s is asked by one mail, then less and less often, and loses none', async (_who, says, kept) => {
    for (let i = 1n; i <= 5n; i += 1n) await world.remind({ orderId: i, remindOn: DAY });
    const sinceAt = new Date(NINE);
    await planAt();
    smtp.behave(says);
    await deliver();
    await deliver();
    expect(smtp.refused).toHaveLength(1);
    expect(await pause()).toMatchObject({ ...kept, sinceAt, refusals: 1 });
    await minutes(1);
    expect(smtp.refused).toHaveLength(2);
    await minutes(3);
    expect(smtp.refused).toHaveLength(2);
    await minutes(1);
    expect(smtp.refused).toHaveLength(3);
    for (let hour = 0; hour < 5; hour += 1) await minutes(60);
    expect(smtp.refused.length).toBeLessThanOrEqual(3 + 5);
    expect(smtp.refused.length).toBeGreaterThan(4);
    expect((await messages()).every((one) => one.state === 'planned')).toBe(true);
    expect(await pause()).toMatchObject({ ...kept, sinceAt });

    smtp.behave('accept');
    for (let hour = 0; hour < 3; hour += 1) await minutes(60);
    expect(smtp.received).toHaveLength(5);
    expect(await pause()).toBeNull();
    expect((await reminders()).every((one) => one.state === 'sent')).toBe(true);
  });

  it('holds up no mail that becomes due meanwhile beyond its own next try', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    smtp.behave({ at: 'sender', says: '550 5.7.1 Sender rejected' });
    await deliver();
    await world.remind({ orderId: 2n, remindOn: DAY });
    await planReminders(world.ports);
    await deliver();
    expect(smtp.refused).toHaveLength(1);
    smtp.behave('accept');
    await minutes(1);
    expect(smtp.received).toHaveLength(1);
    await minutes(1);
    expect(smtp.received).toHaveLength(2);
  });

  it('for one mail’s words lets the others go out first', async () => {
    for (let i = 1n; i <= 6n; i += 1n) await world.remind({ orderId: i, remindOn: DAY });
    await planAt();
    const { send } = mailer;
    const picky: Mailer = {
      async send(mail) {
        smtp.behave(mail.to === 'buyer-1@example.test' ? { at: 'data', says: '554 5.7.1 Spam' } : 'accept');
        return send(mail);
      },
    };
    Object.assign(world.ports, { mailer: picky });
    await deliver();
    await minutes(1);
    await minutes(1);
    expect(smtp.received.length).toBe(5);
    expect((await messages()).filter((one) => one.state !== 'sent')).toMatchObject([
      { state: 'planned', reason: 'sender-refused' },
    ]);
  });

  it('says nothing against another shop', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    smtp.behave({ at: 'sender', says: '550 5.7.1 Sender rejected' });
    await deliver();
    expect(await loadPause(world.ports.db.read, world.shop.id + 1)).toBeNull();
  });

  it('of the recipient alone does not pause the rest', async () => {
    for (let i = 1n; i <= 3n; i += 1n) await world.remind({ orderId: i, remindOn: DAY });
    await planAt();
    smtp.behave('refuse-recipient');
    await deliver();
    expect((await messages()).map((one) => one.state)).toEqual(['failed', 'failed', 'failed']);
    expect(await pause()).toBeNull();
  });
});

describe('several at once', () => {
  it('two deliverers send each message once', async () => {
    for (let i = 1n; i <= 12n; i += 1n) await world.remind({ orderId: i, remindOn: DAY });
    await planAt();
    await Promise.all([deliver(), deliver(), planReminders(world.ports), deliver()]);
    expect(smtp.received).toHaveLength(12);
    expect(new Set((await smtp.parsed()).map((mail) => mail.messageId)).size).toBe(12);
  });

  it('an unsubscribe that commits before the claim wins', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY, email: 'ada@example.test' });
    await planAt();
    const emailHash = hashAddress(world.ports.config.apiSecret, world.shop.id, 'ada@example.test');
    const data = { shopId: world.shop.id, emailHash, scope: 'reminder', source: 'one-click', at: new Date() };
    await Promise.all([world.ports.db.write((tx) => tx.suppression.create({ data })), deliver()]);
    expect(smtp.received).toHaveLength(0);
  });

  it('a claim that is silent beyond its lease is held, and healed when its owner speaks after all', async () => {
    await world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    let during: () => Promise<void> = async () => undefined;
    const slow = {
      ...world.ports,
      mailer: {
        async send(mail: Parameters<typeof mailer.send>[0]) {
          await during();
          return mailer.send(mail);
        },
      },
    };
    during = async () => {
      world.ports.clock.advance(CLAIM_LEASE_MS + 1000);
      await deliver();
      expect(await messages()).toMatchObject([{ state: 'held' }]);
    };
    await deliverMessages(slow, MAIL_KINDS);
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null }]);
    expect(smtp.received).toHaveLength(1);
  });
});

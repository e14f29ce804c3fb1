/** Bad input on the way of a mail, whatever its kind: a clear outcome with a reason, nothing lost, nothing sent twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMailer } from '../app/email/mailer.server';
import { decideFollowUps } from '../app/follow-ups/decide-follow-ups.server';
import { saveSettings } from '../app/follow-ups/settings-store.server';
import { MAIL_KINDS } from '../app/mail-kinds.server';
import { snoozeMail } from '../app/mail/links/snooze-mail.server';
import { unsubscribe } from '../app/mail/links/unsubscribe.server';
import { GraphqlRefused } from '../app/shopify/admin-errors';
import { makeFollowUpWorld, MUG, type FollowUpWorld } from './support/follow-up-world';
import { COFFEE } from './support/reminder-world';
import { makeTestShop } from './support/test-ports';
import { startTestSmtp, type SmtpBehaviour, type TestSmtp } from './support/test-smtp';

const DAY = '2026-11-26';
const AFTER = `${DAY}T11:00:00Z`;

let smtp: TestSmtp;
let mailer: ReturnType<typeof createMailer>;
let world: FollowUpWorld;

beforeEach(async () => {
  smtp = await startTestSmtp();
  mailer = createMailer({ smtpUrl: smtp.url, mailDir: '' });
  world = await makeFollowUpWorld({ mailer });
  Object.assign(world.handlers, { 'follow-ups.decide': decideFollowUps });
});

afterEach(async () => {
  await world.ports.close();
  mailer.close();
  await smtp.close();
});

/** A guest's, so that no two-week email follows. */
const remind = (email: string) => world.remind({ orderId: 1n, remindOn: DAY, email });
const messages = () =>
  world.ports.db.read.prisma.message.findMany({ select: { kind: true, state: true, reason: true } });
/** Reminders and two-week emails, to the minute given; the clock goes on in hours. */
async function pass(until = AFTER): Promise<void> {
  const { clock } = world.ports;
  const nine = new Date(`${DAY}T09:00:00Z`).getTime();
  if (clock.now().getTime() < nine) clock.advance(nine - clock.now().getTime());
  await world.live(clock.now());
  await world.pass(until);
}

describe('an address', () => {
  const LOCAL = 'a'.repeat(64);
  it.each([
    ['that is none', 'nobody'],
    ['with a space', 'ada lovelace@example.test'],
    ['without a domain', 'ada@'],
    ['without a name', '@example.test'],
    ['that is two', 'ada@example.test, eve@example.test'],
    ['that is two in another way', 'ada@example.test;eve@example.test'],
    ['with a name before another', 'Ada <eve@example.test>'],
    ['that is a group', 'all: ada@example.test, eve@example.test;'],
    ['with a line break and a header behind it', 'ada@example.test\r\nBcc: eve@example.test'],
    ['with a command behind it', 'ada@example.test>\r\nRCPT TO:<eve@example.test'],
    ['with a NUL', 'ada\u0000@example.test'],
    ['of 320 characters', `${LOCAL}@${'d.'.repeat(126)}ab.`.slice(0, 319) + 'x'],
    ['of 10,000 characters', `${'a'.repeat(9_980)}@example.test`],
  ])('%s gets nothing, nobody else does, and the mail ends with a reason', async (_which, address) => {
    await remind(address);
    await pass();
    expect(smtp.received).toEqual([]);
    expect(smtp.begun).toEqual([]);
    expect(await messages()).toEqual([{ kind: 'reminder', state: 'failed', reason: 'refused' }]);
    smtp.behave('accept');
    await pass('2026-11-28T12:00:00Z');
    expect(smtp.received).toEqual([]);
  });

  it.each([
    ['of 138 characters', `${LOCAL}@${'d'.repeat(60)}.example.test`],
    ['with a plus and capitals', 'Ada+Tea@Example.Test'],
    ['with an apostrophe', "o'neill@example.test"],
  ])('%s is written to as it stands', async (_which, address) => {
    await remind(address);
    await pass();
    expect(smtp.begun.map((to) => to.toLowerCase())).toEqual([address.toLowerCase()]);
    expect(await messages()).toMatchObject([{ state: 'sent' }]);
  });

  it('that an order has not ends the reminder and the two-week email, each with its reason', async () => {
    await world.remind({ orderId: 1n, customerId: 7n, remindOn: DAY, email: '' });
    await world.order({ orderId: 2n, customerId: 8n, lines: [MUG], email: null });
    await pass();
    expect(smtp.begun).toEqual([]);
    const reminder = await world.ports.db.read.prisma.reminder.findFirst();
    expect(reminder).toMatchObject({ state: 'stopped', endReason: 'no-address' });
    expect((await world.followUps()).find(({ orderId }) => orderId === 2n)).toMatchObject({
      state: 'skipped',
      reason: 'no-customer',
    });
  });
});

describe('words', () => {
  const EVIL = 'Tea\r\nBcc: eve@example.test\r\n\r\n<img src=x onerror=alert(1)>';

  it.each<[string, { title?: string; name?: string }]>([
    ['a product is renamed to', { title: EVIL }],
    ['the shop is called', { name: EVIL }],
  ])('with headers and markup that %s stay words', async (_what, { title, name }) => {
    await remind('ada@example.test');
    await world.ports.db.write(async (tx) => {
      if (title)
        await tx.prisma.product.updateMany({ where: { productId: COFFEE.productId }, data: { title } });
      if (name) await tx.prisma.shop.updateMany({ data: { name } });
    });
    await pass();
    const [mail] = await smtp.parsed();
    expect(smtp.begun).toEqual(['ada@example.test']);
    expect(mail?.bcc ?? []).toEqual([]);
    expect(mail?.headers.filter(({ key }) => key === 'bcc' || key === 'subject')).toHaveLength(1);
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.html).not.toMatch(/<img src="?x/);
    expect(mail?.html).toContain('&lt;img src=x');
  });

  it('of a letter with a field that nobody knows any more are left out; the mail goes', async () => {
    await world.ports.db.write((tx) =>
      tx.prisma.letterVersion.create({
        data: {
          ...{ shopId: world.shop.id, template: 'reminder', part: 'en', version: 1, at: new Date() },
          content: {
            ...{ subject: 'Psst {{weather}}', preheader: 'p', greeting: 'g {{constructor}}' },
            ...{ intro: 'i', button: 'b', outro: 'o' },
          },
        },
      }),
    );
    await remind('ada@example.test');
    await pass();
    const [mail] = await smtp.parsed();
    expect(await messages()).toMatchObject([{ state: 'sent' }]);
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/\{\{|undefined|function/);
  });
});

describe('goods', () => {
  it('that were deleted since are not written about', async () => {
    await remind('ada@example.test');
    await world.ports.db.write((tx) =>
      tx.prisma.product.updateMany({
        where: { productId: COFFEE.productId },
        data: { deletedAt: new Date() },
      }),
    );
    await pass();
    expect(smtp.begun).toEqual([]);
    expect(await messages()).toMatchObject([{ state: 'skipped', reason: 'unpublished' }]);
  });

  it.each([
    ['JPY', '750', '¥750'],
    ['JPY', '750.0', '¥750'],
    ['KWD', '7.505', 'KWD 7.505'],
    ['GBP', '7.5', '£7.50'],
  ])('priced in %s at %s cost %s', async (currency, price, said) => {
    await world.ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { currency } }));
    world.variants.set(COFFEE.variantId, { price });
    await remind('ada@example.test');
    await pass();
    const [mail] = await smtp.parsed();
    expect(mail?.text?.replaceAll('\u00a0', ' ')).toContain(said);
  });
});

describe('a discount', () => {
  const asked: unknown[] = [];
  async function discover(answer: (variables: Record<string, unknown>) => unknown, currency = 'GBP') {
    asked.length = 0;
    const worth = { kind: 'amount', minor: 500 } as const;
    await world.ports.db.write(async (tx) => {
      await tx.prisma.shop.updateMany({ data: { scopes: 'write_discounts', currency } });
      const settings = { delayDays: 14, discount: { worth, days: 14, aMonth: 5 } };
      await saveSettings(tx, world.shop.id, settings, world.ports.clock.now());
    });
    world.questions.push([
      'CreateDiscount',
      (variables) => {
        asked.push(variables);
        return answer(variables);
      },
    ]);
    await world.order({ orderId: 1n, customerId: 7n, lines: [MUG] });
  }
  const made = () => ({
    discountCodeBasicCreate: { codeDiscountNode: { id: 'gid://shopify/DiscountCodeNode/1' }, userErrors: [] },
  });

  it.each([
    ['throttled', new Error('Throttled')],
    ['not answered', new Error('fetch failed')],
  ])('that is %s is waited for, and comes once', async (_how, error) => {
    let fails = true;
    await discover(() => {
      if (fails) throw error;
      return made();
    });
    await expect(pass()).rejects.toThrow(error.message);
    expect(smtp.begun).toEqual([]);
    fails = false;
    await pass('2026-11-26T12:00:00Z');
    await pass('2026-11-26T14:00:00Z');
    expect(smtp.received).toHaveLength(1);
    expect(await world.ports.db.read.prisma.followUp.findFirst()).toMatchObject({ discountState: 'made' });
  });

  it.each([
    [
      'refuses',
      () => {
        throw new GraphqlRefused(['ACCESS_DENIED'], ['No']);
      },
    ],
    [
      'finds wrong',
      () => ({
        discountCodeBasicCreate: { codeDiscountNode: null, userErrors: [{ code: 'INVALID', message: 'No' }] },
      }),
    ],
  ])('that Shopify %s is left out; the letter goes without, and its budget is free', async (_how, answer) => {
    await discover(answer);
    await pass();
    const [mail] = await smtp.parsed();
    expect(mail?.text).not.toMatch(/discount=|code/i);
    const row = await world.ports.db.read.prisma.followUp.findFirst();
    expect(row).toMatchObject({ state: 'sent', discountState: 'not-made', discountMonth: null });
  });

  it.each([
    ['JPY', '500'],
    ['KWD', '0.500'],
    ['GBP', '5.00'],
  ])('in %s is asked for as %s', async (currency, amount) => {
    await discover(made, currency);
    await pass();
    expect(asked).toMatchObject([{ discount: { customerGets: { value: { discountAmount: { amount } } } } }]);
  });
});

describe('a mail server', () => {
  it.each<[string, SmtpBehaviour, string, string]>([
    ['that refuses the recipient', 'refuse-recipient', 'failed', 'refused'],
    [
      'that greylists',
      { at: 'recipient', says: '451 4.7.1 Greylisted, try again' },
      'planned',
      'asked-to-wait',
    ],
    [
      'that refuses our login or us',
      { at: 'sender', says: '530 5.7.0 Authentication Required' },
      'planned',
      'login-refused',
    ],
    ['that breaks the connection before it asks', 'drop-before-data', 'planned', 'unreachable'],
    ['that breaks it after it took the mail', 'drop-after-data', 'held', 'result-unknown'],
  ])('%s: the mail is %s, %s, and goes out at most once', async (_how, behaviour, state, reason) => {
    smtp.behave(behaviour);
    await remind('ada@example.test');
    await pass(`${DAY}T09:00:00Z`);
    expect(await messages()).toEqual([{ kind: 'reminder', state, reason }]);
    smtp.behave('accept');
    for (let hour = 0; hour < 3; hour += 1) {
      world.ports.clock.advance(3_600_000);
      await world.ports.runJobs(world.handlers);
    }
    expect(smtp.received).toHaveLength(state === 'failed' ? 0 : 1);
    expect((await messages())[0]?.state).toBe(state === 'planned' ? 'sent' : state);
  });

  it('whose TLS fails takes nothing; the mail waits', async () => {
    const secure = createMailer({ smtpUrl: smtp.url.replace('smtp:', 'smtps:'), mailDir: '' });
    Object.assign(world.ports, { mailer: secure });
    await remind('ada@example.test');
    await pass(`${DAY}T09:00:00Z`);
    secure.close();
    expect(await messages()).toMatchObject([{ state: 'planned', reason: 'unreachable' }]);
    expect(smtp.begun).toEqual([]);
  });
});

it('a link of one shop changes nothing in another, whoever holds it', async () => {
  const other = await makeTestShop(world.ports, { domain: 'other.myshopify.com' });
  await remind('ada@example.test');
  await pass();
  const [mail] = await smtp.parsed();
  const token = (purpose: string) =>
    new RegExp(`/mail/${purpose}/([\\w-]+)`).exec(mail?.text ?? '')?.[1] ?? '';
  await unsubscribe(world.ports, MAIL_KINDS, token('unsubscribe'), { choice: 'all', source: 'link' });
  const silenced = await world.ports.db.read.prisma.suppression.findMany({ select: { shopId: true } });
  expect(new Set(silenced.map(({ shopId }) => shopId))).toEqual(new Set([world.shop.id]));
  // Were the link's row moved to another shop, it would find no message there.
  await world.ports.db.write((tx) => tx.prisma.mailLink.updateMany({ data: { shopId: other.id } }));
  await snoozeMail(world.ports, MAIL_KINDS, token('snooze'), 'week');
  expect(await world.ports.db.read.prisma.reminder.findFirst()).not.toMatchObject({ state: 'active' });
});

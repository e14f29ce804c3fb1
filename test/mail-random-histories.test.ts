/** Reminders and two-week emails together, over random histories: what may never happen to anybody, and that nothing is lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideFollowUps } from '../app/follow-ups/decide-follow-ups.server';
import { planFollowUps } from '../app/follow-ups/plan-follow-ups.server';
import { monthOf } from '../app/follow-ups/month-of';
import { saveSettings } from '../app/follow-ups/settings-store.server';
import { sweepFollowUps } from '../app/follow-ups/sweep-follow-ups.server';
import { WEEKLY_MAIL_CAP } from '../app/guardrails/caps';
import { MAIL_KINDS } from '../app/mail-kinds.server';
import { unsubscribe } from '../app/mail/links/unsubscribe.server';
import { hashAddress } from '../app/mail/outbox/address-hash.server';
import { deliverMessages } from '../app/mail/outbox/deliver-messages.server';
import { isSuppressed } from '../app/mail/outbox/suppression-store.server';
import { MailRefused, type Mailer, type OutgoingMail } from '../app/ports';
import { planReminders } from '../app/reminders/plan-reminders.server';
import { GraphqlRefused } from '../app/shopify/admin-errors';
import { dayToIso, localDay } from '../app/shops/local-day';
import { makeFollowUpWorld, MUG, type FollowUpWorld } from './support/follow-up-world';
import { COFFEE } from './support/reminder-world';

const SHOPPERS = 5;
const CODES_A_MONTH = 2;
const addressOf = (shopper: number) => `buyer-${shopper + 1}@example.test`;

const shopper = fc.nat({ max: SHOPPERS - 1 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('order' as const), shopper, mug: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('remind' as const),
      shopper,
      inDays: fc.integer({ min: 1, max: 20 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 12, 24, 24, 72, 168, 336),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      server: fc.constantFrom('accept', 'accept', 'accept', 'busy', 'refuse', 'lost', 'taken-but-lost'),
      discounts: fc.constantFrom('work', 'work', 'throttle', 'work-and-break', 'refuse'),
      deliverers: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('unsubscribe' as const),
      mail: fc.nat({ max: 9 }),
      choice: fc.constantFrom('kind', 'all', 'undo'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave-marketing' as const), shopper }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('sell-out' as const), mug: fc.boolean(), back: fc.boolean() }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Sending = Extract<Step, { do: 'send' }>;

interface Taken {
  readonly mail: OutgoingMail;
  readonly at: Date;
}

/** Takes mails, or does not, and notes what nobody should have got. */
class PostOffice implements Mailer {
  server: Sending['server'] = 'accept';
  readonly taken: Taken[] = [];
  readonly faults: string[] = [];
  /** Asked of every mail before it is taken. */
  inspect: (mail: OutgoingMail) => Promise<string | null> = async () => null;
  now: () => Date = () => new Date(0);

  async send(mail: OutgoingMail, beforeContent: () => Promise<void>): Promise<{ providerId: string }> {
    if (this.server === 'busy') throw new MailRefused('busy', 'asked-to-wait');
    if (this.server === 'refuse') throw new MailRefused('refused', 'recipient-refused');
    await beforeContent();
    if (this.server === 'lost') throw new Error('timeout');
    const fault = await this.inspect(mail);
    if (fault) this.faults.push(fault);
    this.taken.push({ mail, at: this.now() });
    if (this.server === 'taken-but-lost') throw new Error('timeout');
    return { providerId: mail.messageId };
  }
}

/** Codes as Shopify has them: unique, made even where the answer is lost. */
function discountsOf(world: FollowUpWorld) {
  let mood: Sending['discounts'] = 'work';
  const codes = new Map<string, { readonly customerId: string; readonly month: number }>();
  world.questions.push([
    'CreateDiscount',
    (variables) => {
      const { code, context } = (
        variables as { discount: { code: string; context: { customers: { add: string[] } } } }
      ).discount;
      if (mood === 'throttle') throw new Error('Throttled');
      if (mood === 'refuse') throw new GraphqlRefused(['ACCESS_DENIED'], ['No']);
      const isTaken = codes.has(code);
      const month = monthOf(localDay(world.ports.clock.now(), world.shop.timeZone));
      if (!isTaken) codes.set(code, { customerId: context.customers.add[0]?.split('/').at(-1) ?? '', month });
      if (mood === 'work-and-break') throw new Error('The connection broke');
      const userErrors = isTaken ? [{ code: 'TAKEN', message: 'Taken' }] : [];
      return {
        discountCodeBasicCreate: {
          codeDiscountNode: isTaken ? null : { id: `gid://shopify/DiscountCodeNode/${code}` },
          userErrors,
        },
      };
    },
  ]);
  world.questions.push([
    'DiscountByCode',
    ({ code }) => {
      if (mood === 'throttle') throw new Error('Throttled');
      const found = {
        id: `gid://shopify/DiscountCodeNode/${String(code)}`,
        codeDiscount: { asyncUsageCount: 0 },
      };
      return { codeDiscountNodeByCode: codes.has(String(code)) ? found : null };
    },
  ]);
  return { codes, feel: (next: Sending['discounts']) => void (mood = next) };
}

async function sendAll(world: FollowUpWorld, deliverers: number): Promise<void> {
  const { ports } = world;
  await planReminders(ports);
  await planFollowUps(ports);
  await decideFollowUps(ports);
  // A Shopify that does not answer fails the job, which tries again.
  await Promise.allSettled(Array.from({ length: deliverers }, () => deliverMessages(ports, MAIL_KINDS)));
  await sweepFollowUps(ports);
}

async function play(
  world: FollowUpWorld,
  post: PostOffice,
  discounts: ReturnType<typeof discountsOf>,
  steps: readonly Step[],
) {
  const { ports, shop } = world;
  let orderId = 1000n;
  for (const action of steps) {
    switch (action.do) {
      case 'order':
        await world.order({
          orderId: ++orderId,
          customerId: BigInt(action.shopper + 1),
          lines: [action.mug ? MUG : COFFEE],
        });
        break;
      case 'remind': {
        const remindOn = dayToIso(localDay(ports.clock.now(), shop.timeZone) + action.inDays);
        const who = { customerId: BigInt(action.shopper + 1), email: addressOf(action.shopper) };
        await world.remind({ orderId: ++orderId, remindOn, ...who });
        break;
      }
      case 'wait':
        ports.clock.advance(action.hours * 3_600_000);
        break;
      case 'send':
        post.server = action.server;
        discounts.feel(action.discounts);
        await sendAll(world, action.deliverers);
        break;
      case 'unsubscribe': {
        const text = post.taken[action.mail % Math.max(post.taken.length, 1)]?.mail.text ?? '';
        const token = /\/mail\/unsubscribe\/([\w-]+)/.exec(text)?.[1] ?? 'none';
        await unsubscribe(ports, MAIL_KINDS, token, { choice: action.choice, source: 'link' });
        break;
      }
      case 'leave-marketing':
        world.unsubscribed.add(addressOf(action.shopper));
        break;
      case 'sell-out':
        world.variants.set((action.mug ? MUG : COFFEE).variantId, { available: action.back });
        break;
    }
  }
}

/** What is wrong with a mail that is about to be taken, from the rows as they are at this moment. */
async function faultOf(world: FollowUpWorld, post: PostOffice, mail: OutgoingMail): Promise<string | null> {
  const { ports, shop } = world;
  const { prisma } = ports.db.read;
  const now = ports.clock.now();
  const message = await prisma.message.findFirst({ where: { shopId: shop.id, id: mail.messageId } });
  if (message?.state !== 'claimed' || message.handedOverAt === null)
    return `${mail.messageId} was not claimed and marked`;
  if (post.taken.some((taken) => taken.mail.messageId === mail.messageId)) return `${mail.messageId} twice`;
  if (message.meantFor > now) return `${message.businessKey} before its date`;
  const scope = message.kind as 'reminder' | 'follow-up';
  const emailHash = hashAddress(ports.config.apiSecret, shop.id, mail.to);
  if (await isSuppressed(ports.db.read, shop.id, emailHash, scope))
    return `${message.businessKey} after an opt-out`;
  const week = post.taken.filter(
    ({ mail: { to }, at }) => to === mail.to && at.getTime() > now.getTime() - WEEKLY_MAIL_CAP.windowMs,
  );
  if (week.length >= WEEKLY_MAIL_CAP.max) return `over the cap of ${mail.to}`;
  const local = now.getUTCHours();
  if (local < 8 || local >= 21) return `${message.businessKey} in the quiet hours`;
  if (scope === 'reminder') return null;
  if (world.unsubscribed.has(mail.to)) return `${message.businessKey} to somebody who left marketing`;
  const followUp = await prisma.followUp.findFirst({ where: { shopId: shop.id, id: message.subjectId } });
  const exposure = await prisma.exposure.findFirst({
    where: { shopId: shop.id, tactic: 'follow-up', businessKey: `${followUp?.orderId}` },
  });
  const isPersonal = /House blend|Mug|Scale|Kettle|Steel filter|Tin|\/cart\/|discount/i.test(mail.text);
  if (exposure?.arm !== 'treated' && isPersonal)
    return `${message.businessKey} is personal, to ${exposure?.arm}`;
  return null;
}

it('no mail that should not be, none twice, none lost, no code too many and none for a buyer of a consumable', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), async (steps) => {
      const post = new PostOffice();
      const world = await makeFollowUpWorld({ mailer: post, armBp: 3000, holdoutBp: 3000 });
      const { ports, shop } = world;
      post.now = () => ports.clock.now();
      post.inspect = (mail) => faultOf(world, post, mail);
      const discounts = discountsOf(world);
      try {
        await ports.db.write(async (tx) => {
          await tx.prisma.shop.updateMany({ data: { scopes: 'write_discounts' } });
          const discount = {
            worth: { kind: 'percent', percent: 10 },
            days: 14,
            aMonth: CODES_A_MONTH,
          } as const;
          await saveSettings(tx, shop.id, { delayDays: 14, discount }, ports.clock.now());
        });
        await play(world, post, discounts, steps);
        // Whatever is still to come, in a world that works again.
        post.server = 'accept';
        discounts.feel('work');
        for (let half = 0; half < 60; half += 1) {
          ports.clock.advance(12 * 3_600_000);
          await sendAll(world, 1);
        }
        expect(post.faults).toEqual([]);
        const messages = await ports.db.read.prisma.message.findMany();
        expect(new Set(messages.map(({ businessKey }) => businessKey)).size).toBe(messages.length);
        for (const { state, reason, businessKey } of messages) {
          expect([businessKey, state]).not.toEqual([
            businessKey,
            expect.stringMatching(/^(planned|claimed)$/),
          ]);
          if (state !== 'sent') expect(reason).not.toBeNull();
        }
        // What goes in another's mail has none of its own.
        const sent = messages
          .filter(({ state }) => state === 'sent')
          .map(({ id, carrierId }) => carrierId ?? id);
        expect(post.taken.map(({ mail }) => mail.messageId)).toEqual(expect.arrayContaining(sent));
        const followUps = await ports.db.read.prisma.followUp.findMany();
        const open = followUps.filter(({ state }) => state === 'planned' || state === 'waiting');
        expect(open).toEqual([]);
        const reminders = await ports.db.read.prisma.reminder.findMany();
        expect(reminders.filter(({ state }) => state === 'active' || state === 'pending')).toEqual([]);

        const months = [...discounts.codes.values()].map(({ month }) => month);
        for (const month of months)
          expect(months.filter((other) => other === month).length).toBeLessThanOrEqual(CODES_A_MONTH);
        const lines = await ports.db.read.prisma.purchase.findMany();
        for (const { discountCode, orderId, customerId } of followUps) {
          const code = discountCode === null ? undefined : discounts.codes.get(discountCode);
          if (!code) continue;
          expect(code.customerId).toBe(`${customerId}`);
          expect(
            lines.filter((line) => line.orderId === orderId && line.productId === COFFEE.productId),
          ).toEqual([]);
        }
      } finally {
        await world.ports.close();
      }
    }),
    { numRuns: 8 },
  );
});

import { describe, expect, it } from 'vitest';
import { deliverInTests, DAY, NINE } from '../../../test/support/deliver-in-tests';
import { BEANS, COFFEE } from '../../../test/support/reminder-world';
import { planReminders } from '../../reminders/plan-reminders.server';
import { saveOptOut } from '../../shoppers/opt-out-store.server';
import { hashAddress } from './address-hash.server';

const here = deliverInTests();
const { messages, reminders, deliver, planAt } = here;

describe('the last check', () => {
  const CASES: [string, () => Promise<unknown>][] = [
    [
      'switched-off',
      () => here.world.ports.db.write((tx) => tx.prisma.tactic.updateMany({ data: { state: 'paused' } })),
    ],
    [
      'uninstalled',
      () =>
        here.world.ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { uninstalledAt: new Date() } })),
    ],
    [
      'no-legal-details',
      () => here.world.ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { legalName: '' } })),
    ],
    [
      'stopped',
      () => here.world.ports.db.write((tx) => tx.prisma.reminder.updateMany({ data: { state: 'stopped' } })),
    ],
    [
      'snoozed',
      () =>
        here.world.ports.db.write((tx) =>
          tx.prisma.reminder.updateMany({ data: { occurrence: 1, remindOn: 30_000 } }),
        ),
    ],
    ['erased', () => here.world.ports.db.write((tx) => tx.prisma.reminder.deleteMany())],
    ['order-cancelled', () => here.world.place({ orderId: 1n, cancelled: true })],
    ['refunded', () => here.world.place({ orderId: 1n, customerId: 7n, lines: [BEANS] })],
    [
      'subscribed',
      () => here.world.place({ orderId: 2n, customerId: 7n, lines: [{ ...COFFEE, isSubscription: true }] }),
    ],
    [
      'bought-again',
      () => here.world.place({ orderId: 2n, customerId: 7n, lines: [{ ...COFFEE, variantId: 999n }] }),
    ],
    ['out-of-stock', async () => here.world.variants.set(COFFEE.variantId, { available: false })],
    ['unpublished', async () => here.world.variants.set(COFFEE.variantId, { published: false })],
    ['unpublished', async () => here.world.variants.set(COFFEE.variantId, { gone: true })],
    ['unpublished', () => here.world.ports.db.write((tx) => tx.prisma.product.deleteMany())],
    [
      'unsubscribed',
      () => {
        const emailHash = hashAddress(
          here.world.ports.config.apiSecret,
          here.world.shop.id,
          ' ADA@example.test',
        );
        const data = {
          shopId: here.world.shop.id,
          emailHash,
          scope: 'all',
          source: 'merchant',
          at: new Date(),
        };
        return here.world.ports.db.write((tx) => tx.prisma.suppression.create({ data }));
      },
    ],
    [
      'opted-out',
      async () => {
        const key = await here.world.ports.db.read.prisma.shopperKey.findFirstOrThrow({
          where: { value: '7' },
        });
        const off = { shopId: here.world.shop.id, keyId: key.id, scope: 'all', at: new Date() } as const;
        await here.world.ports.db.write((tx) => saveOptOut(tx, off));
      },
    ],
  ];

  it.each(CASES)('skips with the reason %s', async (reason, happen) => {
    await here.world.remind({ orderId: 1n, remindOn: DAY, customerId: 7n, email: 'ada@example.test' });
    await planAt();
    await happen();
    await deliver();
    expect(here.smtp.received).toHaveLength(0);
    expect(await messages()).toMatchObject([{ state: 'skipped', reason }]);
    await deliver();
    await planReminders(here.world.ports);
    await deliver();
    expect(here.smtp.received).toHaveLength(0);
  });

  it('lets another person’s purchase, an earlier one and another product pass', async () => {
    await here.world.place({ orderId: 90n, customerId: 7n, placedAt: new Date('2026-11-01T10:00:00Z') });
    await here.world.remind({ orderId: 1n, remindOn: DAY, customerId: 7n });
    await here.world.place({ orderId: 91n, customerId: 8n });
    await here.world.place({ orderId: 92n, customerId: 7n, lines: [BEANS] });
    await here.world.arrive(90n, 91n, 92n);
    await here.world.live(NINE);
    expect(here.smtp.received).toHaveLength(1);
  });

  it('ends a reminder as bought as soon as the person buys the product again', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY, customerId: 7n });
    here.world.ports.clock.advance(86_400_000);
    await here.world.place({ orderId: 2n, customerId: 7n });
    await here.world.arrive(2n);
    expect(await reminders()).toMatchObject([{ state: 'bought', endReason: 'bought-again' }]);
    await here.world.live(NINE);
    expect(await messages()).toHaveLength(0);
  });

  it('sends one person no more than the weekly cap, delays what fits later and skips the rest', async () => {
    for (const orderId of [1n, 2n, 3n, 4n, 5n]) {
      await here.world.remind({ orderId, remindOn: DAY, email: 'ada@example.test' });
    }
    await here.world.live(NINE);
    expect(here.smtp.received).toHaveLength(2);
    expect(
      (await messages()).filter((message) => message.reason === 'capped' && message.state === 'planned'),
    ).toHaveLength(3);
    await here.world.live('2026-12-18T12:00:00Z');
    expect(here.smtp.received).toHaveLength(2);
    await here.world.live('2026-12-22T12:00:00Z');
    expect(here.smtp.received).toHaveLength(4);
    expect((await messages()).map((message) => message.reason).filter(Boolean)).toEqual(['capped']);
    expect((await reminders()).filter((reminder) => reminder.endReason === 'capped')).toMatchObject([
      { state: 'expired' },
    ]);
  });

  it('does not act on facts that grew old on the way', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt();
    await here.world.ports.db.write((tx) =>
      tx.prisma.message.updateMany({
        data: {
          facts: {
            items: {
              [`${COFFEE.variantId}`]: {
                ...{ price: '7.50', isAvailable: true, isPublished: true, requiresSellingPlan: false },
              },
            },
            isSubscribed: null,
          },
          factsAt: new Date(0),
        },
      }),
    );
    here.world.failAdmin = new Error('Shopify does not answer');
    await expect(deliver()).rejects.toThrow('Shopify does not answer');
    expect(await messages()).toMatchObject([{ state: 'planned' }]);
    here.world.failAdmin = null;
    await deliver();
    expect(here.smtp.received).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashAddress } from '../mail/outbox/address-hash.server';
import { saveOptOut } from '../shoppers/opt-out-store.server';
import { saveTacticState } from '../tactics/tactic-store.server';
import { BEANS, COFFEE } from '../../test/support/reminder-world';
import { makeFollowUpWorld, MUG, SCALE, type FollowUpWorld } from '../../test/support/follow-up-world';

// Orders are placed on 12 November at ten; the moment is on the 26th at ten.
const JUST_BEFORE = '2026-11-26T09:00:00Z';
const AFTER = '2026-11-26T11:00:00Z';

let world: FollowUpWorld;
beforeEach(async () => {
  world = await makeFollowUpWorld();
});
afterEach(() => world.ports.close());

const letters = () => world.ports.sentMail.map(({ to, text }) => ({ to, text }));
const jump = (until: string) =>
  world.ports.clock.advance(new Date(until).getTime() - world.ports.clock.now().getTime());

describe('two weeks after an order', () => {
  it('a consumable that is likely to run low is written about, ready to reorder, once', async () => {
    await world.ports.db.write((tx) =>
      tx.prisma.productRhythm.updateMany({
        where: { productId: BEANS.productId },
        data: {
          logMean: Math.log(120),
          priorLogMean: Math.log(120),
          buyers: 400,
          repeatBuyers: 300,
          intervals: 600,
        },
      }),
    );
    await world.order({ orderId: 1n, customerId: 7n, lines: [{ ...COFFEE, quantity: 2 }, BEANS] });
    jump(JUST_BEFORE);
    await world.pass(JUST_BEFORE);
    expect(letters()).toEqual([]);
    await world.pass(AFTER);
    const [letter] = letters();
    expect(letters()).toHaveLength(1);
    expect(letter?.to).toBe('buyer-7@example.test');
    // The beans last four months: after two weeks there is nothing to say of them.
    expect(letter?.text).toContain(`/cart/${COFFEE.variantId}:2?storefront=true`);
    expect(letter?.text).not.toContain('Espresso');
    expect(await world.followUps()).toMatchObject([{ state: 'sent', letter: 'refill' }]);
    expect(await world.arms()).toEqual([{ arm: 'treated', businessKey: '1' }]);
    await world.pass('2026-11-30T10:00:00Z');
    expect(letters()).toHaveLength(1);
  });

  it('whoever bought nothing that is used up is shown four things that they do not have', async () => {
    await world.order({ orderId: 1n, customerId: 7n, lines: [MUG] });
    jump(JUST_BEFORE);
    await world.pass(AFTER);
    expect(await world.followUps()).toMatchObject([{ state: 'sent', letter: 'discovery' }]);
    const items = (await world.ports.db.read.prisma.followUp.findFirst())?.items as { productId: string }[];
    expect(items).toHaveLength(4);
    expect(items.map((item) => item.productId)).not.toContain('31');
    expect(letters()[0]?.text).not.toContain('Mug');
  });

  it.each([
    ['control', { armBp: 10_000 }],
    ['holdout', { holdoutBp: 10_000 }],
  ])('the %s gets the shop’s own letter at the same moment, and nothing of theirs', async (arm, shares) => {
    await world.ports.close();
    world = await makeFollowUpWorld(shares);
    await world.order({ orderId: 1n, customerId: 7n });
    jump(JUST_BEFORE);
    await world.pass(AFTER);
    expect(await world.arms()).toEqual([{ arm, businessKey: '1' }]);
    expect(await world.followUps()).toMatchObject([{ state: 'sent', letter: 'generic' }]);
    expect(letters()).toHaveLength(1);
    expect(letters()[0]?.text).not.toContain('House blend');
    expect(letters()[0]?.text).not.toContain('/cart/');
  });

  const NOT_DUE: [string, () => Promise<unknown>][] = [
    ['ordered-again', () => world.order({ orderId: 2n, customerId: 7n, lines: [SCALE] })],
    ['order-cancelled', () => world.place({ orderId: 1n, customerId: 7n, cancelled: true })],
    ['refunded', () => world.place({ orderId: 1n, customerId: 7n, lines: [] })],
    [
      'subscription',
      () => world.place({ orderId: 1n, customerId: 7n, lines: [{ ...COFFEE, isSubscription: true }] }),
    ],
    ['not-subscribed', async () => world.unsubscribed.add('buyer-7@example.test')],
    ['no-customer', async () => world.emails.delete(1n)],
    [
      'opted-out',
      async () => {
        const { id } = await world.ports.db.read.prisma.shopperKey.findFirstOrThrow({
          where: { value: '7' },
        });
        const off = { shopId: world.shop.id, keyId: id, scope: 'follow-up', at: new Date() } as const;
        await world.ports.db.write((tx) => saveOptOut(tx, off));
      },
    ],
    [
      'unsubscribed',
      () => {
        const { config } = world.ports;
        const emailHash = hashAddress(config.apiSecret, world.shop.id, 'Buyer-7@example.test');
        const said = { emailHash, scope: 'all', source: 'link', at: new Date() };
        return world.ports.db.write((tx) =>
          tx.prisma.suppression.create({ data: { shopId: world.shop.id, ...said } }),
        );
      },
    ],
    [
      'switched-off',
      () =>
        world.ports.db.write((tx) =>
          saveTacticState(tx, world.shop.id, 'follow-up', { state: 'off', at: new Date() }),
        ),
    ],
    [
      'no-legal-details',
      () => world.ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { postalAddress: ' ' } })),
    ],
    [
      'nothing-to-show',
      () => world.ports.db.write((tx) => tx.prisma.variant.updateMany({ data: { isAvailable: false } })),
    ],
  ];

  it.each(NOT_DUE)('nothing is due, logged or sent: %s', async (reason, happen) => {
    await world.order({ orderId: 1n, customerId: 7n });
    jump(JUST_BEFORE);
    await world.pass(JUST_BEFORE);
    await happen();
    await world.pass(AFTER);
    const first = (await world.followUps()).find((followUp) => followUp.orderId === 1n);
    expect(first).toMatchObject({ state: 'skipped', reason });
    expect(await world.arms()).toEqual([]);
    expect(letters()).toEqual([]);
  });

  it('a moment that was missed by more than two days is dropped, in every arm, and never comes back', async () => {
    await world.order({ orderId: 1n, customerId: 7n });
    jump(JUST_BEFORE);
    await world.pass(JUST_BEFORE);
    jump('2026-11-28T11:00:00Z');
    await world.pass('2026-11-28T12:00:00Z');
    expect(await world.followUps()).toMatchObject([{ state: 'skipped', reason: 'missed' }]);
    expect(await world.arms()).toEqual([]);
  });

  it('writes to nobody twice within four weeks, whatever they buy', async () => {
    await world.order({ orderId: 1n, customerId: 7n });
    jump(JUST_BEFORE);
    await world.pass(AFTER);
    await world.order({ orderId: 2n, customerId: 7n, lines: [MUG] });
    jump('2026-12-10T09:00:00Z');
    await world.pass('2026-12-10T12:00:00Z');
    expect(await world.followUps()).toMatchObject([{ state: 'sent' }, { reason: 'recent-follow-up' }]);
    expect(letters()).toHaveLength(1);
  });

  it('counts from the fulfilment where Shopify says when', async () => {
    await world.order({ orderId: 1n, customerId: 7n, lines: [MUG] });
    await world.ports.db.write((tx) =>
      tx.prisma.order.updateMany({ data: { fulfilledAt: new Date('2026-11-16T15:00:00Z') } }),
    );
    jump(AFTER);
    await world.pass('2026-11-30T09:30:00Z');
    expect(letters()).toEqual([]);
    await world.pass('2026-11-30T10:30:00Z');
    expect(letters()).toHaveLength(1);
  });

  it('does not write about what they asked to be reminded of on a day of their own', async () => {
    await world.remind({
      orderId: 1n,
      remindOn: '2026-12-12',
      customerId: 7n,
      email: 'buyer-7@example.test',
    });
    await world.order({ orderId: 1n, customerId: 7n, lines: [COFFEE] });
    jump(JUST_BEFORE);
    await world.pass(AFTER);
    expect(await world.followUps()).toMatchObject([{ state: 'sent', letter: 'discovery' }]);
  });

  it('waits for a Shopify that does not answer, and logs nothing meanwhile', async () => {
    await world.order({ orderId: 1n, customerId: 7n });
    jump(JUST_BEFORE);
    await world.pass(JUST_BEFORE);
    world.failAdmin = new Error('Shopify does not answer');
    await expect(world.pass(AFTER)).rejects.toThrow('Shopify does not answer');
    expect(await world.arms()).toEqual([]);
    world.failAdmin = null;
    await world.pass('2026-11-26T12:00:00Z');
    expect(letters()).toHaveLength(1);
  });

  it('what was given back on the way is left out, and nothing is sent when nothing is left', async () => {
    await world.order({ orderId: 1n, customerId: 7n });
    jump(JUST_BEFORE);
    await world.pass(JUST_BEFORE);
    world.variants.set(COFFEE.variantId, { available: false });
    await world.pass(AFTER);
    expect(await world.followUps()).toMatchObject([{ state: 'ended', reason: 'out-of-stock' }]);
    // It was logged: it stays in the comparison.
    expect(await world.arms()).toHaveLength(1);
    expect(letters()).toEqual([]);
  });
});

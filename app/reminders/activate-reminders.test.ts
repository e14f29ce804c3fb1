import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEANS, COFFEE, makeReminderWorld, type ReminderWorld } from '../../test/support/reminder-world';
import { isoToDay } from '../shops/local-day';
import { acceptReminder } from './accept-reminder.server';
import { offerReminders } from './offer-reminders.server';
import { addressOf, addressPlace } from './reminder-address';
import { planReminders } from './plan-reminders.server';

const TOKEN = 'checkout-token-1';
const LINES = [{ productId: COFFEE.productId, variantId: COFFEE.variantId, quantity: 3 }];

let world: ReminderWorld;

beforeEach(async () => {
  world = await makeReminderWorld();
});

afterEach(() => world.ports.close());

async function optIn(remindOn = '2026-12-12') {
  const who = { shopDomain: world.shop.domain, customerId: null, tokenHash: 'a-token' };
  const about = { ...who, checkoutToken: TOKEN, consents: true };
  const offer = await offerReminders(world.ports, { ...about, browserId: null, lines: LINES }, 0);
  const { productId, variantId } = COFFEE;
  const day = isoToDay(remindOn) ?? 0;
  const answer = await acceptReminder(world.ports, {
    ...about,
    productId,
    variantId,
    remindOn: day,
    wording: 'v1',
  });
  return { offer: offer.reason, answer };
}

const order = (more: object = {}) =>
  world.place({
    orderId: 1n,
    checkoutToken: TOKEN,
    email: 'ada@example.test',
    lines: [{ ...COFFEE, quantity: 3 }],
    ...more,
  });

const reminder = () => world.ports.db.read.prisma.reminder.findFirstOrThrow();

describe('a pending reminder becomes active', () => {
  it('when its order arrives after the opt-in', async () => {
    expect(await optIn()).toMatchObject({ answer: { reason: 'accepted', state: 'pending' } });
    await order();
    await world.arrive(1n);
    await world.arrive(1n);
    const active = await reminder();
    expect(active).toMatchObject({ state: 'active', orderId: 1n, quantity: 3 });
    const { sealed, place } = addressOf(active) ?? {};
    expect(sealed).toMatch(/^sealed1\./);
    expect(world.ports.seals.open(sealed!, place!)).toBe('ada@example.test');
  });

  it('keeps an address that opens in no other row', async () => {
    await optIn();
    await order();
    await world.arrive(1n);
    const { email, shopId } = await reminder();
    const other = addressPlace({ shopId, id: 'another' });
    expect(() => world.ports.seals.open(email ?? '', other)).toThrow('belongs to another row');
  });

  it('when its order has more lines than one statement takes', async () => {
    await optIn();
    const rest = Array.from({ length: 1_100 }, (_, index) => ({
      productId: BigInt(5_000 + index),
      variantId: 1n,
    }));
    await order({ lines: [{ ...COFFEE, quantity: 3 }, ...rest] });
    await world.arrive(1n);
    expect(await reminder()).toMatchObject({ state: 'active' });
  });

  it('when its order had arrived before it', async () => {
    await order({ customerId: 7n });
    await world.arrive(1n);
    expect(await optIn()).toMatchObject({ answer: { state: 'pending' } });
    await world.ports.runJobs(world.handlers);
    const { state, keyId } = await reminder();
    expect(state).toBe('active');
    const key = await world.ports.db.read.prisma.shopperKey.findFirstOrThrow({ where: { id: keyId ?? 0 } });
    expect(key).toMatchObject({ kind: 'account', value: '7' });
  });

  it('at the next planning when nobody told of its order', async () => {
    await optIn();
    await order();
    await planReminders(world.ports);
    await world.ports.runJobs(world.handlers);
    expect(await reminder()).toMatchObject({ state: 'active' });
  });

  it('after Shopify answers again', async () => {
    await optIn();
    await order();
    world.failAdmin = new Error('Shopify does not answer');
    await expect(world.arrive(1n)).rejects.toThrow('Shopify does not answer');
    expect(await reminder()).toMatchObject({ state: 'pending', email: null });
    world.failAdmin = null;
    await world.arrive(1n);
    expect(await reminder()).toMatchObject({ state: 'active' });
  });
});

describe('a pending reminder ends', () => {
  it.each([
    ['not-in-order', { lines: [BEANS] }],
    ['subscribed', { lines: [{ ...COFFEE, isSubscription: true }] }],
    ['order-cancelled', { cancelled: true }],
    ['order-cancelled', { isTest: true }],
    ['no-address', { email: null }],
  ])('as %s by what its order says', async (reason, more) => {
    await optIn();
    await order(more);
    await world.arrive(1n);
    expect(await reminder()).toMatchObject({ state: 'stopped', endReason: reason, email: null });
  });

  it('after a week without an order', async () => {
    await optIn();
    world.ports.clock.advance(6 * 86_400_000);
    await planReminders(world.ports);
    expect(await reminder()).toMatchObject({ state: 'pending' });
    world.ports.clock.advance(2 * 86_400_000);
    await planReminders(world.ports);
    expect(await reminder()).toMatchObject({ state: 'expired', endReason: 'no-order' });
  });
});

it('a cancelled or refunded order ends an active reminder at once', async () => {
  await optIn();
  await order();
  await world.arrive(1n);
  await order({ lines: [BEANS] });
  await world.arrive(1n);
  expect(await reminder()).toMatchObject({ state: 'stopped', endReason: 'refunded' });
});

it('an accepted reminder is honoured whatever arm the person turns out to have', async () => {
  await optIn();
  await order({ customerId: 7n });
  await world.arrive(1n);
  await world.ports.db.write((tx) => tx.prisma.assignment.updateMany({ data: { arm: 'control' } }));
  await world.live('2026-12-12T09:00:00Z');
  expect(world.ports.sentMail.map((mail) => mail.to)).toEqual(['ada@example.test']);
});

it('an offer is not repeated for an order long past', async () => {
  await order({ placedAt: new Date('2026-11-01T10:00:00Z') });
  expect(await optIn()).toEqual({ offer: 'nothing-to-offer', answer: { reason: 'not-offered' } });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { COFFEE, makeReminderWorld, type ReminderWorld } from '../../test/support/reminder-world';
import { localDay } from '../shops/local-day';
import { newOffers } from './new-offers.server';

const DAY_MS = 86_400_000;
const KILO = { productId: COFFEE.productId, variantId: 113n };

let world: ReminderWorld;
beforeEach(async () => {
  world = await makeReminderWorld();
  const { id: shopId } = world.shop;
  await world.ports.db.write(async (tx) => {
    for (const [variantId, packAmount] of [
      [COFFEE.variantId, 250],
      [KILO.variantId, 1000],
      [114n, 250],
    ] as const) {
      const pack = { packAmount, packUnit: 'g' };
      const about = { ...pack, productId: COFFEE.productId, title: `${packAmount} g`, priceMinor: 750 };
      await tx.prisma.variant.upsert({
        where: { shopId_variantId: { shopId, variantId } },
        create: { shopId, variantId, isAvailable: true, ...about },
        update: pack,
      });
    }
  });
});
afterEach(() => world.ports.close());

const ago = (days: number) => new Date(world.ports.clock.now().getTime() - days * DAY_MS);

async function offeredInDays(item: typeof KILO, quantity = 1, customerId: string | null = null) {
  const todayOn = localDay(world.ports.clock.now(), world.shop.timeZone);
  const lines = [{ productId: item.productId, variantId: item.variantId, quantity }];
  const offers = await newOffers(world.ports, world.shop.id, { customerId, order: null }, lines, todayOn);
  return offers.map((offer) => offer.offeredOn - todayOn);
}

it('a large pack lasts as long as the small ones that hold as much', async () => {
  expect(await offeredInDays(KILO)).toEqual(await offeredInDays(COFFEE, 4));
  expect((await offeredInDays(KILO))[0]).toBeGreaterThan((await offeredInDays(COFFEE))[0] ?? 0);
});

it('a subscription silences its product while it runs, and no longer', async () => {
  const deliver = (orderId: bigint, days: number) =>
    world.place({
      ...{ orderId, customerId: 77n, placedAt: ago(days) },
      lines: [{ ...COFFEE, isSubscription: true }],
    });
  await deliver(1n, 200);
  expect(await offeredInDays(COFFEE, 1, '77')).toEqual(await offeredInDays(COFFEE));
  await deliver(2n, 20);
  expect(await offeredInDays(COFFEE, 1, '77')).toEqual([]);
  expect(await offeredInDays(COFFEE, 1, '78')).toHaveLength(1);
});

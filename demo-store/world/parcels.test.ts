import { beforeEach, expect, test } from 'vitest';
import { changeWorld } from './change-world';
import { parcelsOf, sendParcels } from './parcels';
import { readWorld } from './read-world';
import { seedShop } from './seed-shop';
import type { World, WorldEvent } from './types';

const START = Date.parse('2026-11-20T10:00:00Z');
const DAY_MS = 86_400_000;
let now: number;
let world: World;
let events: WorldEvent[];

beforeEach(() => {
  now = START;
  const { index } = seedShop({ seed: 1, shoppers: 60, days: 60, nowAt: START }, () => undefined);
  world = changeWorld(
    index,
    readWorld(index, () => now),
  );
  events = [];
  world.subscribe((event) => events.push(event));
});

const buy = (sourceName = 'web') =>
  world.placeOrder({
    customerId: null,
    email: null,
    checkoutToken: null,
    sourceName,
    lines: [{ variantId: world.products()[0]?.variants[0]?.id ?? '', quantity: 1 }],
  });

test('most orders of the past were sent within days, some never, none before it was placed', () => {
  const old = world
    .orders()
    .filter(({ createdAt, test, cancelledAt }) => createdAt < START - 14 * DAY_MS && !test && !cancelledAt);
  const waits = old.flatMap(({ fulfillments, createdAt }) =>
    fulfillments.slice(0, 1).map((parcel) => (parcel.createdAt - createdAt) / DAY_MS),
  );
  expect(waits.length / old.length).toBeGreaterThan(0.93);
  expect(waits.length).toBeLessThan(old.length);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...waits)).toBeLessThan(9);
  for (const order of world.orders()) {
    const last = order.fulfillments.at(-1);
    if (!last) continue;
    expect(last.createdAt).toBeLessThanOrEqual(START);
    expect(order.updatedAt).toBeGreaterThanOrEqual(last.createdAt);
    expect(order.cancelledAt === null ? 'SUCCESS' : 'CANCELLED').toBe(last.status);
  }
});

test('a new order is sent when it is due, once, and apps are told', () => {
  const order = buy();
  const parcels = parcelsOf(order);
  expect(parcels).toHaveLength(1);
  now = (parcels[0] ?? 0) - 1;
  sendParcels(world);
  expect(order.fulfillments).toEqual([]);
  now += 1;
  events = [];
  sendParcels(world);
  sendParcels(world);
  expect(order.fulfillments).toMatchObject([{ createdAt: now, status: 'SUCCESS', completes: true }]);
  expect(order.updatedAt).toBe(now);
  expect(events.filter((event) => 'orderId' in event && event.orderId === order.id)).toEqual([
    { topic: 'orders/updated', orderId: order.id },
  ]);
});

test('what is sold at the counter is handed over; what was cancelled stays', () => {
  const [counter, cancelled] = [buy('pos'), buy()];
  world.cancelOrder(cancelled.id);
  now += 13 * DAY_MS;
  sendParcels(world);
  expect([counter.fulfillments.length, cancelled.fulfillments.length]).toEqual([1, 0]);
});

test('a parcel of an order that is then cancelled did not arrive', () => {
  const order = buy();
  world.fulfilOrder(order.id);
  world.cancelOrder(order.id);
  expect(order.fulfillments).toMatchObject([{ status: 'CANCELLED' }]);
});

import { mintId } from './mint-ids';
import { randomFrom, seedRandom } from './random';
import type { Order, World } from './types';
import type { ShopIndex } from './world-state';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Parcels are collected twice a day (UTC), so that many leave at the same time. */
const COLLECTED_AT = [15, 20];
const NEVER_SENT = 0.017;
const WAITS_FOR_STOCK = 0.08;
const IN_TWO_PARCELS = 0.08;
/** Every parcel has left by then. */
const LONGEST_DAYS = 14;

const known = new WeakMap<Order, readonly number[]>();

/**
 * When the parcels of an order leave the shop (epoch ms, ascending); none for one that is never sent. Drawn from the order
 * itself, so that nobody else's fate moves with it.
 */
export function parcelsOf(order: Order): readonly number[] {
  let parcels = known.get(order);
  if (!parcels) known.set(order, (parcels = drawParcels(order)));
  return parcels;
}

function drawParcels(order: Order): number[] {
  const random = randomFrom(seedRandom(order.createdAt, `parcels of ${order.id}`));
  if (order.sourceName === 'pos') return [order.createdAt];
  if (order.test || random.chance(NEVER_SENT)) return [];
  const hours = random.chance(WAITS_FOR_STOCK)
    ? random.between(48, 24 * 7)
    : 2 + 40 * Math.pow(random.next(), 2);
  const first = nextCollection(order.createdAt + hours * HOUR_MS);
  if (order.lines.length < 2 || !random.chance(IN_TWO_PARCELS)) return [first];
  return [first, nextCollection(first + random.between(1, 4) * DAY_MS)];
}

function nextCollection(at: number): number {
  const day = Math.floor(at / DAY_MS) * DAY_MS;
  const today = COLLECTED_AT.map((hour) => day + hour * HOUR_MS).find((collected) => collected >= at);
  return today ?? day + DAY_MS + (COLLECTED_AT[0] ?? 0) * HOUR_MS;
}

/** Writes the parcels of an order of the past that had left by `untilAt`. */
export function recordPastParcels(index: ShopIndex, order: Order, untilAt: number): void {
  for (const at of parcelsOf(order)) if (at <= untilAt) recordParcel(index, order, at);
}

/** The next parcel of an order leaves. */
export function recordParcel(index: ShopIndex, order: Order, at: number): void {
  order.fulfillments.push({
    id: mintId(index.records.ids, 'fulfillment'),
    createdAt: at,
    status: 'SUCCESS',
    completes: order.fulfillments.length + 1 >= parcelsOf(order).length,
  });
  order.updatedAt = Math.max(order.updatedAt, at);
}

/** Sends what is due. */
export function sendParcels(world: World): void {
  const now = world.now();
  const orders = world.orders();
  const due: string[] = [];
  for (let place = orders.length - 1; place >= 0; place -= 1) {
    const order = orders[place];
    if (!order || order.createdAt < now - LONGEST_DAYS * DAY_MS) break;
    const next = parcelsOf(order)[order.fulfillments.length];
    if (order.cancelledAt === null && next !== undefined && next <= now) due.push(order.id);
  }
  for (const id of due.reverse()) world.fulfilOrder(id);
}

export function fulfillmentStatus(order: Order): 'FULFILLED' | 'PARTIALLY_FULFILLED' | 'UNFULFILLED' {
  const sent = order.fulfillments.filter(({ status }) => status === 'SUCCESS');
  if (sent.length === 0) return 'UNFULFILLED';
  return sent.some(({ completes }) => completes) ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
}

import type { Order } from '../../../world/types';
import { randomFrom, seedRandom } from '../../../world/random';
import { isoSeconds } from '../../instants';
import { gid } from '../gid';
import type { Fields, RequestContext } from '../request-context';

/** The visits that led to an order. A sale at the counter or a delivered subscription has none. */
export interface JourneyRow {
  readonly order: Order;
  readonly index: number | null;
}

interface VisitRow {
  readonly order: Order;
  readonly at: number;
  readonly source: string;
  readonly path: string;
}

const FIRST_SOURCES = [
  { source: 'Google', weight: 38 },
  { source: 'direct', weight: 26 },
  { source: 'Instagram', weight: 18 },
  { source: 'Pinterest', weight: 8 },
  { source: 'Klaviyo', weight: 10 },
];
const LATER_SOURCES = [
  { source: 'direct', weight: 44 },
  { source: 'Klaviyo', weight: 26 },
  { source: 'Google', weight: 22 },
  { source: 'Instagram', weight: 8 },
];
const READY_AFTER_MS = 3_600_000;
const VISIT_MS = 240_000;

export const CustomerJourneySummaryFields: Fields<JourneyRow> = {
  // Shopify works it out some time after the order.
  ready: ({ order }, _args, { world }) => world.now() >= order.createdAt + READY_AFTER_MS,
  customerOrderIndex: ({ index }) => index,
  daysToConversion: () => 0,
  firstVisit: (row, _args, context) => visitOf(row, context),
  lastVisit: (row, _args, context) => visitOf(row, context),
  momentsCount: (row, _args, context) => ({ count: visitOf(row, context) ? 1 : 0, precision: 'EXACT' }),
};

export const CustomerVisitFields: Fields<VisitRow> = {
  id: ({ order }) => gid('CustomerVisit', order.id),
  occurredAt: ({ at }) => isoSeconds(at),
  source: ({ source }) => source,
  landingPage: ({ path }, _args, { world }) => `https://${world.shop.domain}${path}?utm_source=demo`,
  referrerUrl: () => null,
  referralCode: () => null,
};

interface Places {
  readonly orders: number;
  readonly found: ReadonlyMap<string, number>;
}

const places = new WeakMap<RequestContext['world'], Places>();

/** Which of the customer's orders it is, from 1; worked out anew when orders have come. */
export function orderIndex(order: Order, { world }: RequestContext): number | null {
  if (order.customerId === null) return null;
  const orders = world.orders();
  let known = places.get(world);
  if (known?.orders !== orders.length) {
    const counts = new Map<string, number>();
    const found = new Map<string, number>();
    for (const placed of orders) {
      if (placed.customerId === null) continue;
      const place = (counts.get(placed.customerId) ?? 0) + 1;
      counts.set(placed.customerId, place);
      found.set(placed.id, place);
    }
    places.set(world, (known = { orders: orders.length, found }));
  }
  return known.found.get(order.id) ?? null;
}

/** Drawn from the order's own id, so that it is told the same way each time. */
function visitOf({ order, index }: JourneyRow, { world }: RequestContext): VisitRow | null {
  if (order.sourceName !== 'web' || world.now() < order.createdAt + READY_AFTER_MS) return null;
  const random = randomFrom(seedRandom(Number(BigInt(order.id) % 2_147_483_647n), 'journey'));
  const sources = index === null || index === 1 ? FIRST_SOURCES : LATER_SOURCES;
  const source = sources[random.weighted(sources.map(({ weight }) => weight))]?.source ?? 'direct';
  const product = order.lines[0]?.productId ? world.product(order.lines[0].productId) : undefined;
  const path = random.chance(0.5) ? '/' : product ? `/products/${product.handle}` : '/collections/all';
  return { order, at: order.createdAt - VISIT_MS, source, path };
}

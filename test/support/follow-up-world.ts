/** The reminders' small shop with the two-week email on, and a few things beside the consumables to discover. */
import { decideFollowUps } from '../../app/follow-ups/decide-follow-ups.server';
import { planFollowUps } from '../../app/follow-ups/plan-follow-ups.server';
import { startLayer } from '../../app/holdout/layer-store.server';
import { MAIL_KINDS } from '../../app/mail-kinds.server';
import { deliverMessages } from '../../app/mail/outbox/deliver-messages.server';
import { loadOrders } from '../../app/orders/arrived-order-store.server';
import { refreshForecasts } from '../../app/refills/forecasts/refresh-forecasts.server';
import { learnFromOrders } from '../../app/shoppers/learn-from-orders.server';
import { saveTacticState } from '../../app/tactics/tactic-store.server';
import { makeReminderWorld, type PlacedOrder, type ReminderWorld } from './reminder-world';
import type { TestPortsOptions } from './test-ports';
import type { Mailer } from '../../app/ports';

export const MUG = { productId: 31n, variantId: 131n, title: 'Mug' };
export const SCALE = { productId: 32n, variantId: 132n, title: 'Scale' };
export const KETTLE = { productId: 33n, variantId: 133n, title: 'Kettle' };
export const FILTER = { productId: 34n, variantId: 134n, title: 'Steel filter' };
export const TIN = { productId: 35n, variantId: 135n, title: 'Tin' };

const HOUR_MS = 3_600_000;

export interface FollowUpWorld extends ReminderWorld {
  /** An order with all that follows its arrival; the address is `buyer-N@example.test` unless said. */
  order(order: PlacedOrder & { readonly customerId: bigint }): Promise<void>;
  /** Moves the clock hour by hour with planning, deciding and delivering. */
  pass(until: string): Promise<void>;
  followUps(): Promise<
    readonly { orderId: bigint; state: string; reason: string | null; letter: string | null }[]
  >;
  arms(): Promise<readonly { arm: string; businessKey: string }[]>;
}

/** @param options.armBp share of the tactic's control; 0: everybody is treated (almost: the standing holdout is 0 too) */
export async function makeFollowUpWorld(
  options: TestPortsOptions & { armBp?: number; holdoutBp?: number; mailer?: Mailer } = {},
): Promise<FollowUpWorld> {
  const world = await makeReminderWorld(options);
  const { ports, shop } = world;
  const shopId = shop.id;
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    await tx.prisma.layer.updateMany({
      where: { shopId, name: 'holdout' },
      data: { shareBp: options.holdoutBp ?? 0 },
    });
    await startLayer(tx, { shopId, name: 'follow-up', shareBp: 1000, at });
    await tx.prisma.layer.updateMany({
      where: { shopId, name: 'follow-up' },
      data: { shareBp: options.armBp ?? 0 },
    });
    await saveTacticState(tx, shopId, 'follow-up', { state: 'on', at });
    for (const { productId, variantId, title } of [MUG, SCALE, KETTLE, FILTER, TIN]) {
      const handle = title.toLowerCase().replace(' ', '-');
      const about = { isLive: true, isAvailable: true, shopifyUpdatedAt: at, tags: [] };
      await tx.prisma.product.create({ data: { shopId, productId, handle, title, ...about } });
      await tx.prisma.variant.create({
        data: { shopId, variantId, productId, title: 'Default Title', priceMinor: 2000, isAvailable: true },
      });
    }
  });
  return Object.assign(world, {
    async order(order: PlacedOrder & { readonly customerId: bigint }) {
      await world.place({ email: `buyer-${order.customerId}@example.test`, ...order });
      const orders = await loadOrders(ports.db.read, shopId, { orderIds: [order.orderId] });
      await learnFromOrders(ports, { shopId, orders });
      await refreshForecasts(ports, { shopId, orders });
    },
    async pass(until: string) {
      for (;;) {
        await planFollowUps(ports);
        await decideFollowUps(ports);
        await deliverMessages(ports, MAIL_KINDS);
        const left = new Date(until).getTime() - ports.clock.now().getTime();
        if (left <= 0) return;
        ports.clock.advance(Math.min(left, HOUR_MS));
      }
    },
    followUps: () =>
      ports.db.read.prisma.followUp.findMany({
        orderBy: { orderId: 'asc' },
        select: { orderId: true, state: true, reason: true, letter: true },
      }),
    arms: () =>
      ports.db.read.prisma.exposure.findMany({
        where: { tactic: 'follow-up' },
        orderBy: { id: 'asc' },
        select: { arm: true, businessKey: true },
      }),
  } satisfies Omit<FollowUpWorld, keyof ReminderWorld>);
}

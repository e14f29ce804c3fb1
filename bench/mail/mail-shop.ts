/** A shop with thousands of mails to send: reminders, and two-week emails of all three letters with their discounts. */
import { saveSettings } from '../../app/follow-ups/settings-store.server';
import { planFollowUps } from '../../app/follow-ups/plan-follow-ups.server';
import { loadOrders } from '../../app/orders/arrived-order-store.server';
import { refreshForecasts } from '../../app/refills/forecasts/refresh-forecasts.server';
import { planReminders } from '../../app/reminders/plan-reminders.server';
import { createReminder } from '../../app/reminders/reminder-store.server';
import { isoToDay, localDay } from '../../app/shops/local-day';
import { makeFollowUpWorld, MUG, type FollowUpWorld } from '../../test/support/follow-up-world';
import { COFFEE } from '../../test/support/reminder-world';
import { addressOf, buyerOf, FIRST_REMINDER } from './who-bought';

const PER_CHUNK = 100;
const SENT_ON = '2026-11-26';
const LATER_ON = '2026-11-27';
/** Everything is due then, but for the reminders of the day after. */
export const SENDING_FROM = '2026-11-26T11:00:00Z';

export interface MailShop {
  readonly world: FollowUpWorld;
  /** Orders of the reminders that are due on the day after. */
  readonly later: ReadonlySet<bigint>;
  /** Orders of nothing that is used up: whoever placed them may get a discount. */
  readonly discoverers: ReadonlySet<bigint>;
}

/** Half of the mails are reminders (one in ten for the day after), half two-week emails. */
export async function makeMailShop(
  mails: number,
  discountsAMonth: number,
  say: (line: string) => void,
): Promise<MailShop> {
  const world = await makeFollowUpWorld({ armBp: 2000, holdoutBp: 1500 });
  const { ports, shop } = world;
  const discount = { worth: { kind: 'percent', percent: 10 }, days: 14, aMonth: discountsAMonth } as const;
  await ports.db.write(async (tx) => {
    await saveSettings(tx, shop.id, { delayDays: 14, discount }, ports.clock.now());
    await tx.prisma.shop.updateMany({ data: { scopes: 'write_discounts' } });
  });
  const half = Math.floor(mails / 2);
  const later = new Set<bigint>();
  const discoverers = new Set<bigint>();
  for (let from = 0; from < mails; from += PER_CHUNK) {
    const placed: Placed[] = [];
    for (let nth = from; nth < Math.min(mails, from + PER_CHUNK); nth += 1) {
      const isReminder = nth >= half;
      const orderId = isReminder ? FIRST_REMINDER + BigInt(nth - half) : BigInt(nth + 1);
      const item = isReminder || nth % 2 === 0 ? COFFEE : MUG;
      const isLater = isReminder && nth % 10 === 9;
      if (item === MUG) discoverers.add(orderId);
      if (isLater) later.add(orderId);
      placed.push({ orderId, item, remindOn: isReminder ? (isLater ? LATER_ON : SENT_ON) : null });
    }
    await place(world, placed);
    const orderIds = placed.map(({ orderId }) => orderId);
    await world.arrive(...orderIds);
    const orders = await loadOrders(ports.db.read, shop.id, { orderIds });
    await refreshForecasts(ports, { shopId: shop.id, orders });
    if (from % 500 === 0) say(`placed ${from} of ${mails} orders`);
  }
  ports.clock.advance(new Date(SENDING_FROM).getTime() - ports.clock.now().getTime());
  await planReminders(ports);
  await planFollowUps(ports);
  return { world, later, discoverers };
}

interface Placed {
  readonly orderId: bigint;
  readonly item: typeof COFFEE;
  /** The day of its reminder, if it has one. */
  readonly remindOn: string | null;
}

async function place({ ports, shop, emails }: FollowUpWorld, placed: readonly Placed[]): Promise<void> {
  const at = ports.clock.now();
  const shopId = shop.id;
  const on = localDay(at, shop.timeZone);
  const orders = placed.map(({ orderId }) => ({
    ...{ shopId, orderId, name: '#1', placedAt: at, placedOn: on, customerId: buyerOf(orderId) },
    ...{ currency: 'GBP', netMinor: 750, shopifyUpdatedAt: at, checkoutToken: `checkout-${orderId}` },
  }));
  const lines = placed.map(({ orderId, item: { productId, variantId } }) => ({
    ...{ shopId, lineId: orderId * 100n, orderId, productId, variantId, quantity: 1, boughtOn: on },
    ...{ unitPriceMinor: 750, isSubscription: false, customerId: buyerOf(orderId), browserId: null },
  }));
  await ports.db.write(async (tx) => {
    await tx.prisma.order.createMany({ data: orders });
    await tx.prisma.purchase.createMany({ data: lines });
    for (const { orderId, item, remindOn } of placed) {
      emails.set(orderId, addressOf(orderId));
      if (remindOn === null) continue;
      const [day, { productId, variantId }] = [isoToDay(remindOn) ?? 0, item];
      const about = { productId, variantId, quantity: 1, remindOn: day, offeredOn: day, wording: 'v1' };
      const checkoutToken = `checkout-${orderId}`;
      await createReminder(tx, {
        ...about,
        id: `reminder-${orderId}`,
        shopId,
        checkoutToken,
        acceptedAt: at,
      });
    }
  });
}

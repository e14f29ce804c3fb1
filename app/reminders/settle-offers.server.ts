import { exposeLate } from '../holdout/expose-late.server';
import type { Ports, Writer } from '../ports';
import type { ShopperName } from '../shoppers/shopper-key';
import { listInstalledShops } from '../shops/shop-store.server';
import type { ArrivedOrder } from '../orders/arrived-order-store.server';
import { PENDING_DAYS } from './reminder';
import {
  findWaitingOffers,
  ordersOfWaiting,
  removeWaitingBefore,
  removeWaitingOffer,
  type WaitingOffer,
} from './waiting-offer-store.server';

const DAY_MS = 86_400_000;

/**
 * Logs the offers that guests met before their orders came. Runs before shoppers learn from the same orders, so that a
 * checkout is linked to its customer and browser at once. An offer whose browser the order does not carry was never
 * that browser's: it goes uncounted.
 */
export async function settleOffers(
  ports: Pick<Ports, 'db'>,
  { shopId, orders }: { shopId: number; orders: readonly ArrivedOrder[] },
): Promise<void> {
  const byToken = new Map(orders.map((order) => [order.checkoutToken ?? '', order]));
  const waiting = await findWaitingOffers(ports.db.read, shopId, [...byToken.keys()]);
  if (waiting.length === 0) return;
  await ports.db.group(async (tx) => {
    for (const offer of waiting) {
      const order = byToken.get(offer.checkoutToken);
      const key = order && keyOf(offer, order);
      if (key) await expose(tx, shopId, key, offer);
      await removeWaitingOffer(tx, shopId, offer.checkoutToken);
    }
  });
}

function keyOf({ browserId, checkoutToken }: WaitingOffer, order: ArrivedOrder): ShopperName | null {
  if (browserId === null) return { kind: 'checkout', value: checkoutToken };
  return order.browserId === browserId ? { kind: 'browser', value: browserId } : null;
}

async function expose(tx: Writer, shopId: number, key: ShopperName, offer: WaitingOffer): Promise<void> {
  const { checkoutToken: businessKey, workedOut, offeredAt: at, detail, device } = offer;
  await exposeLate(tx, { shopId, tactic: 'reminder', key, businessKey, at, detail, device }, workedOut);
}

/** Takes up orders that arrived unnoticed, and lets go of offers whose order never came. */
export async function sweepOffers(ports: Pick<Ports, 'db' | 'jobs' | 'clock'>): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - PENDING_DAYS * DAY_MS);
  for (const shop of await listInstalledShops(ports.db.read)) {
    const orderIds = await ordersOfWaiting(ports.db.read, shop.id);
    await ports.db.write(async (tx) => {
      await removeWaitingBefore(tx, shop.id, before);
      if (orderIds.length === 0) return;
      const payload = { orderIds: orderIds.map(String) };
      await ports.jobs.enqueue(tx, { kind: 'shoppers.learn', shopId: shop.id, payload });
    });
  }
}

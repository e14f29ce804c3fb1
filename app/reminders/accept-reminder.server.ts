import type { Ports, Tx } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShopByDomain } from '../shops/shop-store.server';
import { isOn } from '../tactics/tactic-store.server';
import type { Offer } from './choose-offers';
import { findOffer } from './offer-store.server';
import { loadOrders } from './order-store.server';
import { CHOICE_FROM_DAYS, CHOICE_TO_DAYS } from './reminder';
import { createReminder, findByCheckout, setDay } from './reminder-store.server';

export interface AcceptRequest {
  readonly shopDomain: string;
  readonly checkoutToken: string;
  readonly productId: bigint;
  readonly variantId: bigint;
  /** Local day of the shop. */
  readonly remindOn: number;
  /** Version of the words that the shopper agreed to. */
  readonly wording: string;
}

export type AcceptAnswer =
  | { readonly reason: 'accepted'; readonly state: 'pending' | 'active'; readonly reminderId: string }
  | { readonly reason: 'not-installed' | 'switched-off' | 'not-offered' | 'day-outside' };

/**
 * Keeps the shopper's wish, one for each checkout and product; asking again moves its day. Only what was really offered
 * to this checkout can be accepted. Pending until the order of the checkout brings an address.
 */
export async function acceptReminder(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock' | 'random'>,
  request: AcceptRequest,
): Promise<AcceptAnswer> {
  const { shopDomain, checkoutToken, productId, variantId, remindOn } = request;
  const shop = await loadShopByDomain(ports.db.read, shopDomain);
  if (!shop || shop.uninstalledAt) return { reason: 'not-installed' };
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  if (remindOn < todayOn + CHOICE_FROM_DAYS || remindOn > todayOn + CHOICE_TO_DAYS)
    return { reason: 'day-outside' };
  const made = await findOffer(ports.db.read, shop.id, checkoutToken);
  const offer = made?.offers.find((one) => one.productId === productId && one.variantId === variantId);
  if (made?.arm !== 'treated' || !offer) return { reason: 'not-offered' };
  return ports.db.write(async (tx) => {
    if (!(await isOn(tx, shop.id, 'reminder'))) return { reason: 'switched-off' };
    return { reason: 'accepted', ...(await keep(ports, tx, shop.id, request, offer)) };
  });
}

async function keep(
  ports: Pick<Ports, 'jobs' | 'clock' | 'random'>,
  tx: Tx,
  shopId: number,
  request: AcceptRequest,
  offer: Offer,
): Promise<{ state: 'pending' | 'active'; reminderId: string }> {
  const { checkoutToken, productId, variantId, remindOn, wording } = request;
  const acceptedAt = ports.clock.now();
  const known = await findByCheckout(tx, { shopId, checkoutToken, productId });
  const state = known?.email && known.orderId !== null ? 'active' : 'pending';
  if (!known) {
    const { quantity, offeredOn } = offer;
    const reminderId = ports.random.id();
    const reminder = {
      id: reminderId,
      shopId,
      checkoutToken,
      productId,
      variantId,
      quantity,
      remindOn,
      offeredOn,
    };
    await createReminder(tx, { ...reminder, wording, acceptedAt });
    await askForAddress(ports, tx, shopId, checkoutToken);
    return { state, reminderId };
  }
  const isOpen = known.state === state;
  if (!isOpen || known.remindOn !== remindOn) {
    await setDay(tx, known.id, { remindOn, state, acceptedAt: isOpen ? undefined : acceptedAt });
  }
  if (state === 'pending') await askForAddress(ports, tx, shopId, checkoutToken);
  return { state, reminderId: known.id };
}

/** The order may have come first; then nothing else would tell that somebody waits for its address now. */
async function askForAddress(
  ports: Pick<Ports, 'jobs'>,
  tx: Tx,
  shopId: number,
  checkoutToken: string,
): Promise<void> {
  const orders = await loadOrders(tx, shopId, { checkoutTokens: [checkoutToken] });
  if (orders.length > 0) {
    const payload = { orderIds: orders.map((order) => String(order.orderId)) };
    await ports.jobs.enqueue(tx, { kind: 'reminders.activate', shopId, payload });
  }
}

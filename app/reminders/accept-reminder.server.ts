import { peekArm } from '../holdout/work-out-arm.server';
import type { Ports, Tx } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShopByDomain } from '../shops/shop-store.server';
import { isOn } from '../tactics/tactic-store.server';
import type { Offer } from './choose-offers';
import { findBuyer } from './find-buyer.server';
import { newOffers } from './new-offers.server';
import { openCheckout, type OpenedCheckout } from './open-checkout.server';
import { loadOrders } from '../orders/arrived-order-store.server';
import { remindersOfCustomer } from './existing-reminders.server';
import { CHOICE_FROM_DAYS, CHOICE_TO_DAYS, isToCome } from './reminder';
import type { ReminderRow } from './reminder-row';
import { createReminder, findByCheckout, findReminder, makeRoom, setDay } from './reminder-store.server';

export interface AcceptRequest {
  readonly shopDomain: string;
  /** The customer that the session token proves, in decimal. */
  readonly customerId: string | null;
  /** Hash of the session token. */
  readonly tokenHash: string;
  readonly checkoutToken: string;
  /** Whether the shopper consents to preferences and analytics; a reminder is a consent of its own. */
  readonly consents: boolean;
  readonly productId: bigint;
  readonly variantId: bigint;
  /** Local day of the shop. */
  readonly remindOn: number;
  /** Version of the words that the shopper agreed to. */
  readonly wording: string;
}

export type AcceptAnswer =
  | { readonly reason: 'accepted'; readonly state: 'pending' | 'active'; readonly reminderId: string }
  | {
      readonly reason:
        'not-installed' | 'switched-off' | 'not-offered' | 'not-theirs' | 'day-outside' | 'too-many';
    };

type Needs = Pick<Ports, 'config' | 'db' | 'jobs' | 'clock' | 'limits' | 'random'>;

/** New reminders of which no offer was kept: one for each product of a checkout, and a few checkouts a day. */
const OUTSIDE_OF_TOKEN = { max: 10, windowMs: 10 * 60_000 };
const OUTSIDE_OF_CUSTOMER = { max: 30, windowMs: 86_400_000 };

/** What is accepted; `isOutside` when it was offered without consent, so that nothing of the offer was kept. */
type Acceptable = Pick<Offer, 'quantity' | 'offeredOn'> & { readonly isOutside: boolean };

/**
 * Keeps the shopper's wish, one for each checkout and product; asking again moves its day. Only what was really offered
 * to this checkout can be accepted. Pending until the order of the checkout brings an address.
 */
export async function acceptReminder(ports: Needs, request: AcceptRequest): Promise<AcceptAnswer> {
  const { shopDomain, remindOn } = request;
  const shop = await loadShopByDomain(ports.db.read, shopDomain);
  if (!shop || shop.uninstalledAt) return { reason: 'not-installed' };
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  if (remindOn < todayOn + CHOICE_FROM_DAYS || remindOn > todayOn + CHOICE_TO_DAYS)
    return { reason: 'day-outside' };
  const checkout = await openCheckout(ports, shop.id, request);
  if (checkout.reason === 'erased') return { reason: 'not-offered' };
  if (checkout.reason === 'not-theirs') return { reason: 'not-theirs' };
  const { id: shopId } = shop;
  const earlier = await earlierOne(ports, shopId, request, checkout);
  if (earlier) return moveEarlier(ports, earlier, remindOn);
  const offer =
    offered(checkout, request) ?? (await offeredOutside(ports, shopId, checkout, request, todayOn));
  if (!offer) return { reason: 'not-offered' };
  if (offer.isOutside && !mayAcceptOutside(ports, shopId, request)) return { reason: 'too-many' };
  return ports.db.write(async (tx) => {
    if (!(await isOn(tx, shopId, 'reminder'))) return { reason: 'switched-off' };
    return { reason: 'accepted', ...(await keep(ports, tx, shopId, request, offer)) };
  });
}

/** A proven customer's reminder of another order for the same item: it is moved, and no second one is set beside it. */
async function earlierOne(
  ports: Needs,
  shopId: number,
  { customerId, productId, variantId }: AcceptRequest,
  { reminders }: Opened,
): Promise<ReminderRow | null> {
  if (reminders.some((own) => own.productId === productId && isToCome(own))) return null;
  const theirs = await remindersOfCustomer(ports.db.read, shopId, customerId);
  return theirs.find((known) => known.productId === productId && known.variantId === variantId) ?? null;
}

async function moveEarlier(
  ports: Needs,
  { shopId, id }: ReminderRow,
  remindOn: number,
): Promise<AcceptAnswer> {
  return ports.db.write(async (tx) => {
    const known = await findReminder(tx, shopId, id);
    if (known?.state !== 'active') return { reason: 'not-offered' };
    if (known.remindOn !== remindOn) await setDay(tx, known, { remindOn, state: 'active' });
    return { reason: 'accepted', state: 'active', reminderId: id };
  });
}

type Opened = Extract<OpenedCheckout, { readonly reason: 'open' }>;

/** An offer as it was kept, or a reminder that was set and is moved, whatever the arm turned out to be. */
function offered({ made, reminders }: Opened, { productId, variantId }: AcceptRequest): Acceptable | null {
  const fits = (item: { productId: bigint; variantId: bigint | null }) =>
    item.productId === productId && item.variantId === variantId;
  const known = reminders.find(fits);
  if (known) return { ...known, isOutside: false };
  const offer = made?.arm === 'treated' ? made.offers.find(fits) : undefined;
  return offer ? { ...offer, isOutside: false } : null;
}

/** Of an offer without consent nothing was kept: it is worked out again. */
async function offeredOutside(
  ports: Needs,
  shopId: number,
  { made, order }: Opened,
  request: AcceptRequest,
  todayOn: number,
): Promise<Acceptable | null> {
  if (made || request.consents) return null;
  const buyer = await findBuyer(ports, shopId, { ...request, browserId: null }, order, 0);
  const key = buyer.name;
  const { shopDomain } = request;
  const { arm } = await peekArm(ports, { shopId, shopDomain, tactic: 'reminder', key });
  if (arm !== 'treated') return null;
  const { productId, variantId } = request;
  const [offer] = await newOffers(ports, shopId, buyer, [{ productId, variantId, quantity: 1 }], todayOn);
  return offer ? { ...offer, isOutside: true } : null;
}

function mayAcceptOutside(
  { limits }: Pick<Ports, 'limits'>,
  shopId: number,
  { tokenHash, customerId }: AcceptRequest,
): boolean {
  return (
    limits.allow(`outside:token:${tokenHash}`, OUTSIDE_OF_TOKEN) &&
    (customerId === null || limits.allow(`outside:customer:${shopId}:${customerId}`, OUTSIDE_OF_CUSTOMER))
  );
}

async function keep(
  ports: Needs,
  tx: Tx,
  shopId: number,
  request: AcceptRequest,
  { quantity, offeredOn, isOutside }: Acceptable,
): Promise<{ state: 'pending' | 'active'; reminderId: string }> {
  const { checkoutToken, productId, variantId, remindOn, wording } = request;
  const acceptedAt = ports.clock.now();
  const customerId = request.customerId === null ? null : BigInt(request.customerId);
  const known = await findByCheckout(tx, { shopId, checkoutToken, productId });
  const state = known?.email && known.orderId !== null ? 'active' : 'pending';
  if (!known) {
    if (isOutside) await makeRoom(tx, shopId);
    const id = ports.random.id();
    const about = { shopId, checkoutToken, productId, variantId, quantity, remindOn, offeredOn };
    await createReminder(tx, {
      ...about,
      id,
      wording,
      acceptedAt,
      customerId,
      outsideAt: isOutside ? acceptedAt : null,
    });
    await askForAddress(ports, tx, shopId, checkoutToken);
    return { state, reminderId: id };
  }
  const isOpen = known.state === state;
  if (!isOpen || known.remindOn !== remindOn) {
    const anew = isOpen ? {} : { acceptedAt, customerId };
    await setDay(tx, known, { remindOn, state, ...anew });
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

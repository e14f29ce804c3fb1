import type { Device } from '../holdout/device';
import { expose } from '../holdout/expose.server';
import type { Ports } from '../ports';
import { loadModel } from '../refills/model-store.server';
import { loadSubjectPurchases } from '../refills/purchase-store.server';
import { loadRhythms } from '../refills/rhythm-store.server';
import { findKey } from '../shoppers/key-store.server';
import { isOptedOut } from '../shoppers/opt-out';
import { optOutsOfPerson } from '../shoppers/opt-out-store.server';
import { localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { loadShopByDomain } from '../shops/shop-store.server';
import { mayMail } from '../tactics/may-mail';
import { isOn } from '../tactics/tactic-store.server';
import { chooseOffers, type Offer, type OfferableProduct, type OrderLine } from './choose-offers';
import { findBuyer, type Buyer } from './find-buyer.server';
import { findOffer, offerableLines, offersToDetail } from './offer-store.server';
import { CHOICE_FROM_DAYS, CHOICE_TO_DAYS } from './reminder';
import { activeOfKey, pendingByCheckout } from './reminder-store.server';

/** Who looks at an older order has not just bought: nothing new is offered there. */
const JUST_BOUGHT_DAYS = 7;

export interface OfferRequest {
  readonly shopDomain: string;
  /** The customer that the session token proves, in decimal. */
  readonly customerId: string | null;
  readonly checkoutToken: string;
  readonly visitor: string | null;
  readonly lines: readonly OrderLine[];
  readonly device?: Device;
}

export type OfferAnswer =
  | {
      readonly reason: 'offered';
      readonly offers: readonly Offer[];
      readonly earliestOn: number;
      readonly latestOn: number;
      /** Only for a customer whom the token proves. */
      readonly existing: readonly { id: string; productId: bigint; remindOn: number; state: string }[];
    }
  | {
      readonly reason:
        | 'not-installed'
        | 'switched-off'
        | 'no-legal-details'
        | 'opted-out'
        | 'nothing-to-offer'
        | 'capped'
        | 'control'
        | 'holdout';
    };

type Needs = Pick<Ports, 'db' | 'clock'>;

/**
 * Whether reminders are offered after an order, and for which days. Eligibility first, then the exposure in every arm, the
 * arm last. Repeating a checkout returns what was offered first.
 */
export async function offerReminders(
  ports: Needs,
  request: OfferRequest,
  orderWaitMs?: number,
): Promise<OfferAnswer> {
  const { shopDomain, checkoutToken } = request;
  const shop = await loadShopByDomain(ports.db.read, shopDomain);
  if (!shop || shop.uninstalledAt) return { reason: 'not-installed' };
  if (!(await isOn(ports.db.read, shop.id, 'reminder'))) return { reason: 'switched-off' };
  if (!mayMail(shop)) return { reason: 'no-legal-details' };
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const earlier = await findOffer(ports.db.read, shop.id, checkoutToken);
  const buyer = await findBuyer(ports, shop.id, request, earlier ? 0 : orderWaitMs);
  if (await hasOptedOut(ports, shop.id, buyer)) return { reason: 'opted-out' };
  if (buyer.order?.isVoid) return { reason: 'nothing-to-offer' };
  const offers = earlier?.offers ?? (await newOffers(ports, shop, buyer, request.lines, todayOn));
  if (offers.length === 0) return { reason: 'nothing-to-offer' };

  const answer = await expose(ports, {
    shopId: shop.id,
    shopDomain,
    tactic: 'reminder',
    key: buyer.name,
    businessKey: checkoutToken,
    at: ports.clock.now(),
    detail: offersToDetail(offers),
    device: request.device,
  });
  if (answer.reason === 'capped') return { reason: 'capped' };
  if (answer.arm !== 'treated') return { reason: answer.arm };
  const earliestOn = todayOn + CHOICE_FROM_DAYS;
  // Of two questions at the same time the first is kept, and only what was kept can be accepted.
  const made = answer.repeated ? await findOffer(ports.db.read, shop.id, checkoutToken) : null;
  const current = (made?.offers ?? offers).filter((offer) => offer.offeredOn >= earliestOn);
  const existing = await existingReminders(ports, shop.id, buyer, checkoutToken);
  return { reason: 'offered', offers: current, earliestOn, latestOn: todayOn + CHOICE_TO_DAYS, existing };
}

async function hasOptedOut(ports: Needs, shopId: number, { name }: Buyer): Promise<boolean> {
  const key = await findKey(ports.db.read, { shopId, ...name });
  return key !== null && isOptedOut(await optOutsOfPerson(ports.db.read, shopId, key.personId), 'reminder');
}

async function newOffers(
  ports: Needs,
  shop: Shop,
  buyer: Buyer,
  lines: readonly OrderLine[],
  todayOn: number,
): Promise<readonly Offer[]> {
  const boughtOn = buyer.order?.placedOn ?? todayOn;
  if (todayOn - boughtOn > JUST_BOUGHT_DAYS) return [];
  const subscribed = new Set(
    buyer.order?.lines.filter((line) => line.isSubscription).map((line) => line.productId),
  );
  const offerable = (await offerableLines(ports.db.read, shop.id, lines)).filter(
    (line) => !subscribed.has(line.productId),
  );
  if (offerable.length === 0) return [];
  const productIds = [...new Set(offerable.map((line) => line.productId))];
  const rhythms = await loadRhythms(ports.db.hot, shop.id, productIds);
  const own =
    buyer.customerId === null
      ? []
      : await loadSubjectPurchases(ports.db.hot, shop.id, { kind: 'account', value: buyer.customerId });
  const products = new Map<bigint, OfferableProduct>();
  for (const [productId, rhythm] of rhythms) {
    const mine = own.filter((purchase) => purchase.productId === productId);
    if (mine.some((purchase) => purchase.isSubscription)) continue;
    const earlier = mine.filter((purchase) => purchase.boughtOn < boughtOn);
    const ownDays = [...new Set(earlier.map((purchase) => purchase.boughtOn))].sort((a, b) => a - b);
    const packs = earlier.reduce((sum, purchase) => sum + purchase.quantity, 0);
    products.set(productId, {
      rhythm,
      ownDays,
      usualQuantity: ownDays.length > 0 ? packs / ownDays.length : 1,
    });
  }
  const model = await loadModel(ports.db.hot, shop.id);
  return chooseOffers(offerable, products, { boughtOn, todayOn, model });
}

async function existingReminders(ports: Needs, shopId: number, { customerId }: Buyer, checkoutToken: string) {
  if (customerId === null) return [];
  const key = await findKey(ports.db.read, { shopId, kind: 'account', value: customerId });
  const pending = await pendingByCheckout(ports.db.read, shopId, [checkoutToken]);
  const active = key ? await activeOfKey(ports.db.read, shopId, key.id) : [];
  return [...pending, ...active].map(({ id, productId, remindOn, state }) => ({
    id,
    productId,
    remindOn,
    state,
  }));
}

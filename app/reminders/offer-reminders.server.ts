import type { Device } from '../holdout/device';
import type { Ports } from '../ports';
import { findKey } from '../shoppers/key-store.server';
import { isOptedOut } from '../shoppers/opt-out';
import { optOutsOfPerson } from '../shoppers/opt-out-store.server';
import { localDay } from '../shops/local-day';
import { loadShopByDomain } from '../shops/shop-store.server';
import { mayMail } from '../tactics/may-mail';
import { isOn } from '../tactics/tactic-store.server';
import { armOfOffer } from './arm-of-offer.server';
import type { Offer, OrderLine } from './choose-offers';
import { findBuyer, type Buyer } from './find-buyer.server';
import { newOffers } from './new-offers.server';
import { findOffer } from './offer-store.server';
import { openCheckout } from './open-checkout.server';
import { buyerNames } from './buyer-store.server';
import { CHOICE_FROM_DAYS, CHOICE_TO_DAYS, isToCome } from './reminder';
import { loadExisting, type ExistingReminder } from './existing-reminders.server';

export interface OfferRequest {
  readonly shopDomain: string;
  /** The customer that the session token proves, in decimal. */
  readonly customerId: string | null;
  /** Hash of the session token. */
  readonly tokenHash: string;
  readonly checkoutToken: string;
  /** Whether the shopper consents to preferences and analytics. */
  readonly consents: boolean;
  /** The browser id among the cart's attributes; nothing without consent. */
  readonly browserId: string | null;
  readonly lines: readonly OrderLine[];
  readonly device?: Device;
}

export type OfferAnswer =
  | {
      readonly reason: 'offered';
      readonly offers: readonly Offer[];
      readonly todayOn: number;
      readonly earliestOn: number;
      readonly latestOn: number;
      /** This checkout's own, and those of a customer whom the token proves: to be moved and stopped. */
      readonly existing: readonly ExistingReminder[];
    }
  | {
      readonly reason:
        | 'not-installed'
        | 'switched-off'
        | 'no-legal-details'
        | 'erased'
        | 'not-theirs'
        | 'opted-out'
        | 'nothing-to-offer'
        | 'capped'
        | 'too-many'
        | 'control'
        | 'holdout';
    };

type Needs = Pick<Ports, 'config' | 'db' | 'jobs' | 'clock'>;

/**
 * Whether reminders are offered after an order, and for which days. Eligibility first, then the exposure in every arm, the
 * arm last. Repeating a checkout returns what was offered first.
 */
export async function offerReminders(
  ports: Needs,
  request: OfferRequest,
  orderWaitMs?: number,
): Promise<OfferAnswer> {
  const { shopDomain, checkoutToken, consents } = request;
  const shop = await loadShopByDomain(ports.db.read, shopDomain);
  if (!shop || shop.uninstalledAt) return { reason: 'not-installed' };
  if (!(await isOn(ports.db.read, shop.id, 'reminder'))) return { reason: 'switched-off' };
  if (!mayMail(shop)) return { reason: 'no-legal-details' };
  const visit = { ...request, browserId: consents ? request.browserId : null };
  const checkout = await openCheckout(ports, shop.id, visit);
  if (checkout.reason !== 'open') return { reason: checkout.reason };

  const { made } = checkout;
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const buyer = await findBuyer(ports, shop.id, visit, checkout.order, made ? 0 : orderWaitMs);
  if (await hasOptedOut(ports, shop.id, buyer)) return { reason: 'opted-out' };
  if (buyer.order?.isVoid) return { reason: 'nothing-to-offer' };
  const offers = made?.offers ?? (await newOffers(ports, shop.id, buyer, request.lines, todayOn));
  const own = checkout.reminders.filter(isToCome);
  const existing = await loadExisting(ports, shop.id, { customerId: buyer.customerId, own });
  const earliestOn = todayOn + CHOICE_FROM_DAYS;
  const answer = {
    reason: 'offered' as const,
    todayOn,
    earliestOn,
    latestOn: todayOn + CHOICE_TO_DAYS,
    existing,
  };
  if (offers.length === 0)
    return existing.length > 0 ? { ...answer, offers } : { reason: 'nothing-to-offer' };

  const device = request.device ?? '';
  const offer = { ...request, shopId: shop.id, buyer, offers, device };
  const arm = made?.arm ?? (await armOfOffer(ports, offer));
  // An accepted reminder is honoured whatever the arm: it can still be moved and stopped.
  if (arm !== 'treated') return existing.length > 0 ? { ...answer, offers: [] } : { reason: arm };
  // Of two questions at the same time the first is kept, and only what was kept can be accepted.
  const kept = (await findOffer(ports.db.read, shop.id, checkoutToken))?.offers ?? offers;
  return { ...answer, offers: kept.filter(({ offeredOn }) => offeredOn >= earliestOn) };
}

async function hasOptedOut(ports: Needs, shopId: number, { name, order }: Buyer): Promise<boolean> {
  for (const shopper of [name, ...(order ? buyerNames(order) : [])]) {
    const key = await findKey(ports.db.read, { shopId, ...shopper });
    if (key && isOptedOut(await optOutsOfPerson(ports.db.read, shopId, key.personId), 'reminder'))
      return true;
  }
  return false;
}

import { appAddress } from './app-address';
import { type OrderFacts, readConsent } from './order-facts';

/** A reminder the app offers; days are local to the shop, `YYYY-MM-DD`, both limits included. */
export interface Offer {
  productId: string;
  variantId: string;
  remindOn: string;
  earliestOn: string;
  latestOn: string;
}

/** A reminder that this checkout set, or that the customer whom the token proves already has, with the day it is set to. */
export interface ExistingReminder extends Offer {
  /** Of another order; null where this order's lines name it, or nobody should. */
  name: string | null;
}

/** What the app offers; `todayOn` is the shop's today, `YYYY-MM-DD`. */
export interface Offered {
  todayOn: string;
  offers: Offer[];
  existing?: ExistingReminder[];
}

export type OfferAnswer = { show: false } | ({ show: true } & Offered);

/** The words the shopper agreed to; a new wording of `remind` and `about` gets a new name. */
const WORDING = 'v1';

export function askForOffer(order: OrderFacts): Promise<OfferAnswer> {
  const lines = order.lines.map(({ productId, variantId, quantity }) => ({ productId, variantId, quantity }));
  return post<OfferAnswer>('/api/reminders/offer', { ...order, lines });
}

/** Sets the reminder, or moves it: the app keeps one for each order and product. */
export function setReminder(order: OrderFacts, offer: Offer, remindOn: string): Promise<unknown> {
  const { checkoutToken, orderId } = order;
  const { productId, variantId } = offer;
  const wish = { productId, variantId, remindOn, wording: WORDING };
  return post('/api/reminders', { checkoutToken, orderId, consent: readConsent(), ...wish });
}

export function stopReminder(order: OrderFacts, offer: Offer): Promise<unknown> {
  return post('/api/reminders/stop', { checkoutToken: order.checkoutToken, productId: offer.productId });
}

/** Throws when the app does not answer or refuses. */
async function post<Answer>(path: string, body: object): Promise<Answer> {
  const token = await shopify.sessionToken.get();
  const response = await fetch(appAddress() + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Answer;
}

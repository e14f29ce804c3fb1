import type { Ports } from '../ports';
import { isRandomId, type ShopperName } from '../shoppers/shopper-key';
import { wasErased } from '../shoppers/was-erased.server';
import { isTheirs } from './checkout-claim';
import { findOffer, type MadeOffer } from './offer-store.server';
import { loadOrders, type ArrivedOrder } from '../orders/arrived-order-store.server';
import type { ReminderRow } from './reminder-row';
import { remindersOfCheckout } from './reminder-store.server';

/** Who knocks: the customer that the session token proves, and what the extension says. */
export interface CheckoutVisit {
  readonly checkoutToken: string;
  readonly customerId: string | null;
  readonly browserId?: string | null;
}

export type OpenedCheckout =
  | {
      readonly reason: 'open';
      readonly order: ArrivedOrder | null;
      readonly made: MadeOffer | null;
      readonly reminders: readonly ReminderRow[];
    }
  | { readonly reason: 'erased' }
  | { readonly reason: 'not-theirs' };

/** The one door to a checkout: what it set, for whoever it belongs to. Nothing is kept by knocking. */
export async function openCheckout(
  ports: Pick<Ports, 'db' | 'config'>,
  shopId: number,
  visit: CheckoutVisit,
): Promise<OpenedCheckout> {
  const { checkoutToken, customerId } = visit;
  const order = await orderOf(ports, shopId, checkoutToken);
  if (!order && (await wasErased(ports, shopId, namesOf(visit)))) return { reason: 'erased' };
  const [made, reminders] = await Promise.all([
    findOffer(ports.db.read, shopId, checkoutToken),
    remindersOfCheckout(ports.db.read, shopId, checkoutToken),
  ]);
  const setBy = [
    // Whoever was merely offered something as a guest may sign in since.
    ...(made?.customerId ? [made.customerId] : []),
    ...reminders.map((reminder) => (reminder.customerId === null ? null : String(reminder.customerId))),
  ];
  return isTheirs(customerId, { order, setBy })
    ? { reason: 'open', order, made, reminders }
    : { reason: 'not-theirs' };
}

export async function orderOf(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  checkoutToken: string,
): Promise<ArrivedOrder | null> {
  const [order] = await loadOrders(ports.db.read, shopId, { checkoutTokens: [checkoutToken] });
  return order ?? null;
}

function namesOf({ checkoutToken, customerId, browserId = null }: CheckoutVisit): readonly ShopperName[] {
  return [
    { kind: 'checkout', value: checkoutToken },
    ...(customerId === null ? [] : [{ kind: 'account' as const, value: customerId }]),
    ...(browserId !== null && isRandomId(browserId) ? [{ kind: 'browser' as const, value: browserId }] : []),
  ];
}

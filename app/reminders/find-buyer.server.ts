import { setTimeout as wait } from 'node:timers/promises';
import type { Ports } from '../ports';
import { isRandomId, type ShopperName } from '../shoppers/shopper-key';
import { orderOf } from './open-checkout.server';
import type { ArrivedOrder } from '../orders/arrived-order-store.server';
import { buyerNames } from './buyer-store.server';

/** A webhook that is just arriving is worth this wait; the block is filled in after the page, so nobody watches it. */
const ORDER_WAIT_MS = 2000;
/** Looked for often at first: most are here within a blink. */
const FIRST_LOOK_MS = 25;
const LOOK_EVERY_MS = 200;

export interface Buyer {
  /** The strongest way in which the buyer is known now: the arm is drawn on it. */
  readonly name: ShopperName;
  /** Whether Shopify says so: a session token or the order. A browser id from the extension is a claim until then. */
  readonly isProven: boolean;
  /** The customer that the session token proves; only they see what is theirs. */
  readonly customerId: string | null;
  /** The order of this checkout, if it is here already. */
  readonly order: ArrivedOrder | null;
}

export interface BuyerHints {
  readonly checkoutToken: string;
  readonly customerId: string | null;
  readonly browserId: string | null;
}

/** Who buys: the token's customer, else the browser of the cart, else what the order says, else the checkout itself. */
export async function findBuyer(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  { checkoutToken, customerId, browserId }: BuyerHints,
  known: ArrivedOrder | null,
  waitMs = ORDER_WAIT_MS,
): Promise<Buyer> {
  if (customerId !== null) {
    return { name: { kind: 'account', value: customerId }, isProven: true, customerId, order: known };
  }
  const browser = browserId !== null && isRandomId(browserId) ? browserId : null;
  let order = known;
  for (let waited = 0, next = FIRST_LOOK_MS; !order && browser === null && waited < waitMs;) {
    await wait(next);
    order = await orderOf(ports, shopId, checkoutToken);
    waited += next;
    next = Math.min(LOOK_EVERY_MS, 2 * next);
  }
  const checkout = { kind: 'checkout' as const, value: checkoutToken };
  if (!order) {
    const name = browser === null ? checkout : { kind: 'browser' as const, value: browser };
    return { name, isProven: false, customerId, order };
  }
  const names = buyerNames(order);
  const carried = names.find((name) => name.kind === 'browser' && name.value === browser);
  return { name: carried ?? names[0] ?? checkout, isProven: true, customerId, order };
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Ports } from '../ports';
import { isRandomId, type ShopperName } from '../shoppers/shopper-key';
import { buyerNames, loadOrders, type ArrivedOrder } from './order-store.server';

/** A webhook that is just arriving is worth this wait; the block is filled in after the page, so nobody watches it. */
const ORDER_WAIT_MS = 2000;
const LOOK_EVERY_MS = 200;

export interface Buyer {
  /** The strongest way in which the buyer is known now: the arm is drawn on it. */
  readonly name: ShopperName;
  /** The customer that the session token proves; only they see what is theirs. */
  readonly customerId: string | null;
  /** The order of this checkout, if it is here already. */
  readonly order: ArrivedOrder | null;
}

export interface BuyerHints {
  readonly checkoutToken: string;
  readonly customerId: string | null;
  readonly visitor: string | null;
}

/** Who buys: the token's customer, else the browser of the cart, else what the order says, else the checkout itself. */
export async function findBuyer(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  { checkoutToken, customerId, visitor }: BuyerHints,
  waitMs = ORDER_WAIT_MS,
): Promise<Buyer> {
  let order = await orderOf(ports, shopId, checkoutToken);
  if (customerId !== null) return { name: { kind: 'account', value: customerId }, customerId, order };
  if (visitor !== null && isRandomId(visitor))
    return { name: { kind: 'browser', value: visitor }, customerId, order };
  for (let waited = 0; !order && waited < waitMs; waited += LOOK_EVERY_MS) {
    await wait(LOOK_EVERY_MS);
    order = await orderOf(ports, shopId, checkoutToken);
  }
  const [name] = order ? buyerNames(order) : [];
  return { name: name ?? { kind: 'checkout', value: checkoutToken }, customerId, order };
}

async function orderOf(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  checkoutToken: string,
): Promise<ArrivedOrder | null> {
  const [order] = await loadOrders(ports.db.read, shopId, { checkoutTokens: [checkoutToken] });
  return order ?? null;
}

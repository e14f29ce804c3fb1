import type { ArrivedOrder } from '../orders/arrived-order-store.server';
import type { Ports, Writer } from '../ports';
import { ensureKey, findKey } from './key-store.server';
import { linkKeys } from './link-store.server';
import { isRandomId } from './shopper-key';

/** Orders per write: a few milliseconds, so that a shelf waiting for its turn stays fast. */
const ORDERS_PER_WRITE = 50;

/**
 * Makes the keys that orders name (account, browser) and links those that stand on one order. Draws no arm: an imported
 * customer has none until a tactic would act. Any order of orders, any number of times, leads to the same persons.
 * Test orders are nobody's; a cancelled order still shows who was at that browser.
 * @param of orders oldest first
 */
export async function learnFromOrders(
  ports: Pick<Ports, 'db'>,
  of: { readonly shopId: number; readonly orders: readonly ArrivedOrder[] },
): Promise<void> {
  const { shopId } = of;
  const orders = of.orders.filter((order) => !order.isTest);
  for (let from = 0; from < orders.length; from += ORDERS_PER_WRITE) {
    const together = orders.slice(from, from + ORDERS_PER_WRITE);
    await ports.db.group(async (tx) => {
      for (const order of together) await learnFromOrder(tx, shopId, order);
    });
  }
}

async function learnFromOrder(tx: Writer, shopId: number, order: ArrivedOrder): Promise<void> {
  const { placedAt: at, customerId, browserId, checkoutToken } = order;
  const account =
    customerId === null
      ? null
      : await ensureKey(tx, { shopId, kind: 'account', value: customerId.toString(), at });
  // A cart attribute is the shopper's own to write: what is no id of ours is nobody's.
  const browser =
    browserId && isRandomId(browserId)
      ? await ensureKey(tx, { shopId, kind: 'browser', value: browserId, at })
      : null;
  // Only an offer makes a checkout key; here it learns whose it was.
  const checkout = checkoutToken
    ? await findKey(tx, { shopId, kind: 'checkout', value: checkoutToken })
    : null;
  const known = [account, browser, checkout].filter((key) => key !== null);
  for (const [index, key] of known.entries())
    for (const other of known.slice(index + 1))
      await linkKeys(tx, { shopId, keyIds: [key.id, other.id], source: 'order', at });
}

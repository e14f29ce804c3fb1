import type { Ports } from '../ports';
import { findKey } from '../shoppers/key-store.server';
import { loadShopByDomain } from '../shops/shop-store.server';
import { openCheckout } from './open-checkout.server';
import { stopByCheckout, stopByKey } from './reminder-store.server';

/**
 * Takes the wish back right where it was made. A customer whom the token proves also stops their reminders of earlier
 * orders for the product. Stopping what is not there, or stopped already, is fine; what another customer set is not touched.
 */
export async function stopReminder(
  ports: Pick<Ports, 'config' | 'db' | 'clock'>,
  request: { shopDomain: string; customerId: string | null; checkoutToken: string; productId: bigint },
): Promise<'stopped' | 'not-theirs'> {
  const { shopDomain, customerId, checkoutToken, productId } = request;
  const shop = await loadShopByDomain(ports.db.read, shopDomain);
  if (!shop) return 'stopped';
  const shopId = shop.id;
  const checkout = await openCheckout(ports, shopId, request);
  if (checkout.reason === 'not-theirs') return 'not-theirs';
  const at = ports.clock.now();
  const key =
    customerId === null ? null : await findKey(ports.db.read, { shopId, kind: 'account', value: customerId });
  await ports.db.write(async (tx) => {
    await stopByCheckout(tx, { shopId, checkoutToken, productId, at });
    if (key) await stopByKey(tx, { shopId, keyId: key.id, productId, at });
  });
  return 'stopped';
}

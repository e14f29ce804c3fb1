import { hashAddress } from '../mail/outbox/address-hash.server';
import { itemScope } from '../mail/outbox/item-scope';
import { takeBackWishes, whySilent } from '../mail/outbox/suppression-store.server';
import type { Ports, Tx } from '../ports';
import { ensureKey } from '../shoppers/key-store.server';
import { orderEmailAnswer } from '../shopify/answers';
import { toGid } from '../shopify/gid';
import { ORDER_EMAIL } from '../shopify/queries';
import { loadShop } from '../shops/shop-store.server';
import { loadOrders, type ArrivedOrder } from '../orders/arrived-order-store.server';
import { buyerNames, keysBehind } from './buyer-store.server';
import { addressPlace } from './reminder-address';
import type { ReminderRow } from './reminder-row';
import { activate, activeTouchedBy, endReminder, pendingByCheckout } from './reminder-store.server';
import { settleByLater, settleBySource } from './settle-reminder';

type Needs = Pick<Ports, 'db' | 'clock' | 'config' | 'admin' | 'seals'>;

interface Address {
  readonly email: string | null;
  readonly locale: string;
}

/**
 * What arrived (or changed) orders mean for reminders: pending ones of their checkouts become active, with the address of
 * the order; active ones end when their order was cancelled or refunded, or when the person bought the product again.
 * Idempotent, whatever the order of arrival. Runs after shoppers have learned from the same orders.
 */
export async function activateReminders(
  ports: Needs,
  { shopId, orders }: { shopId: number; orders: readonly ArrivedOrder[] },
): Promise<void> {
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop || shop.uninstalledAt) return;
  const addresses = await fetchAddresses(ports, shop.domain, shopId, orders);
  await ports.db.write(async (tx) => {
    // Asking Shopify took its time: an order may have been cancelled meanwhile.
    const present = await loadOrders(tx, shopId, { orderIds: orders.map((order) => order.orderId) });
    await activatePending(ports, tx, shopId, present, addresses);
    await settleActive(ports, tx, shopId, present);
  });
}

/** Addresses of those orders that a pending reminder waits for: asked for only when needed. */
async function fetchAddresses(
  ports: Needs,
  shopDomain: string,
  shopId: number,
  orders: readonly ArrivedOrder[],
): Promise<ReadonlyMap<bigint, Address>> {
  const waiting = new Set(
    (await pendingByCheckout(ports.db.read, shopId, tokensOf(orders))).map(
      (reminder) => reminder.checkoutToken,
    ),
  );
  const addresses = new Map<bigint, Address>();
  for (const { orderId, checkoutToken } of orders) {
    if (checkoutToken === null || !waiting.has(checkoutToken)) continue;
    const { order } = await ports.admin.query(
      shopDomain,
      ORDER_EMAIL,
      { id: toGid('Order', orderId) },
      orderEmailAnswer,
    );
    if (order) addresses.set(orderId, { email: order.email, locale: order.customerLocale ?? 'en' });
  }
  return addresses;
}

async function activatePending(
  ports: Needs,
  tx: Tx,
  shopId: number,
  orders: readonly ArrivedOrder[],
  addresses: ReadonlyMap<bigint, Address>,
): Promise<void> {
  const pending = await pendingByCheckout(tx, shopId, tokensOf(orders));
  for (const reminder of pending) {
    const order = orders.find((arrived) => arrived.checkoutToken === reminder.checkoutToken);
    const address = order && addresses.get(order.orderId);
    // A reminder accepted since the addresses were asked for has a job of its own.
    if (order && address) await activateOne(ports, tx, reminder, order, address);
  }
}

async function activateOne(
  ports: Needs,
  tx: Tx,
  reminder: ReminderRow,
  order: ArrivedOrder,
  { email, locale }: Address,
): Promise<void> {
  const { shopId, productId } = reminder;
  const at = ports.clock.now();
  const settled = settleBySource(order, productId, 'not-in-order');
  if (settled.verdict === 'end') return endReminder(tx, reminder, { ...settled, at });
  const { customerId } = reminder;
  if (customerId !== null && customerId !== order.customerId)
    return endReminder(tx, reminder, { state: 'stopped', reason: 'other-customer', at });
  if (!email) return endReminder(tx, reminder, { state: 'stopped', reason: 'no-address', at });
  const emailHash = hashAddress(ports.config.apiSecret, shopId, email);
  const silence = await whySilent(tx, shopId, emailHash, 'reminder');
  if (silence) {
    return endReminder(tx, reminder, { state: 'stopped', reason: silence, at });
  }
  // Whoever asks again for an item wants to hear of it again.
  await takeBackWishes(tx, { shopId, emailHash, scopes: [itemScope(productId)] });
  const [name] = buyerNames(order);
  const key = await ensureKey(tx, {
    shopId,
    ...(name ?? { kind: 'checkout', value: reminder.checkoutToken }),
    at,
  });
  const { orderId } = order;
  await activate(tx, reminder, {
    orderId,
    email: ports.seals.seal(email, addressPlace(reminder)),
    emailHash,
    keyId: key.id,
    locale,
    quantity: settled.quantity,
    at,
  });
}

async function settleActive(
  ports: Needs,
  tx: Tx,
  shopId: number,
  orders: readonly ArrivedOrder[],
): Promise<void> {
  const keys = await keysBehind(tx, shopId, orders);
  const touched = await activeTouchedBy(tx, shopId, {
    orderIds: orders.map((order) => order.orderId),
    keyIds: [...keys.values()].flat(),
    productIds: orders.flatMap((order) => order.lines.map((line) => line.productId)),
  });
  const sourceIds = touched.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]));
  const sources = new Map(
    (await loadOrders(tx, shopId, { orderIds: sourceIds })).map((arrived) => [arrived.orderId, arrived]),
  );
  const at = ports.clock.now();
  for (const reminder of touched) {
    const source = reminder.orderId === null ? undefined : sources.get(reminder.orderId);
    if (!source) continue;
    const own = settleBySource(source, reminder.productId, 'refunded');
    const later = orders
      .filter((order) => reminder.keyId !== null && keys.get(order.orderId)?.includes(reminder.keyId))
      .map((order) => settleByLater(order, reminder, source))
      .find((settled) => settled !== null);
    const end = own.verdict === 'end' ? own : later;
    if (end) await endReminder(tx, reminder, { state: end.state, reason: end.reason, at });
  }
}

function tokensOf(orders: readonly ArrivedOrder[]): readonly string[] {
  return orders.flatMap(({ checkoutToken }) => (checkoutToken === null ? [] : [checkoutToken]));
}

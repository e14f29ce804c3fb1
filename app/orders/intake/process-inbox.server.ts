import type { Ports, Tx } from '../../ports';
import { ShopGone } from '../../shopify/admin-errors';
import { shopSettingsAnswer } from '../../shopify/answers';
import { SHOP_SETTINGS } from '../../shopify/queries';
import { loadShop, saveUninstall } from '../../shops/shop-store.server';
import { forgetMarks, markOrdersDirty } from './dirty-order-store.server';
import { removeShopUploads } from '../upload/upload-files.server';
import { stopOpenUploads } from '../upload/upload-store.server';
import { failMessage, finishMessages, listNewMessages, type InboxMessage } from './inbox-store.server';
import { readInboxWork, type InboxWork } from './inbox-work';

const MESSAGES_AT_ONCE = 500;

type InboxPorts = Pick<Ports, 'admin' | 'clock' | 'config' | 'db' | 'jobs'>;
type Todo = { readonly message: InboxMessage; readonly work: ReturnType<typeof readInboxWork> };

/** Job `orders.process-inbox`: works off what webhooks left, in order of arrival, until the inbox holds nothing new. */
export async function processInbox(ports: InboxPorts): Promise<void> {
  for (;;) {
    const messages = await listNewMessages(ports.db.read, MESSAGES_AT_ONCE);
    if (messages.length === 0) return;
    const todo = messages.map((message): Todo => ({ message, work: readInboxWork(message) }));
    const departures = await confirmDepartures(ports, todo);
    await ports.db.write(async (tx) => {
      await spread(tx, ports, todo, departures);
      const failed = new Set<InboxMessage>();
      for (const { message, work } of todo) {
        if (work.kind !== 'unreadable') continue;
        failed.add(message);
        await failMessage(tx, message, work.reason);
      }
      await finishMessages(
        tx,
        messages.filter((message) => !failed.has(message)),
      );
    });
    for (const shopId of departures) await removeShopUploads(ports.config, shopId);
  }
}

/** Hands each kind of work on, by shop. Of a shop that has left, only what is about privacy; leaving itself comes last. */
async function spread(
  tx: Tx,
  ports: InboxPorts,
  todo: readonly Todo[],
  departures: ReadonlySet<number>,
): Promise<void> {
  for (const shopId of new Set(todo.map(({ message }) => message.shopId))) {
    const works = todo.flatMap(({ message, work }) => (message.shopId === shopId ? [work] : []));
    const once = { shopId, key: `${shopId}` };
    for (const { person } of pick(works, 'erase-customer'))
      await ports.jobs.enqueue(tx, { kind: 'privacy.erase-customer', shopId, payload: person });
    if (pick(works, 'erase-shop').length > 0)
      await ports.jobs.enqueue(tx, { kind: 'privacy.erase-shop', ...once });
    const shop = await loadShop(tx, shopId);
    if (!shop || shop.uninstalledAt) continue;
    const orderIds = pick(works, 'refetch-order').map((work) => work.orderId);
    const productIds = pick(works, 'refresh-product').map((work) => work.productId.toString());
    if (orderIds.length > 0) {
      await markOrdersDirty(tx, shopId, orderIds, ports.clock.now());
      await ports.jobs.enqueue(tx, { kind: 'orders.refetch', ...once });
    }
    if (productIds.length > 0) {
      const payload = { productIds: [...new Set(productIds)] };
      await ports.jobs.enqueue(tx, { kind: 'catalogue.refresh-products', shopId, payload });
    }
    if (pick(works, 'read-settings').length > 0)
      await ports.jobs.enqueue(tx, { kind: 'shops.read-settings', ...once });
    if (departures.has(shopId)) {
      const leftAt = ports.clock.now();
      await saveUninstall(tx, shopId, leftAt);
      await ports.jobs.dropWaiting(tx, shopId);
      await forgetMarks(tx, shopId);
      await stopOpenUploads(tx, shopId, leftAt);
      await ports.jobs.enqueue(tx, {
        kind: 'shops.leave',
        ...once,
        payload: { leftAt: leftAt.toISOString() },
      });
    }
  }
}

function pick<K extends InboxWork['kind']>(works: readonly Todo['work'][], kind: K) {
  return works.filter((work): work is Extract<InboxWork, { kind: K }> => work.kind === kind);
}

/**
 * Shops whose uninstall webhooks are true. One that was triggered before the present install arrived late, after the
 * merchant had come back: then Shopify itself is asked whether it still lets us in.
 */
async function confirmDepartures(ports: InboxPorts, todo: readonly Todo[]): Promise<ReadonlySet<number>> {
  const departures = new Set<number>();
  for (const { message, work } of todo) {
    if (work.kind !== 'uninstall') continue;
    const shop = await loadShop(ports.db.read, message.shopId);
    if (!shop || shop.uninstalledAt) continue;
    const isLate = work.triggeredAt !== null && work.triggeredAt < shop.installedAt;
    if (!isLate || !(await isStillIn(ports, shop.domain))) departures.add(shop.id);
  }
  return departures;
}

async function isStillIn(ports: InboxPorts, domain: string): Promise<boolean> {
  try {
    await ports.admin.query(domain, SHOP_SETTINGS, {}, shopSettingsAnswer);
    return true;
  } catch (error) {
    // Unreachable is not gone: were it gone after all, the next question would find out.
    return !(error instanceof ShopGone);
  }
}

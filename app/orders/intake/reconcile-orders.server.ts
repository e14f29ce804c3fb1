import { fetchProductsPage } from '../../catalogue/fetch-products.server';
import { ingestProducts } from '../../catalogue/ingest-products.server';
import { TerminalJobError, type Ports } from '../../ports';
import type { Shop } from '../../shops/shop';
import { loadShop } from '../../shops/shop-store.server';
import { loadBackfill, loadReconciledTo, saveReconciledTo } from '../backfill/backfill-store.server';
import { countDirtyOrders } from './dirty-order-store.server';
import { fetchOrdersPage } from './fetch-orders.server';
import { forgetOldMessages } from './inbox-store.server';
import { REQUESTS_DAYS } from '../upload/kept-days';
import { ingestOrders } from './ingest-orders.server';

/** Shopify's updates become searchable a little after they happen. */
const OVERLAP_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
const DONE_KEPT_DAYS = 7;

type ReconcilePorts = Pick<Ports, 'admin' | 'clock' | 'config' | 'db' | 'jobs'>;

/** Job `orders.reconcile`, hourly: takes up what webhooks missed in a shop. */
export async function reconcileOrders(
  ports: ReconcilePorts,
  job: { readonly shopId: number },
): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  await wakeWhatSleeps(ports, shop);
  const reconciledTo = await loadReconciledTo(ports.db.read, shop.id);
  if (!reconciledTo) return;
  const startedAt = ports.clock.now();
  const from = new Date(reconciledTo.getTime() - OVERLAP_MS);
  const query = `updated_at:>='${from.toISOString()}'`;
  const unreadable = [
    ...(await readChangedProducts(ports, shop, query)),
    ...(await readChangedOrders(ports, shop, query)),
  ];
  await ports.db.write((tx) => saveReconciledTo(tx, shop.id, startedAt));
  if (unreadable.length > 0) {
    throw new TerminalJobError(`${unreadable.length} changes could not be read: ${unreadable[0]}`);
  }
}

/** Lets go of webhooks that were worked off, and later of those that could not be. */
export async function forgetOldInbox(ports: Pick<Ports, 'clock' | 'db'>): Promise<void> {
  const nowMs = ports.clock.now().getTime();
  const doneBefore = new Date(nowMs - DONE_KEPT_DAYS * DAY_MS);
  const failedBefore = new Date(nowMs - REQUESTS_DAYS * DAY_MS);
  await ports.db.write((tx) => forgetOldMessages(tx, { doneBefore, failedBefore }));
}

/** Jobs that ran out of tries while Shopify was away get a new chance each hour. */
async function wakeWhatSleeps(ports: ReconcilePorts, shop: Shop): Promise<void> {
  const backfill = await loadBackfill(ports.db.read, shop.id);
  const isReading = backfill?.phase === 'products' || backfill?.phase === 'orders';
  const dirty = await countDirtyOrders(ports.db.read, shop.id);
  if (!isReading && dirty === 0) return;
  await ports.db.write(async (tx) => {
    const once = { shopId: shop.id, key: `${shop.id}` };
    if (isReading) await ports.jobs.enqueue(tx, { kind: 'orders.backfill', ...once });
    if (dirty > 0) await ports.jobs.enqueue(tx, { kind: 'orders.refetch', ...once });
  });
}

async function readChangedOrders(ports: ReconcilePorts, shop: Shop, query: string): Promise<string[]> {
  const unreadable: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await fetchOrdersPage(ports, shop.domain, { after, query, sortKey: 'UPDATED_AT' });
    if (page.orders.length > 0) {
      await ports.db.write((tx) => ingestOrders(tx, ports, { shop, orders: page.orders, source: 'live' }));
    }
    unreadable.push(...page.unreadable);
    if (!page.pageInfo.hasNextPage) return unreadable;
    after = page.pageInfo.endCursor;
  }
}

async function readChangedProducts(ports: ReconcilePorts, shop: Shop, query: string): Promise<string[]> {
  const unreadable: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await fetchProductsPage(ports, shop.domain, { after, query, sortKey: 'UPDATED_AT' });
    if (page.products.length > 0) {
      await ports.db.write((tx) => ingestProducts(tx, { shop, products: page.products }));
    }
    unreadable.push(...page.unreadable);
    if (!page.pageInfo.hasNextPage) return unreadable;
    after = page.pageInfo.endCursor;
  }
}

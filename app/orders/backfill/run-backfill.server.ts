import { fetchProductsPage } from '../../catalogue/fetch-products.server';
import { ingestProducts } from '../../catalogue/ingest-products.server';
import type { Ports, Tx } from '../../ports';
import { isAccessDenied, ShopGone } from '../../shopify/admin-errors';
import { ordersCountAnswer } from '../../shopify/answers';
import { ORDERS_COUNT } from '../../shopify/queries';
import type { Shop } from '../../shops/shop';
import { isInstalled, loadShop } from '../../shops/shop-store.server';
import { afterPage, beginBackfill, nextStep, ordersQuery, type Backfill } from './backfill';
import { loadBackfill, saveBackfill } from './backfill-store.server';
import { fetchOrdersPage } from '../intake/fetch-orders.server';
import { ingestOrders } from '../intake/ingest-orders.server';

type BackfillPorts = Pick<Ports, 'admin' | 'clock' | 'config' | 'db' | 'jobs' | 'log'>;

/** What a page brought: written together with the cursor behind it, so that a killed process reads at most one page twice. */
interface Page {
  readonly items: number;
  readonly nextCursor: string | null;
  readonly ordersTotal?: number | null;
  readonly save: (tx: Tx) => Promise<unknown>;
}

/** What the job found when it began. */
interface Turn {
  readonly stored: Backfill | null;
  readonly backfill: Backfill;
}

/**
 * Job `orders.backfill`: reads one page of the shop's past (products first, then orders, oldest first) and asks for the
 * next one; after the last page the consumables are judged.
 */
export async function runBackfill(ports: BackfillPorts, job: { readonly shopId: number }): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const stored = await loadBackfill(ports.db.read, shop.id);
  const step = nextStep(stored, shop);
  if (step === 'nothing') return;
  const backfill = step === 'continue' && stored ? stored : beginBackfill(shop, ports.clock.now());
  try {
    const page =
      backfill.phase === 'products'
        ? await readProducts(ports, shop, backfill)
        : await readOrders(ports, shop, backfill);
    await savePage(ports, shop, { stored, backfill, page });
  } catch (error) {
    await saveFailure(ports, shop, { stored, backfill, error });
    if (!isFinal(error)) throw error;
  }
}

async function readProducts(ports: BackfillPorts, shop: Shop, backfill: Backfill): Promise<Page> {
  const { products, unreadable, pageInfo } = await fetchProductsPage(ports, shop.domain, {
    after: backfill.cursor,
    query: null,
    sortKey: 'CREATED_AT',
  });
  report(ports, shop, unreadable);
  return {
    items: products.length,
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    save: (tx) => ingestProducts(tx, { shop, products }),
  };
}

async function readOrders(ports: BackfillPorts, shop: Shop, backfill: Backfill): Promise<Page> {
  const query = ordersQuery(backfill.since);
  const ordersTotal =
    backfill.ordersTotal ??
    (await ports.admin.query(shop.domain, ORDERS_COUNT, { query }, ordersCountAnswer)).ordersCount?.count;
  const { orders, unreadable, pageInfo } = await fetchOrdersPage(ports, shop.domain, {
    after: backfill.cursor,
    query,
    sortKey: 'CREATED_AT',
  });
  report(ports, shop, unreadable);
  return {
    items: orders.length,
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    ordersTotal,
    save: (tx) => ingestOrders(tx, ports, { shop, orders, source: 'backfill' }),
  };
}

async function savePage(
  ports: BackfillPorts,
  shop: Shop,
  { stored, backfill, page }: Turn & { page: Page },
): Promise<void> {
  const next = afterPage(backfill, page, ports.clock.now());
  await ports.db.write(async (tx) => {
    if (await isOvertaken(tx, shop, stored)) return;
    await page.save(tx);
    await saveBackfill(tx, shop.id, next);
    const kind = next.phase === 'done' ? 'consumables.rebuild' : 'orders.backfill';
    await ports.jobs.enqueue(tx, { kind, shopId: shop.id, key: `${shop.id}` });
  });
}

async function saveFailure(
  ports: BackfillPorts,
  shop: Shop,
  { stored, backfill, error }: Turn & { error: unknown },
) {
  await ports.db.write(async (tx) => {
    if (await isOvertaken(tx, shop, stored)) return;
    await saveBackfill(tx, shop.id, withFailure(backfill, error, ports.clock.now()));
  });
}

/** Restarted, or the shop left, while a page was on its way: the job that was asked for then begins anew. */
async function isOvertaken(tx: Tx, shop: Shop, stored: Backfill | null): Promise<boolean> {
  if (!(await isInstalled(tx, shop.id))) return true;
  const now = await loadBackfill(tx, shop.id);
  return now?.startedAt.getTime() !== stored?.startedAt.getTime() || now?.cursor !== stored?.cursor;
}

function report(ports: BackfillPorts, shop: Shop, unreadable: readonly string[]): void {
  if (unreadable.length > 0)
    ports.log.warn({ shopId: shop.id, unreadable }, 'The backfill left out what it could not read');
}

function isFinal(error: unknown): boolean {
  return isAccessDenied(error) || error instanceof ShopGone;
}

function withFailure(backfill: Backfill, error: unknown, now: Date): Backfill {
  if (isAccessDenied(error)) {
    const sentence =
      'Shopify does not let Larder read orders or products yet. Check the permissions, then start again.';
    return { ...backfill, phase: 'failed', finishedAt: now, error: sentence };
  }
  if (error instanceof ShopGone) {
    const sentence =
      'Shopify no longer accepts Larder’s access. Open Larder from the Apps page, then start again.';
    return { ...backfill, phase: 'failed', finishedAt: now, error: sentence };
  }
  return { ...backfill, error: 'Shopify could not be read just now. Larder tries again by itself.' };
}

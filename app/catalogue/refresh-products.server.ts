import { TerminalJobError, type JobOf, type Ports } from '../ports';
import { loadShop } from '../shops/shop-store.server';
import { fetchProductsById } from './fetch-products.server';
import { ingestProducts } from './ingest-products.server';
import { markProductsDeleted } from './product-store.server';

/** Job `catalogue.refresh-products`: reads products again that a webhook named; one that is gone is marked deleted. */
export async function refreshProducts(
  ports: Pick<Ports, 'db' | 'admin' | 'clock'>,
  job: JobOf<'catalogue.refresh-products'>,
): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const { productIds } = job.payload;
  const { products, gone, unreadable } = await fetchProductsById(ports, shop.domain, [
    ...new Set(productIds),
  ]);
  await ports.db.write(async (tx) => {
    await ingestProducts(tx, { shop, products });
    await markProductsDeleted(tx, shop.id, gone, ports.clock.now());
  });
  if (unreadable.length > 0) {
    throw new TerminalJobError(`${unreadable.length} products could not be read: ${unreadable[0]}`);
  }
}

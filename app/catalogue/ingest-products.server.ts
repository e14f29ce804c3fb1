import type { Tx } from '../ports';
import type { ProductAnswer } from '../shopify/answers';
import type { Shop } from '../shops/shop';
import { isInstalled } from '../shops/shop-store.server';
import { loadStoredProducts, replaceProducts } from './product-store.server';
import { toProduct } from './to-product';

/**
 * Takes products as Shopify answered them, all variants included. The latest update wins; a deleted product stays deleted,
 * because an older page may still be under way when its deletion arrives.
 */
export async function ingestProducts(
  tx: Tx,
  {
    shop,
    products,
  }: { readonly shop: Pick<Shop, 'id' | 'currency'>; readonly products: readonly ProductAnswer[] },
): Promise<void> {
  if (!(await isInstalled(tx, shop.id))) return;
  const mapped = new Map(products.map((answer) => [answer.id, toProduct(answer, shop)]));
  const stored = await loadStoredProducts(tx, shop.id, [...mapped.keys()]);

  const fresh = [...mapped.values()].filter(({ product }) => {
    const known = stored.get(product.productId);
    return !known || (known.deletedAt === null && known.shopifyUpdatedAt <= product.shopifyUpdatedAt);
  });

  await replaceProducts(tx, shop.id, fresh);
}

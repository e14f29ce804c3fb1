import type { Ports } from '../ports';
import { loadGoodsAfter, saveSensitivity, type StoredGoods } from './product-store.server';
import { isSensitive } from './sensitive-goods';

/** Products decided at once: nothing else waits for long. */
const CHUNK = 250;

/**
 * Decides anew, from what is stored, which of a shop's products are sensitive: products taken in by an older version of
 * Larder stay as it decided until Shopify says that they changed. Writes only where the answer differs.
 */
export async function reviewSensitive(
  ports: Pick<Ports, 'db'>,
  { shopId }: { readonly shopId: number | null },
): Promise<void> {
  if (shopId === null) return;
  for (let after: bigint | null = null; ;) {
    const products: readonly StoredGoods[] = await loadGoodsAfter(ports.db.read, shopId, after, CHUNK);
    const changed = products.filter(
      (product) => isSensitive({ ...product, tags: wordsOf(product.tags) }) !== product.isSensitive,
    );
    if (changed.length > 0)
      await ports.db.write(async (tx) => {
        for (const sensitive of [true, false]) {
          const ids = changed
            .filter((product) => product.isSensitive !== sensitive)
            .map((product) => product.productId);
          if (ids.length > 0) await saveSensitivity(tx, shopId, ids, sensitive);
        }
      });
    after = products.at(-1)?.productId ?? null;
    if (after === null) return;
  }
}

const wordsOf = (tags: unknown): readonly string[] =>
  Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];

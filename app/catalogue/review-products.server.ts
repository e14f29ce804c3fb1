import type { Ports, Tx } from '../ports';
import { plainTitle } from './plain-letters';
import { loadGoodsAfter, savePlainTitles, saveSensitivity, type StoredGoods } from './product-store.server';
import { isSensitive } from './sensitive-goods';
import { tagsOf } from './tags-of';

/** Products decided at once: nothing else waits for long. */
const CHUNK = 250;

/**
 * Reads anew, from what is stored, which of a shop's products are sensitive and by which title searches find them: products
 * taken in by an older version of Larder stay as it read them until Shopify says that they changed. Writes only where the
 * answer differs.
 */
export async function reviewProducts(
  ports: Pick<Ports, 'db'>,
  { shopId }: { readonly shopId: number | null },
): Promise<void> {
  if (shopId === null) return;
  for (let after: bigint | null = null; ;) {
    const products: readonly StoredGoods[] = await loadGoodsAfter(ports.db.read, shopId, after, CHUNK);
    const sensitivity = products.filter(
      (product) => isSensitive({ ...product, tags: tagsOf(product.tags) }) !== product.isSensitive,
    );
    const titles = products
      .map(({ productId, title, plainTitle: kept }) => ({ productId, kept, plainTitle: plainTitle(title) }))
      .filter((title) => title.plainTitle !== title.kept);
    if (sensitivity.length > 0) await ports.db.write((tx) => turnOver(tx, shopId, sensitivity));
    if (titles.length > 0) await ports.db.group((tx) => savePlainTitles(tx, shopId, titles));
    after = products.at(-1)?.productId ?? null;
    if (after === null) return;
  }
}

async function turnOver(tx: Tx, shopId: number, products: readonly StoredGoods[]): Promise<void> {
  for (const sensitive of [true, false]) {
    const ids = products
      .filter((product) => product.isSensitive !== sensitive)
      .map((product) => product.productId);
    if (ids.length > 0) await saveSensitivity(tx, shopId, ids, sensitive);
  }
}

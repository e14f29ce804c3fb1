import type { Ports, Tx } from '../ports';
import { readPackSize, SIZE_READER, type PackSize } from './pack-size';
import { loadSizesReadBefore, saveReadSizes, type ReadSize } from './size-store.server';

/** Products read at once: nothing else waits for long. */
const CHUNK = 100;

/**
 * Reads the sizes of a shop's products anew that an older reader read, from their stored titles: Shopify sends a product again
 * only when it has changed. What the merchant has filled in stays, and so does what was taken in before that was kept (version
 * 0), until Shopify has sent it. Each step is kept, so a run that breaks off is carried on by the next.
 */
export async function rereadSizes(
  ports: Pick<Ports, 'db'>,
  { shopId }: { readonly shopId: number },
): Promise<void> {
  for (;;) {
    const read = await ports.db.write((tx) => rereadSome(tx, shopId));
    if (read < CHUNK) return;
  }
}

/** One step, in one transaction: no product that Shopify sends meanwhile is overwritten with older titles. @returns how many */
async function rereadSome(tx: Tx, shopId: number): Promise<number> {
  const products = await loadSizesReadBefore(tx, shopId, SIZE_READER, CHUNK);
  const changed = products.flatMap(({ title, variants }): ReadSize[] =>
    variants.flatMap(({ variantId, title: variant, pack }) => {
      const now = readPackSize([variant, title]);
      return isSame(now, pack) ? [] : [{ variantId, pack: now }];
    }),
  );
  await saveReadSizes(
    tx,
    shopId,
    changed,
    products.map(({ productId }) => productId),
    SIZE_READER,
  );
  return products.length;
}

const isSame = (read: PackSize | null, other: PackSize | null) =>
  read?.amount === other?.amount && read?.unit === other?.unit;

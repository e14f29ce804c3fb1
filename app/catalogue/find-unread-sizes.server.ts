import type { Ports } from '../ports';
import { loadVariantSizes } from './product-store.server';
import { sizeFinding, type SizeFinding } from './size-finding';

/** Hygiene findings of these products: those whose size is meant but cannot be read. */
export async function findUnreadSizes(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  productIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, SizeFinding>> {
  const products = await loadVariantSizes(ports.db.read, shopId, productIds);
  return new Map(
    products.flatMap(({ productId, title, variants }): [bigint, SizeFinding][] => {
      const finding = sizeFinding(title, variants);
      return finding ? [[productId, finding]] : [];
    }),
  );
}

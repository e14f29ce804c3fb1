import { statement } from '../db/statement';
import type { Tx } from '../ports';
import type { PackSize } from './pack-size';
import { packOf } from './product-store.server';

export interface SizedProduct {
  readonly productId: bigint;
  readonly title: string;
  /** Those whose size was read from titles, or was not found there. */
  readonly variants: readonly StoredSize[];
}

interface StoredSize {
  readonly variantId: bigint;
  readonly title: string;
  readonly pack: PackSize | null;
}

/** Some products whose sizes an older version than this one read, in id order; not those of version 0. */
export async function loadSizesReadBefore(
  tx: Tx,
  shopId: number,
  version: number,
  take: number,
): Promise<readonly SizedProduct[]> {
  const products = await tx.prisma.product.findMany({
    where: { shopId, sizesReadBy: { gt: 0, lt: version } },
    select: { productId: true, title: true },
    orderBy: { productId: 'asc' },
    take,
  });
  const rows = await tx.prisma.variant.findMany({
    where: { shopId, productId: { in: products.map(({ productId }) => productId) }, isPackOwn: false },
    select: { productId: true, variantId: true, title: true, packAmount: true, packUnit: true },
  });
  const variants = new Map(products.map(({ productId }) => [productId, [] as StoredSize[]]));
  for (const { productId, variantId, title, ...row } of rows)
    variants.get(productId)?.push({ variantId, title, pack: packOf(row) });
  return products.map((product) => ({ ...product, variants: variants.get(product.productId) ?? [] }));
}

export interface ReadSize {
  readonly variantId: bigint;
  readonly pack: PackSize | null;
}

const SAVE_SIZES = statement(`
  UPDATE "Variant" SET "packAmount" = r."packAmount", "packUnit" = r."packUnit"
  FROM rows(:sizes, "variantId" number, "packAmount" real, "packUnit" text) AS r
  WHERE "Variant"."shopId" = :shopId AND "Variant"."variantId" = r."variantId" AND NOT "Variant"."isPackOwn"`);

/** Keeps sizes that were read anew, and that these products have been read by this version. */
export async function saveReadSizes(
  tx: Tx,
  shopId: number,
  sizes: readonly ReadSize[],
  productIds: readonly bigint[],
  version: number,
): Promise<void> {
  if (sizes.length > 0)
    await tx.run(SAVE_SIZES, {
      shopId,
      sizes: sizes.map(({ variantId, pack }) => ({
        ...{ variantId, packAmount: pack?.amount ?? null, packUnit: pack?.unit ?? null },
      })),
    });
  await tx.prisma.product.updateMany({
    where: { shopId, productId: { in: [...productIds] } },
    data: { sizesReadBy: version },
  });
}

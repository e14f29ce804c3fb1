import type { Prisma } from '@prisma/client';
import { statement } from '../db/statement';
import type { Reader, Tx, Writer } from '../ports';
import type { PackSize } from './pack-size';
import type { VariantSize } from './size-finding';
import type { MappedProduct } from './to-product';

const VARIANTS_AT_ONCE = 1_000;

export interface StoredProduct {
  readonly shopifyUpdatedAt: Date;
  readonly deletedAt: Date | null;
}

export async function loadStoredProducts(
  db: Reader,
  shopId: number,
  productIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, StoredProduct>> {
  const rows = await db.prisma.product.findMany({
    where: { shopId, productId: { in: [...productIds] } },
    select: { productId: true, shopifyUpdatedAt: true, deletedAt: true },
  });
  return new Map(rows.map((row) => [row.productId, row]));
}

/** Writes products with their variants, in place of what is stored of them. */
export async function replaceProducts(
  tx: Tx,
  shopId: number,
  products: readonly MappedProduct[],
): Promise<void> {
  if (products.length === 0) return;
  const where = { shopId, productId: { in: products.map(({ product }) => product.productId) } };
  await tx.prisma.variant.deleteMany({ where });
  await tx.prisma.product.deleteMany({ where });
  await tx.prisma.product.createMany({ data: products.map(({ product }) => ({ ...product, shopId })) });
  const variants = products.flatMap((product) => product.variants.map((variant) => ({ ...variant, shopId })));
  for (let from = 0; from < variants.length; from += VARIANTS_AT_ONCE) {
    await tx.prisma.variant.createMany({ data: variants.slice(from, from + VARIANTS_AT_ONCE) });
  }
}

/** Keeps what history needs of deleted products (their title), but nobody can be offered them any more. */
export async function markProductsDeleted(
  tx: Tx,
  shopId: number,
  productIds: readonly bigint[],
  deletedAt: Date,
): Promise<void> {
  const where = { shopId, productId: { in: [...productIds] } };
  await tx.prisma.product.updateMany({
    where: { ...where, deletedAt: null },
    data: { deletedAt, isLive: false, isAvailable: false },
  });
  await tx.prisma.variant.updateMany({ where, data: { isAvailable: false } });
}

export interface ProductSizes {
  readonly productId: bigint;
  readonly title: string;
  readonly variants: readonly VariantSize[];
}

/** Titles of products and their variants, with the sizes read from them; variants in the order of their ids. */
export async function loadVariantSizes(
  db: Reader,
  shopId: number,
  productIds: readonly bigint[],
): Promise<readonly ProductSizes[]> {
  const where = { shopId, productId: { in: [...productIds] } };
  const [products, variants] = await Promise.all([
    db.prisma.product.findMany({ where, select: { productId: true, title: true } }),
    db.prisma.variant.findMany({
      where,
      select: { productId: true, title: true, packAmount: true, packUnit: true },
      orderBy: { variantId: 'asc' },
    }),
  ]);
  const sizes = new Map<bigint, VariantSize[]>(products.map(({ productId }) => [productId, []]));
  for (const { productId, title, ...row } of variants)
    sizes.get(productId)?.push({ title, pack: packOf(row) });
  return products.map((product) => ({ ...product, variants: sizes.get(product.productId) ?? [] }));
}

/** The size of a stored variant. */
export const packOf = (row: { readonly packAmount: number | null; readonly packUnit: string | null }) =>
  row.packAmount === null || row.packUnit === null
    ? null
    : { amount: row.packAmount, unit: row.packUnit as PackSize['unit'] };

const goods = {
  productId: true,
  title: true,
  plainTitle: true,
  productType: true,
  tags: true,
  categoryId: true,
  categoryName: true,
  isSensitive: true,
} satisfies Prisma.ProductSelect;

export type StoredGoods = Prisma.ProductGetPayload<{ select: typeof goods }>;

/** One product with what decides whether it is sensitive and what was decided; null when it is not known. */
export async function loadGoods(db: Reader, shopId: number, productId: bigint): Promise<StoredGoods | null> {
  return db.prisma.product.findUnique({
    where: { shopId_productId: { shopId, productId } },
    select: goods,
  });
}

/** The next products after `after`, in id order, with what was read from their words and what those are. */
export async function loadGoodsAfter(
  db: Reader,
  shopId: number,
  after: bigint | null,
  take: number,
): Promise<readonly StoredGoods[]> {
  return db.prisma.product.findMany({
    where: { shopId, productId: after === null ? undefined : { gt: after } },
    select: goods,
    orderBy: { productId: 'asc' },
    take,
  });
}

export async function saveSensitivity(
  tx: Tx,
  shopId: number,
  productIds: readonly bigint[],
  isSensitive: boolean,
): Promise<void> {
  await tx.prisma.product.updateMany({
    where: { shopId, productId: { in: [...productIds] } },
    data: { isSensitive },
  });
}

const SAVE_PLAIN_TITLES = statement(`
  UPDATE "Product" AS p SET "plainTitle" = r."plainTitle"
  FROM rows(:titles, "productId" number, "plainTitle" text) AS r
  WHERE p."shopId" = :shopId AND p."productId" = r."productId"`);

export async function savePlainTitles(
  tx: Writer,
  shopId: number,
  titles: readonly { readonly productId: bigint; readonly plainTitle: string }[],
): Promise<void> {
  await tx.run(SAVE_PLAIN_TITLES, { shopId, titles });
}

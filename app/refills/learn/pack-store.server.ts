import type { PackSize } from '../../catalogue/pack-size';
import { sizeMultiples, usualPack, type SizedVariant } from '../../catalogue/size-multiples';
import { bigId, oneOf, real, statement, type RowOf } from '../../db/statement';
import type { Sql } from '../../ports';

/** Contents of variants over their product's usual pack, of those that are not the usual one. */
export type PackSizes = ReadonlyMap<bigint, number>;

const SIZES = `SELECT "productId", "variantId", "packAmount", "packUnit" FROM "Variant"
  WHERE "shopId" = :shopId AND "packAmount" IS NOT NULL AND "packUnit" IS NOT NULL`;
const SIZE = { productId: bigId, variantId: bigId, packAmount: real, packUnit: oneOf(['g', 'ml', 'items']) };
const SIZES_OF_ALL = statement(SIZES, SIZE);
const SIZES_OF = statement(`${SIZES} AND "productId" IN (SELECT "value" FROM numbers(:productIds))`, SIZE);

/** @param productIds the shop's whole catalogue when left out */
export async function loadPackSizes(
  sql: Sql,
  shopId: number,
  productIds?: ReadonlySet<bigint>,
): Promise<PackSizes> {
  const rows = productIds
    ? await sql.all(SIZES_OF, { shopId, productIds: [...productIds] })
    : await sql.all(SIZES_OF_ALL, { shopId });
  const sizes = new Map<bigint, number>();
  for (const variants of byProduct(rows).values())
    for (const [variantId, multiple] of sizeMultiples(variants))
      if (multiple !== 1) sizes.set(variantId, multiple);
  return sizes;
}

/** The size each product is usually sold in; products without a known size are left out. */
export async function loadUsualPacks(
  sql: Sql,
  shopId: number,
): Promise<ReadonlyMap<bigint, PackSize | null>> {
  const products = byProduct(await sql.all(SIZES_OF_ALL, { shopId }));
  return new Map([...products].map(([id, variants]) => [id, usualPack(variants.map(({ pack }) => pack))]));
}

function byProduct(
  rows: readonly RowOf<typeof SIZE>[],
): ReadonlyMap<bigint, readonly (SizedVariant & { readonly pack: PackSize })[]> {
  const products = new Map<bigint, { variantId: bigint; pack: PackSize }[]>();
  for (const { productId, variantId, packAmount, packUnit } of rows) {
    const variant = { variantId, pack: { amount: packAmount, unit: packUnit } };
    const list = products.get(productId);
    if (list) list.push(variant);
    else products.set(productId, [variant]);
  }
  return products;
}

export function sizeOf(sizes: PackSizes, variantId: bigint | null): number {
  return variantId === null ? 1 : (sizes.get(variantId) ?? 1);
}

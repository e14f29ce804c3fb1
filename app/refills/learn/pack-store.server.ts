import type { PackSize } from '../../catalogue/pack-size';
import { sizeMultiples, usualPack, type SizedVariant } from '../../catalogue/size-multiples';
import type { HotReader } from '../../db/read-steps.server';

/** Contents of variants over their product's usual pack, of those that are not the usual one. */
export type PackSizes = ReadonlyMap<bigint, number>;

interface SizeRow {
  readonly productId: bigint;
  readonly variantId: bigint;
  readonly packAmount: number;
  readonly packUnit: PackSize['unit'];
}

const SIZES = `SELECT "productId", "variantId", "packAmount", "packUnit" FROM "Variant"
  WHERE "shopId" = ? AND "packAmount" IS NOT NULL AND "packUnit" IS NOT NULL`;
const SIZES_OF = `${SIZES} AND "productId" = ?`;

/** @param productIds the shop's whole catalogue when left out */
export async function loadPackSizes(
  hot: HotReader,
  shopId: number,
  productIds?: ReadonlySet<bigint>,
): Promise<PackSizes> {
  const rows = productIds
    ? [...productIds].flatMap((id) => hot.prepareRead(SIZES_OF).all(shopId, id))
    : hot.prepareRead(SIZES).all(shopId);
  const sizes = new Map<bigint, number>();
  for (const variants of byProduct(rows as SizeRow[]).values())
    for (const [variantId, multiple] of sizeMultiples(variants))
      if (multiple !== 1) sizes.set(variantId, multiple);
  return sizes;
}

/** The size each product is usually sold in; products without a known size are left out. */
export async function loadUsualPacks(
  hot: HotReader,
  shopId: number,
): Promise<ReadonlyMap<bigint, PackSize | null>> {
  const products = byProduct(hot.prepareRead(SIZES).all(shopId) as SizeRow[]);
  return new Map([...products].map(([id, variants]) => [id, usualPack(variants.map(({ pack }) => pack))]));
}

function byProduct(
  rows: readonly SizeRow[],
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

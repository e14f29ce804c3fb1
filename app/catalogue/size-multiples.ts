import type { PackSize } from './pack-size';

export interface SizedVariant {
  readonly variantId: bigint;
  readonly pack: PackSize | null;
}

/** A pack four times the usual one lasts longer, but nobody has shown by how much beyond that. */
export const LARGEST_MULTIPLE = 4;

/** The size a product is usually sold in: the middle one of those that are measured like most; null without any. */
export function usualPack(packs: readonly PackSize[]): PackSize | null {
  const items = packs.filter((pack) => pack.unit === 'items');
  const contents = packs.filter((pack) => pack.unit !== 'items');
  const sizes = (items.length > contents.length ? items : contents).sort(
    (a, b) => a.amount - b.amount || a.unit.localeCompare(b.unit),
  );
  return sizes[(sizes.length - 1) >> 1] ?? null;
}

/**
 * How much of a product each of its variants holds, against its usual pack: 2 for a 1 kg bag where 500 g is usual; null for a
 * variant whose size is unknown, or counted where the usual one is measured. Of one product a gram is taken for a millilitre:
 * `12 oz` stands beside `1 gal`. A product with one size has 1 throughout.
 * @param variants the product's variants, in any order
 */
export function sizeTimes(variants: readonly SizedVariant[]): ReadonlyMap<bigint, number | null> {
  const usual = usualPack(variants.flatMap(({ pack }) => pack ?? []));
  return new Map(
    variants.map(({ variantId, pack }) => [
      variantId,
      usual && pack && isAlike(pack, usual) ? pack.amount / usual.amount : null,
    ]),
  );
}

/** What those count for: between 1/LARGEST_MULTIPLE and LARGEST_MULTIPLE, 1 where nothing can be compared. */
export function sizeMultiples(variants: readonly SizedVariant[]): ReadonlyMap<bigint, number> {
  return new Map(
    [...sizeTimes(variants)].map(([variantId, times]) => [
      variantId,
      Math.min(LARGEST_MULTIPLE, Math.max(1 / LARGEST_MULTIPLE, times ?? 1)),
    ]),
  );
}

const isAlike = (pack: PackSize, other: PackSize) => (pack.unit === 'items') === (other.unit === 'items');

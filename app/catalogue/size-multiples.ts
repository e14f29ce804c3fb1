import type { PackSize } from './pack-size';

export interface SizedVariant {
  readonly variantId: bigint;
  readonly pack: PackSize | null;
}

/** A pack four times the usual one lasts longer, but nobody has shown by how much beyond that. */
export const LARGEST_MULTIPLE = 4;

/** The size a product is usually sold in: the middle one of those in the commonest unit; null without any. */
export function usualPack(packs: readonly PackSize[]): PackSize | null {
  const unit = commonestUnit(packs);
  const sizes = packs.filter((pack) => pack.unit === unit).sort((a, b) => a.amount - b.amount);
  return sizes[(sizes.length - 1) >> 1] ?? null;
}

/**
 * How much of a product each of its variants holds, against its usual pack: 2 for a 1 kg bag where 500 g is usual. Between
 * 1/LARGEST_MULTIPLE and LARGEST_MULTIPLE; 1 for a variant whose size is unknown or in another unit. A product with one
 * size has 1 throughout.
 * @param variants the product's variants, in any order
 */
export function sizeMultiples(variants: readonly SizedVariant[]): ReadonlyMap<bigint, number> {
  const usual = usualPack(variants.flatMap(({ pack }) => pack ?? []));
  return new Map(
    variants.map(({ variantId, pack }) => {
      const multiple = usual && pack?.unit === usual.unit ? pack.amount / usual.amount : 1;
      return [variantId, Math.min(LARGEST_MULTIPLE, Math.max(1 / LARGEST_MULTIPLE, multiple))];
    }),
  );
}

function commonestUnit(packs: readonly PackSize[]): PackSize['unit'] | undefined {
  const counts = new Map<PackSize['unit'], number>();
  for (const { unit } of packs) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return names[0]?.[0];
}

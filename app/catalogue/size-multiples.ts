import type { PackSize } from './pack-size';

export interface SizedVariant {
  readonly variantId: bigint;
  readonly pack: PackSize | null;
}

/** A pack four times the usual one lasts longer, but nobody has shown by how much beyond that. */
export const LARGEST_MULTIPLE = 4;

/**
 * How much of a product each of its variants holds, against its usual size (the middle one of those sold in the commonest
 * unit): 2 for a 1 kg bag where 500 g is usual. Between 1/LARGEST_MULTIPLE and LARGEST_MULTIPLE; 1 for a variant whose size
 * is unknown or in another unit. A product with one size has 1 throughout.
 * @param variants the product's variants, in any order
 */
export function sizeMultiples(variants: readonly SizedVariant[]): ReadonlyMap<bigint, number> {
  const unit = commonestUnit(variants);
  const amounts = variants
    .flatMap(({ pack }) => (pack && pack.unit === unit ? [pack.amount] : []))
    .sort((a, b) => a - b);
  const usual = amounts[(amounts.length - 1) >> 1];
  return new Map(
    variants.map(({ variantId, pack }) => {
      const multiple = usual !== undefined && pack && pack.unit === unit ? pack.amount / usual : 1;
      return [variantId, Math.min(LARGEST_MULTIPLE, Math.max(1 / LARGEST_MULTIPLE, multiple))];
    }),
  );
}

function commonestUnit(variants: readonly SizedVariant[]): PackSize['unit'] | undefined {
  const counts = new Map<PackSize['unit'], number>();
  for (const { pack } of variants) if (pack) counts.set(pack.unit, (counts.get(pack.unit) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return names[0]?.[0];
}

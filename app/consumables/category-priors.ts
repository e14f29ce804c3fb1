import type { Kind } from '../catalogue/kinds/kind';
import { readKind, type KindSource, type NamedProduct } from '../catalogue/kinds/read-kind';
import type { PackSize } from '../catalogue/pack-size';

export interface CategoryPrior extends Kind {
  /** Where the kind was read; null when it is not known. */
  readonly from: KindSource | null;
  /** What was read there, as the shop wrote it. */
  readonly words: string;
}

/** For a product of which nothing is known. */
export const UNKNOWN_PRIOR: CategoryPrior = {
  name: 'unknown kind',
  chance: 0.25,
  cycleDays: null,
  from: null,
  words: '',
};

/** The kind of a product with the chance that it is a consumable, before anybody bought it. */
export function categoryPrior(product: NamedProduct): CategoryPrior {
  const reading = readKind(product);
  if (!reading) return UNKNOWN_PRIOR;
  const { kind, chance, from, words } = reading;
  return { ...kind, chance, from, words };
}

/** The days a product of this kind lasts, its pack against the typical one; null when it is not used up. */
export function startingCycle(
  kind: Pick<Kind, 'cycleDays' | 'typicalPack'>,
  pack: PackSize | null,
): { readonly days: number; readonly isSized: boolean } | null {
  if (kind.cycleDays === null) return null;
  const typical = pack && kind.typicalPack?.[pack.unit];
  if (!pack || !typical) return { days: kind.cycleDays, isSized: false };
  const times = Math.min(SIZE_CAP, Math.max(1 / SIZE_CAP, pack.amount / typical));
  return { days: Math.round(kind.cycleDays * times ** SIZE_EXPONENT), isSized: true };
}

/** Larger packs are bought by those who use more: less than proportional, and capped. */
const SIZE_EXPONENT = 0.6;
const SIZE_CAP = 6;

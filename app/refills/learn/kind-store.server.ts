import type { PackSize } from '../../catalogue/pack-size';
import { categoryPrior, startingCycle, UNKNOWN_PRIOR } from '../../consumables/category-priors';
import type { HotReader } from '../../db/read-steps.server';
import type { ProductKind } from '../fold/fold-lines';
import { loadUsualPacks } from './pack-store.server';

interface ProductRow {
  readonly productId: bigint;
  readonly title: string | null;
  readonly productType: string | null;
  readonly categoryId: string | null;
  readonly categoryName: string | null;
  readonly tags: string | null;
}

const CONSUMABLES = `
  SELECT c."productId", p."title", p."productType", p."categoryId", p."categoryName", p."tags"
  FROM "Consumable" c LEFT JOIN "Product" p ON p."shopId" = c."shopId" AND p."productId" = c."productId"
  WHERE c."shopId" = ? AND c."holds" = 1`;

/** Every consumable of the shop, what kind of product it is and how long its pack should last. */
export async function loadKinds(hot: HotReader, shopId: number): Promise<ReadonlyMap<bigint, ProductKind>> {
  const rows = hot.prepareRead(CONSUMABLES).all(shopId) as ProductRow[];
  const packs = await loadUsualPacks(hot, shopId);
  return new Map(rows.map((row) => [row.productId, kindOf(row, packs.get(row.productId) ?? null)]));
}

function kindOf(row: ProductRow, pack: PackSize | null): ProductKind {
  const { categoryId, categoryName, tags } = row;
  const prior = categoryPrior({
    title: row.title ?? '',
    productType: row.productType ?? '',
    categoryId,
    categoryName,
    tags: tags === null ? [] : (JSON.parse(tags) as unknown),
  });
  return {
    name: prior === UNKNOWN_PRIOR ? '' : prior.name,
    cycleDays: prior.cycleDays,
    startDays: startingCycle(prior, pack)?.days ?? null,
  };
}

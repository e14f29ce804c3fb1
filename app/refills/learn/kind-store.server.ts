import { z } from 'zod';
import type { PackSize } from '../../catalogue/pack-size';
import { categoryPrior, startingCycle, UNKNOWN_PRIOR } from '../../consumables/category-priors';
import { bigId, json, orNull, statement, text, type RowOf } from '../../db/statement';
import type { Sql } from '../../ports';
import type { ProductKind } from '../fold/fold-lines';
import { loadUsualPacks } from './pack-store.server';

const PRODUCT = {
  productId: bigId,
  title: orNull(text),
  productType: orNull(text),
  categoryId: orNull(text),
  categoryName: orNull(text),
  tags: orNull(json(z.unknown())),
};
const CONSUMABLES = statement(
  `SELECT c."productId", p."title", p."productType", p."categoryId", p."categoryName", p."tags"
  FROM "Consumable" c LEFT JOIN "Product" p ON p."shopId" = c."shopId" AND p."productId" = c."productId"
  WHERE c."shopId" = :shopId AND c."holds" = TRUE`,
  PRODUCT,
);

/** Every consumable of the shop, what kind of product it is and how long its pack should last. */
export async function loadKinds(sql: Sql, shopId: number): Promise<ReadonlyMap<bigint, ProductKind>> {
  const rows = await sql.all(CONSUMABLES, { shopId });
  const packs = await loadUsualPacks(sql, shopId);
  return new Map(rows.map((row) => [row.productId, kindOf(row, packs.get(row.productId) ?? null)]));
}

function kindOf(row: RowOf<typeof PRODUCT>, pack: PackSize | null): ProductKind {
  const { categoryId, categoryName, tags } = row;
  const prior = categoryPrior({
    title: row.title ?? '',
    productType: row.productType ?? '',
    categoryId,
    categoryName,
    tags: tags ?? [],
  });
  return {
    name: prior === UNKNOWN_PRIOR ? '' : prior.name,
    cycleDays: prior.cycleDays,
    startDays: startingCycle(prior, pack)?.days ?? null,
  };
}

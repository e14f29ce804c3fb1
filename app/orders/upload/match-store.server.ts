import { bigId, flag, orNull, statement, text } from '../../db/statement';
import type { Sql } from '../../ports';
import type { MatchCandidate } from './matching';

/** Variants of the shop as an export lists them. */
const LISTED = `
  SELECT v."productId", v."variantId", v."sku", p."isGiftCard", p."deletedAt" IS NOT NULL AS "isDeleted",
         CASE v."title" WHEN 'Default Title' THEN p."title" ELSE p."title" || ' - ' || v."title" END AS "title"
  FROM "Product" p JOIN "Variant" v ON v."shopId" = p."shopId" AND v."productId" = p."productId"
  WHERE v."shopId" = :shopId`;

const CANDIDATE = {
  productId: bigId,
  variantId: orNull(bigId),
  sku: orNull(text),
  title: text,
  isGiftCard: flag,
  isDeleted: flag,
};

// One pass over the shop's variants each.
const BY_SKU = statement(
  `${LISTED} AND v."sku" IN (SELECT "value" FROM texts(:skus)) ORDER BY v."variantId"`,
  CANDIDATE,
);

const BY_TITLE = statement(
  `SELECT * FROM (${LISTED}) AS listed
   WHERE listed."title" IN (SELECT "value" FROM texts(:titles)) ORDER BY listed."variantId"`,
  CANDIDATE,
);

const PRODUCTS_BY_TITLE = statement(
  `SELECT "productId", NULL AS "variantId", NULL AS "sku", "title", "isGiftCard", "deletedAt" IS NOT NULL AS "isDeleted"
   FROM "Product" WHERE "shopId" = :shopId AND "title" IN (SELECT "value" FROM texts(:titles))
   ORDER BY "productId"`,
  CANDIDATE,
);

export async function findBySku(
  db: Sql,
  shopId: number,
  skus: readonly string[],
): Promise<readonly MatchCandidate[]> {
  return skus.length === 0 ? [] : db.all(BY_SKU, { shopId, skus });
}

/** Variants by the title under which an export lists them. */
export async function findByTitle(
  db: Sql,
  shopId: number,
  titles: readonly string[],
): Promise<readonly MatchCandidate[]> {
  return titles.length === 0 ? [] : db.all(BY_TITLE, { shopId, titles });
}

/** Products by their own titles, whatever their variants are called today. */
export async function findProductsByTitle(
  db: Sql,
  shopId: number,
  titles: readonly string[],
): Promise<readonly MatchCandidate[]> {
  return titles.length === 0 ? [] : db.all(PRODUCTS_BY_TITLE, { shopId, titles });
}

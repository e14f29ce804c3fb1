import { SHOWN_IN_PUBLIC } from '../../catalogue/shown-product-store.server';
import { bigId, flag, instant, orNull, statement, text } from '../../db/statement';
import type { Sql } from '../../ports';
import type { ProductFacts } from './recommend';

// The first variant for sale, as the shelf chooses (the plus keeps SQLite to the product's own variants).
const FACTS = statement(
  `SELECT p."productId", p."title", p."handle", p."isLive", p."deletedAt", p."isAvailable", p."isSensitive", p."isGiftCard",
    p."requiresSellingPlan", (SELECT min(+v."variantId") FROM "Variant" v WHERE v."shopId" = p."shopId"
      AND v."productId" = p."productId" AND v."isAvailable" = TRUE) AS "variantId"
  FROM "Product" p WHERE p."shopId" = :shopId AND p."productId" IN (SELECT "value" FROM numbers(:productIds))`,
  {
    ...{ productId: bigId, title: text, handle: text, isLive: flag, deletedAt: orNull(instant) },
    ...{ isAvailable: flag, isSensitive: flag, isGiftCard: flag, requiresSellingPlan: flag },
    variantId: orNull(bigId),
  },
);

/** What the catalogue says now of these products; one that it does not know is not among them. */
export async function loadFacts(
  sql: Sql,
  shopId: number,
  productIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, ProductFacts>> {
  const rows = await sql.all(FACTS, { shopId, productIds });
  return new Map(rows.map((row) => [row.productId, row]));
}

const NEWEST = statement(
  `SELECT p."productId" FROM "Product" p
  WHERE p."shopId" = :shopId AND ${SHOWN_IN_PUBLIC} AND p."isGiftCard" = FALSE AND p."requiresSellingPlan" = FALSE
    AND p."productId" NOT IN (SELECT "value" FROM numbers(:without))
  ORDER BY p."productId" DESC LIMIT :take`,
  { productId: bigId },
);

/** What the shop added last and may show: Shopify counts products upwards. */
export async function newestProducts(
  sql: Sql,
  about: { readonly shopId: number; readonly without: readonly bigint[]; readonly take: number },
): Promise<readonly bigint[]> {
  const rows = await sql.all(NEWEST, about);
  return rows.map(({ productId }) => productId);
}

import { SHOWN_IN_PUBLIC } from '../catalogue/shown-product-store.server';
import { statement, text } from '../db/statement';
import type { Sql } from '../ports';

const TOP_SELLERS = statement(
  `SELECT p."handle" FROM "Purchase" b
  JOIN "Product" p ON p."shopId" = b."shopId" AND p."productId" = b."productId"
  WHERE b."shopId" = :shopId AND b."boughtOn" >= :sinceOn
    AND ${SHOWN_IN_PUBLIC} AND p."isGiftCard" = FALSE
  GROUP BY p."productId", p."handle"
  ORDER BY count(DISTINCT b."orderId") DESC, sum(b."quantity") DESC, p."productId" LIMIT :limit`,
  { handle: text },
);

/**
 * Handles of what sells best, best first: by orders, so that one large order is one vote, then by quantity. Only what
 * the online store shows, can be bought and is nothing delicate.
 */
export async function findTopSellers(
  db: Sql,
  { shopId, sinceOn, limit }: { shopId: number; sinceOn: number; limit: number },
): Promise<readonly string[]> {
  const rows = await db.all(TOP_SELLERS, { shopId, sinceOn, limit });
  return rows.map((row) => row.handle);
}

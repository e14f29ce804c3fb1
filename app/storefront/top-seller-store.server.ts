import type { Reader } from '../ports';

/**
 * Handles of what sells best, best first: by orders, so that one large order is one vote, then by quantity. Only what
 * the online store shows, can be bought and is nothing delicate.
 */
export async function findTopSellers(
  db: Reader,
  { shopId, sinceOn, limit }: { shopId: number; sinceOn: number; limit: number },
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ handle: string }[]>`
    SELECT p."handle" FROM "Purchase" b
    JOIN "Product" p ON p."shopId" = b."shopId" AND p."productId" = b."productId"
    WHERE b."shopId" = ${shopId} AND b."boughtOn" >= ${sinceOn}
      AND p."isLive" = 1 AND p."isAvailable" = 1 AND p."isSensitive" = 0 AND p."isGiftCard" = 0 AND p."deletedAt" IS NULL
    GROUP BY p."productId", p."handle"
    ORDER BY count(DISTINCT b."orderId") DESC, sum(b."quantity") DESC, p."productId" LIMIT ${limit}`;
  return rows.map((row) => row.handle);
}

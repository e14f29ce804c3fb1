import { bigId, int, statement } from '../../db/statement';
import type { Sql, Writer } from '../../ports';

const LIST = statement(
  `SELECT "productId" FROM "EditorialItem" WHERE "shopId" = :shopId ORDER BY "place", "productId"`,
  { productId: bigId },
);

/** The merchant's picks, in their order; whether each may be shown today is another question. */
export async function loadEditorial(sql: Sql, shopId: number): Promise<readonly bigint[]> {
  const rows = await sql.all(LIST, { shopId });
  return rows.map(({ productId }) => productId);
}

const KNOWN = statement(
  `SELECT count(*) AS "known" FROM "Product" WHERE "shopId" = :shopId AND "deletedAt" IS NULL
    AND "productId" IN (SELECT "value" FROM numbers(:productIds))`,
  { known: int },
);

/** How many of these products the shop sells. */
export async function countKnown(sql: Sql, shopId: number, productIds: readonly bigint[]): Promise<number> {
  return (await sql.first(KNOWN, { shopId, productIds }))?.known ?? 0;
}

const FORGET = statement(
  `DELETE FROM "EditorialItem" WHERE "shopId" = :shopId
    AND "productId" NOT IN (SELECT "value" FROM numbers(:productIds))`,
);
const SAVE = statement(
  `INSERT INTO "EditorialItem" ("shopId", "productId", "place", "addedAt")
  SELECT :shopId, "productId", "place", :at FROM rows(:lines, "productId" number, "place" number) AS made WHERE TRUE
  ON CONFLICT ("shopId", "productId") DO UPDATE SET "place" = excluded."place"`,
);

/** Puts these in place of the list as it was; what stays keeps the time at which it was added. */
export async function replaceEditorial(
  tx: Writer,
  shopId: number,
  productIds: readonly bigint[],
  at: Date,
): Promise<void> {
  await tx.run(FORGET, { shopId, productIds });
  await tx.run(SAVE, { shopId, at, lines: productIds.map((productId, place) => ({ productId, place })) });
}

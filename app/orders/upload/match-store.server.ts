import { Prisma } from '@prisma/client';
import type { Reader } from '../../ports';
import type { MatchCandidate } from './matching';

interface Row {
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly sku: string | null;
  readonly title: string;
  readonly isGiftCard: bigint | number | boolean;
  readonly isDeleted: bigint | number | boolean;
}

/** Variants as an export lists them. */
const LISTED = Prisma.sql`
  SELECT v."productId", v."variantId", v."sku", p."isGiftCard", p."deletedAt" IS NOT NULL AS "isDeleted",
         CASE v."title" WHEN 'Default Title' THEN p."title" ELSE p."title" || ' - ' || v."title" END AS "title"
  FROM "Product" p JOIN "Variant" v ON v."shopId" = p."shopId" AND v."productId" = p."productId"`;

// One pass over the shop's variants each; lists travel as JSON, because they may be longer than a statement's parameters.
export async function findBySku(
  db: Reader,
  shopId: number,
  skus: readonly string[],
): Promise<readonly MatchCandidate[]> {
  if (skus.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    ${LISTED} WHERE v."shopId" = ${shopId} AND v."sku" IN (SELECT "value" FROM json_each(${JSON.stringify(skus)}))
    ORDER BY v."variantId"`;
  return rows.map(toCandidate);
}

/** Variants by the title under which an export lists them. */
export async function findByTitle(
  db: Reader,
  shopId: number,
  titles: readonly string[],
): Promise<readonly MatchCandidate[]> {
  if (titles.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM (${LISTED} WHERE v."shopId" = ${shopId})
    WHERE "title" IN (SELECT "value" FROM json_each(${JSON.stringify(titles)}))
    ORDER BY "variantId"`;
  return rows.map(toCandidate);
}

/** Products by their own titles, whatever their variants are called today. */
export async function findProductsByTitle(
  db: Reader,
  shopId: number,
  titles: readonly string[],
): Promise<readonly MatchCandidate[]> {
  if (titles.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT "productId", NULL AS "variantId", NULL AS "sku", "title", "isGiftCard", "deletedAt" IS NOT NULL AS "isDeleted"
    FROM "Product"
    WHERE "shopId" = ${shopId} AND "title" IN (SELECT "value" FROM json_each(${JSON.stringify(titles)}))
    ORDER BY "productId"`;
  return rows.map(toCandidate);
}

function toCandidate(row: Row): MatchCandidate {
  return {
    productId: BigInt(row.productId),
    variantId: row.variantId === null ? null : BigInt(row.variantId),
    sku: row.sku,
    title: row.title,
    isGiftCard: Boolean(row.isGiftCard),
    isDeleted: Boolean(row.isDeleted),
  };
}

import { bigId, day, int, orNull, statement, text, type RowOf } from '../../db/statement';
import { WHO_BOUGHT } from '../../orders/who-bought-store.server';
import type { Sql } from '../../ports';
import type { TeachingLine } from '../fold/fold-lines';
import { sizeOf, type PackSizes } from './pack-store.server';

const BUYER = `${WHO_BOUGHT} AS "buyer"` as const;
const LINE = { buyer: text, productId: bigId, variantId: orNull(bigId), quantity: int, boughtOn: day };

// Days of the future teach nothing until they are here; subscription lines never do. CROSS JOIN keeps the order of days.
const BY_DAY = statement(
  `SELECT ${BUYER}, p."productId", p."variantId", p."quantity", p."boughtOn" FROM "Purchase" p CROSS JOIN "Consumable" c
  WHERE p."shopId" = :shopId AND p."boughtOn" <= :lastOn AND p."isSubscription" = FALSE
    AND c."shopId" = p."shopId" AND c."productId" = p."productId" AND c."holds" = TRUE ORDER BY p."boughtOn"`,
  LINE,
);
const ALL_BY_DAY = statement(
  `SELECT ${BUYER}, p."productId", p."variantId", p."quantity", p."boughtOn" FROM "Purchase" p
  WHERE p."shopId" = :shopId AND p."boughtOn" <= :lastOn AND p."isSubscription" = FALSE ORDER BY p."boughtOn"`,
  LINE,
);
const OF_PRODUCT = statement(
  `SELECT ${BUYER}, p."boughtOn" FROM "Purchase" p
  WHERE p."shopId" = :shopId AND p."productId" = :productId AND p."boughtOn" <= :lastOn AND p."isSubscription" = FALSE
  ORDER BY p."boughtOn"`,
  { buyer: text, boughtOn: day },
);

export type PurchaseLine = RowOf<typeof LINE>;

/** Every line of the shop's consumables up to a day, in the order of days, one at a time. */
export function linesByDay(sql: Sql, shopId: number, lastOn: number): AsyncIterable<PurchaseLine> {
  return sql.each(BY_DAY, { shopId, lastOn });
}

/** The same of every product, whatever it is called today. */
export function allLinesByDay(sql: Sql, shopId: number, lastOn: number): AsyncIterable<PurchaseLine> {
  return sql.each(ALL_BY_DAY, { shopId, lastOn });
}

/** A line as it teaches: in usual packs. */
export function toTeachingLine(line: PurchaseLine, sizes: PackSizes): TeachingLine<bigint> {
  const { buyer, productId, variantId, quantity, boughtOn } = line;
  return { buyer, productId, packs: quantity * sizeOf(sizes, variantId), boughtOn };
}

/** Who bought one product when, up to a day, in the order of days. */
export async function linesOfProduct(
  sql: Sql,
  shopId: number,
  productId: bigint,
  lastOn: number,
): Promise<readonly Pick<PurchaseLine, 'buyer' | 'boughtOn'>[]> {
  return sql.all(OF_PRODUCT, { shopId, productId, lastOn });
}

const FIRST_DAY = statement(`SELECT min("boughtOn") AS "firstOn" FROM "Purchase" WHERE "shopId" = :shopId`, {
  firstOn: orNull(day),
});

/** The day of the shop's first purchase; null before there is one. */
export async function firstPurchaseOn(sql: Sql, shopId: number): Promise<number | null> {
  return (await sql.first(FIRST_DAY, { shopId }))?.firstOn ?? null;
}

import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { PackSize } from '../../catalogue/pack-size';
import { day, int, statement, text } from '../../db/statement';
import { WHO_BOUGHT } from '../../orders/who-bought-store.server';
import type { Reader, Sql } from '../../ports';
import type { DueDay } from './due-weeks';

// Siblings and sizes are one product.
const BUYER_DAYS = statement(
  `SELECT ${WHO_BOUGHT} AS "buyer", "boughtOn"
  FROM "Purchase" WHERE "shopId" = :shopId AND "productId" = :productId AND "isSubscription" = FALSE
  GROUP BY "buyer", "boughtOn" ORDER BY "buyer", "boughtOn"`,
  { buyer: text, boughtOn: day },
);

/** Every buyer's distinct days with a product, ascending; subscription lines teach nothing and are left out. */
export async function loadBuyerDays(
  sql: Sql,
  shopId: number,
  productId: bigint,
): Promise<readonly (readonly number[])[]> {
  await setImmediate();
  const buyers = new Map<string, number[]>();
  for (const { buyer, boughtOn } of await sql.all(BUYER_DAYS, { shopId, productId })) {
    const days = buyers.get(buyer);
    if (days) days.push(boughtOn);
    else buyers.set(buyer, [boughtOn]);
  }
  return [...buyers.values()];
}

// A person may be forecast by account and by browser: counted once, on the earlier day.
const DUE_DAYS = statement(
  `SELECT "onDay", count(*) AS "shoppers" FROM (
    SELECT min(f."bestOn") AS "onDay" FROM "Forecast" f CROSS JOIN "ShopperKey" k
    WHERE f."shopId" = :shopId AND f."productId" = :productId AND f."expiresOn" >= :todayOn
      AND k."shopId" = f."shopId" AND k."id" = f."keyId"
    GROUP BY k."personId") AS "soonest"
  GROUP BY "onDay"`,
  { onDay: day, shoppers: int },
);

/** How many persons a product's best day falls on, by day; stale interest is left out. */
export async function loadDueDays(
  sql: Sql,
  shopId: number,
  productId: bigint,
  todayOn: number,
): Promise<readonly DueDay[]> {
  await setImmediate();
  return sql.all(DUE_DAYS, { shopId, productId, todayOn });
}

export interface VariantRow {
  readonly variantId: bigint;
  readonly title: string;
  readonly pack: PackSize | null;
}

export async function loadVariants(
  db: Reader,
  shopId: number,
  productId: bigint,
): Promise<readonly VariantRow[]> {
  const rows = await db.prisma.variant.findMany({
    where: { shopId, productId },
    select: { variantId: true, title: true, packAmount: true, packUnit: true },
    orderBy: { variantId: 'asc' },
  });
  return rows.map(({ variantId, title, packAmount, packUnit }) => ({
    variantId,
    title,
    pack:
      packAmount === null || packUnit === null
        ? null
        : { amount: packAmount, unit: packUnit as PackSize['unit'] },
  }));
}

export interface KeptRhythm {
  /** What it mostly rests on. */
  readonly source: string;
  readonly quartileDays: readonly number[];
}

/** What forecasts of a product start from; null for what is no consumable, or not yet measured. */
export async function loadKeptRhythm(
  db: Reader,
  shopId: number,
  productId: bigint,
): Promise<KeptRhythm | null> {
  const row = await db.prisma.productRhythm.findUnique({
    where: { shopId_productId: { shopId, productId } },
    select: { source: true, quartiles: true },
  });
  return row && { source: row.source, quartileDays: z.array(z.number()).catch([]).parse(row.quartiles) };
}

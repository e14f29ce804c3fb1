import { z } from 'zod';
import type { Reader } from '../../ports';
import type { Traffic } from './comparison-input';

/** So many rows are looked at, however many there are: an estimate before launch needs no more. */
const LOOKED_AT = 5000;
const MONTH = 28;

const counted = z.array(z.object({ n: z.coerce.number(), again: z.coerce.number() })).length(1);
const due = z.array(z.object({ n: z.coerce.number() })).length(1);

/**
 * Shoppers with something due on a day of the next four weeks, and how many buyers of a consumable order again within four
 * weeks as it is.
 */
export async function shelfTraffic(reader: Reader, shopId: number, todayOn: number): Promise<Traffic> {
  const [shoppers] = due.parse(
    await reader.$queryRaw`
      SELECT count(DISTINCT k."personId") AS "n"
      FROM (SELECT "keyId" FROM "Forecast" WHERE "shopId" = ${shopId}
              AND "bestOn" >= ${todayOn} AND "bestOn" < ${todayOn + MONTH} LIMIT ${LOOKED_AT * 4}) f
        JOIN "ShopperKey" k ON k."id" = f."keyId"`,
  );
  const [buyers] = counted.parse(
    await reader.$queryRaw`
      WITH looked AS (
        SELECT "customerId" AS c, "boughtOn" AS d, "productId" AS p FROM "Purchase"
        WHERE "shopId" = ${shopId} AND "boughtOn" >= ${todayOn - 2 * MONTH} AND "boughtOn" < ${todayOn - MONTH}
          AND "customerId" IS NOT NULL LIMIT ${LOOKED_AT}),
      bought AS (
        SELECT c, min(d) AS d FROM looked
        WHERE p IN (SELECT "productId" FROM "Consumable" WHERE "shopId" = ${shopId} AND "holds" = 1) GROUP BY c)
      SELECT count(*) AS "n", coalesce(sum(EXISTS (
        SELECT 1 FROM "Purchase" q WHERE q."shopId" = ${shopId} AND q."customerId" = b.c
          AND q."boughtOn" > b.d AND q."boughtOn" <= b.d + ${MONTH})), 0) AS "again"
      FROM bought b`,
  );
  return { shoppersPerDay: (shoppers?.n ?? 0) / MONTH, baseRate: rateOf(buyers) };
}

/** Buyers of a consumable a day, and how many of them buy that product again within the window as it is. */
export async function reminderTraffic(
  reader: Reader,
  shopId: number,
  todayOn: number,
  windowDays: number,
): Promise<Traffic> {
  const looked = counted.parse(
    await reader.$queryRaw`
      WITH looked AS (
        SELECT "customerId" AS c, "boughtOn" AS d, "productId" AS p FROM "Purchase"
        WHERE "shopId" = ${shopId} AND "boughtOn" >= ${todayOn - windowDays - MONTH} AND "boughtOn" < ${todayOn - windowDays}
          AND "customerId" IS NOT NULL LIMIT ${LOOKED_AT}),
      bought AS (
        SELECT c, p, min(d) AS d FROM looked
        WHERE p IN (SELECT "productId" FROM "Consumable" WHERE "shopId" = ${shopId} AND "holds" = 1) GROUP BY c, p)
      SELECT count(*) AS "n", coalesce(sum(EXISTS (
        SELECT 1 FROM "Purchase" q WHERE q."shopId" = ${shopId} AND q."customerId" = b.c AND q."productId" = b.p
          AND q."boughtOn" > b.d AND q."boughtOn" <= b.d + ${windowDays})), 0) AS "again"
      FROM bought b`,
  );
  const [buyers] = due.parse(
    await reader.$queryRaw`
      SELECT count(DISTINCT c) AS "n" FROM (
        SELECT "customerId" AS c, "productId" AS p FROM "Purchase"
        WHERE "shopId" = ${shopId} AND "boughtOn" >= ${todayOn - MONTH} AND "boughtOn" < ${todayOn}
          AND "customerId" IS NOT NULL LIMIT ${LOOKED_AT * 4})
      WHERE p IN (SELECT "productId" FROM "Consumable" WHERE "shopId" = ${shopId} AND "holds" = 1)`,
  );
  return { shoppersPerDay: (buyers?.n ?? 0) / MONTH, baseRate: rateOf(looked[0]) };
}

/** Below so many buyers a share says nothing. */
const FEWEST_BUYERS = 50;

function rateOf(looked: { readonly n: number; readonly again: number } | undefined): number | null {
  return looked && looked.n >= FEWEST_BUYERS ? looked.again / looked.n : null;
}

import { int, statement } from '../../db/statement';
import type { Sql } from '../../ports';
import type { Traffic } from './comparison-input';

/** So many rows are looked at, however many there are: an estimate before launch needs no more. */
const LOOKED_AT = 5000;
const MONTH = 28;
const DAY_MS = 86_400_000;

const DUE = statement(
  `
  SELECT count(DISTINCT k."personId") AS "n"
  FROM (SELECT "keyId" FROM "Forecast" WHERE "shopId" = :shopId AND "bestOn" >= :from AND "bestOn" < :until LIMIT :take) f
    JOIN "ShopperKey" k ON k."id" = f."keyId" AND k."shopId" = :shopId`,
  { n: int },
);

const LOOKED = `
  WITH looked AS (
    SELECT "customerId" AS c, "boughtOn" AS d, "productId" AS p FROM "Purchase"
    WHERE "shopId" = :shopId AND "boughtOn" >= :from AND "boughtOn" < :until AND "customerId" IS NOT NULL LIMIT :take),
  held AS (
    SELECT c, d, p FROM looked
    WHERE p IN (SELECT "productId" FROM "Consumable" WHERE "shopId" = :shopId AND "holds" = TRUE))`;

const BOUGHT_AGAIN = statement(
  `${LOOKED},
  bought AS (SELECT c, min(d) AS d FROM held GROUP BY c)
  SELECT count(*) AS "n", count(CASE WHEN EXISTS (
    SELECT 1 FROM "Purchase" q WHERE q."shopId" = :shopId AND q."customerId" = b.c
      AND q."boughtOn" > b.d AND q."boughtOn" <= b.d + :within) THEN 1 END) AS "again"
  FROM bought b`,
  { n: int, again: int },
);

const BOUGHT_THE_SAME_AGAIN = statement(
  `${LOOKED},
  bought AS (SELECT c, p, min(d) AS d FROM held GROUP BY c, p)
  SELECT count(*) AS "n", count(CASE WHEN EXISTS (
    SELECT 1 FROM "Purchase" q WHERE q."shopId" = :shopId AND q."customerId" = b.c AND q."productId" = b.p
      AND q."boughtOn" > b.d AND q."boughtOn" <= b.d + :within) THEN 1 END) AS "again"
  FROM bought b`,
  { n: int, again: int },
);

const ORDERED_AGAIN = statement(
  `
  WITH looked AS (
    SELECT "customerId" AS c, "placedOn" AS d FROM "Order"
    WHERE "shopId" = :shopId AND "placedAt" >= :fromAt AND "placedAt" < :untilAt AND "customerId" IS NOT NULL
      AND "cancelledAt" IS NULL AND "isTest" = FALSE LIMIT :take),
  ordered AS (SELECT c, min(d) AS d FROM looked GROUP BY c)
  SELECT count(*) AS "n", count(CASE WHEN EXISTS (
    SELECT 1 FROM "Order" q WHERE q."shopId" = :shopId AND q."customerId" = o.c AND q."cancelledAt" IS NULL
      AND q."isTest" = FALSE AND q."placedOn" > o.d AND q."placedOn" <= o.d + :dueAfter) THEN 1 END) AS "before",
    count(CASE WHEN NOT EXISTS (
      SELECT 1 FROM "Order" q WHERE q."shopId" = :shopId AND q."customerId" = o.c AND q."cancelledAt" IS NULL
        AND q."isTest" = FALSE AND q."placedOn" > o.d AND q."placedOn" <= o.d + :dueAfter)
      AND EXISTS (
      SELECT 1 FROM "Order" q WHERE q."shopId" = :shopId AND q."customerId" = o.c AND q."cancelledAt" IS NULL
        AND q."isTest" = FALSE AND q."placedOn" > o.d + :dueAfter AND q."placedOn" <= o.d + :dueAfter + :within)
      THEN 1 END) AS "again"
  FROM ordered o`,
  { n: int, before: int, again: int },
);

const BUYERS = statement(`${LOOKED} SELECT count(DISTINCT c) AS "n" FROM held`, { n: int });

/**
 * Shoppers with something due on a day of the next four weeks, and how many buyers of a consumable order again within four
 * weeks as it is.
 */
export async function shelfTraffic(db: Sql, shopId: number, todayOn: number): Promise<Traffic> {
  const shoppers = await db.first(DUE, {
    shopId,
    from: todayOn,
    until: todayOn + MONTH,
    take: LOOKED_AT * 4,
  });
  const buyers = await db.first(BOUGHT_AGAIN, {
    shopId,
    from: todayOn - 2 * MONTH,
    until: todayOn - MONTH,
    take: LOOKED_AT,
    within: MONTH,
  });
  return { shoppersPerDay: (shoppers?.n ?? 0) / MONTH, baseRate: rateOf(buyers) };
}

/** Buyers of a consumable a day, and how many of them buy that product again within the window as it is. */
export async function reminderTraffic(
  db: Sql,
  shopId: number,
  todayOn: number,
  windowDays: number,
): Promise<Traffic> {
  const until = todayOn - windowDays;
  const looked = await db.first(BOUGHT_THE_SAME_AGAIN, {
    shopId,
    from: until - MONTH,
    until,
    take: LOOKED_AT,
    within: windowDays,
  });
  const buyers = await db.first(BUYERS, {
    shopId,
    from: todayOn - MONTH,
    until: todayOn,
    take: LOOKED_AT * 4,
  });
  return { shoppersPerDay: (buyers?.n ?? 0) / MONTH, baseRate: rateOf(looked) };
}

/** Days from an order to its two-week email, as it is set at first. */
const DUE_AFTER = 14;

/**
 * Customers a day whose order would be two weeks old with no newer one, and how many of them order within the four weeks
 * after that as it is. Whether they are subscribed to marketing only Shopify knows: fewer get the email.
 */
export async function followUpTraffic(db: Sql, shopId: number, todayOn: number): Promise<Traffic> {
  const untilOn = todayOn - MONTH - DUE_AFTER;
  const looked = await db.first(ORDERED_AGAIN, {
    shopId,
    fromAt: new Date((untilOn - MONTH) * DAY_MS),
    untilAt: new Date(untilOn * DAY_MS),
    take: LOOKED_AT * 4,
    dueAfter: DUE_AFTER,
    within: MONTH,
  });
  const n = looked ? looked.n - looked.before : 0;
  return { shoppersPerDay: n / MONTH, baseRate: rateOf(looked && { n, again: looked.again }) };
}

/** Below so many buyers a share says nothing. */
const FEWEST_BUYERS = 50;

function rateOf(looked: { readonly n: number; readonly again: number } | null): number | null {
  return looked && looked.n >= FEWEST_BUYERS ? looked.again / looked.n : null;
}

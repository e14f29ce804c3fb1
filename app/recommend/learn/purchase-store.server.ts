import { NAMED_IN_PUBLIC } from '../../catalogue/shown-product-store.server';
import { bigId, day, flag, orNull, statement, text } from '../../db/statement';
import type { Sql } from '../../ports';
import { openBaskets, type Baskets } from './baskets';
import { categoryOf } from './category-of';

const LINE = { buyer: text, productId: bigId, boughtOn: day };
const LINES = `p."productId", p."boughtOn" FROM "Purchase" p
  WHERE p."shopId" = :shopId AND p."boughtOn" > :sinceOn AND p."boughtOn" <= :lastOn AND p."isSubscription" = FALSE`;

// A buyer is a customer, else a browser, else a telephone number, else one order; each kind in the order of its own index.
const OF_CUSTOMERS = statement(
  `SELECT CAST(p."customerId" AS TEXT) AS "buyer", ${LINES} AND p."customerId" IS NOT NULL ORDER BY p."customerId"`,
  LINE,
);
const OF_BROWSERS = statement(
  `SELECT p."browserId" AS "buyer", ${LINES} AND p."customerId" IS NULL AND p."browserId" IS NOT NULL
  ORDER BY p."browserId"`,
  LINE,
);
const OF_NUMBERS = statement(
  `SELECT p."phoneHash" AS "buyer", ${LINES} AND p."customerId" IS NULL AND p."browserId" IS NULL
    AND p."phoneHash" IS NOT NULL ORDER BY p."phoneHash"`,
  LINE,
);
const OF_ORDERS = statement(
  `SELECT CAST(p."orderId" AS TEXT) AS "buyer", ${LINES} AND p."customerId" IS NULL AND p."browserId" IS NULL
    AND p."phoneHash" IS NULL ORDER BY p."orderId"`,
  LINE,
);

/** Tastes and ranges change: what is older teaches nothing, and bounds what has to be held. */
const LEARNT_DAYS = 2 * 365;

/** Everybody's purchases of the last two years. What comes by subscription was chosen once, and teaches nothing here. */
export async function loadBaskets(sql: Sql, shopId: number, lastOn: number): Promise<Baskets<bigint>> {
  const baskets = openBaskets<bigint>();
  const about = { shopId, lastOn, sinceOn: lastOn - LEARNT_DAYS };
  const kinds = [
    ['c', OF_CUSTOMERS],
    ['b', OF_BROWSERS],
    ['p', OF_NUMBERS],
    ['o', OF_ORDERS],
  ] as const;
  for (const [kind, lines] of kinds)
    for await (const { buyer, productId, boughtOn } of sql.each(lines, about))
      baskets.add({ buyer: `${kind}${buyer}`, productId, boughtOn });
  return baskets.close();
}

const PRODUCTS = statement(
  `SELECT p."productId", p."productType", p."categoryName",
    (${NAMED_IN_PUBLIC} AND p."isGiftCard" = FALSE AND p."requiresSellingPlan" = FALSE) AS "isShown"
  FROM "Product" p WHERE p."shopId" = :shopId`,
  { productId: bigId, productType: text, categoryName: orNull(text), isShown: flag },
);

/** What the shop sells, sold out or not: each product's category (empty without one), and whether a feed may show it. */
export async function loadShownProducts(
  sql: Sql,
  shopId: number,
): Promise<ReadonlyMap<bigint, { readonly category: string; readonly isShown: boolean }>> {
  const rows = await sql.all(PRODUCTS, { shopId });
  return new Map(rows.map((row) => [row.productId, { category: categoryOf(row), isShown: row.isShown }]));
}

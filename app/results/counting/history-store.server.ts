import { z } from 'zod';
import { categoryPrior, UNKNOWN_PRIOR } from '../../consumables/category-priors';
import { bigId, day, instant, int, json, oneOf, orNull, statement, text } from '../../db/statement';
import { readAbout } from '../../holdout/exposure-about';
import type { Sql } from '../../ports';
import { isTacticName } from '../../tactics/tactic';
import { actsOf } from './act-store.server';
import type { LoggedDraw, LoggedExposure, LoggedOrder, PersonHistory } from './person-history';

/**
 * Whether an exposure `e` of a key `k` counts, as SQL. One that was drawn on a checkout token counts once its order has
 * arrived, and only if the person behind it had no arm in those layers before: otherwise the person would stand in two arms,
 * so it is left out in every arm alike. Whoever set a reminder without having been counted (no consent) was acted upon before
 * the first exposure: what follows is left out as well. CROSS JOIN keeps the order: from the person's keys to their rows.
 */
export const STANDING_SQL = `
  CASE
    WHEN EXISTS (SELECT 1 FROM "ShopperKey" own CROSS JOIN "Reminder" r
                 WHERE own."shopId" = e."shopId" AND own."personId" = k."personId"
                   AND r."shopId" = own."shopId" AND r."keyId" = own."id" AND r."outsideAt" <= e."at")
      THEN 'late-identity'
    WHEN k."kind" <> 'checkout' THEN 'counts'
    WHEN NOT EXISTS (SELECT 1 FROM "Order" o WHERE o."shopId" = e."shopId" AND o."checkoutToken" = k."value")
      THEN 'order-awaited'
    WHEN EXISTS (SELECT 1 FROM "ShopperKey" other CROSS JOIN "Assignment" a
                 WHERE other."shopId" = e."shopId" AND other."personId" = k."personId" AND other."id" <> k."id"
                   AND a."shopId" = e."shopId" AND a."keyId" = other."id"
                   AND (a."layerId" = e."layerId" OR a."layerId" = e."holdoutLayerId") AND a."drawnAt" < e."at")
      THEN 'late-identity'
    ELSE 'counts'
  END`;

// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table. So does a list that may name a
// product twice: for a distinct one SQLite walks the shop's purchases by product.
const EXPOSURES = statement(
  `
  SELECT e."id", e."tactic", e."keyId", k."kind" AS "keyKind", e."businessKey", e."arm", e."layerId", e."holdoutLayerId",
    e."at", e."device", e."detail", ${STANDING_SQL} AS "standing"
  FROM "ShopperKey" k CROSS JOIN "Exposure" e
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND e."shopId" = k."shopId" AND e."keyId" = k."id"`,
  {
    ...{ id: int, tactic: text, keyId: int, keyKind: oneOf(['browser', 'account', 'checkout', 'erased']) },
    ...{ businessKey: text, arm: oneOf(['treated', 'control', 'holdout']) },
    ...{ layerId: orNull(int), holdoutLayerId: orNull(int), at: instant, device: text },
    ...{ detail: json(z.unknown()), standing: oneOf(['counts', 'order-awaited', 'late-identity']) },
  },
);

const DRAWS = statement(
  `
  SELECT a."keyId", a."layerId", l."name" AS "layer", a."arm", a."drawnAt" AS "at"
  FROM "ShopperKey" k CROSS JOIN "Assignment" a CROSS JOIN "Layer" l
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND a."shopId" = k."shopId" AND a."keyId" = k."id"
    AND l."id" = a."layerId" AND l."shopId" = a."shopId"`,
  {
    ...{ keyId: int, layerId: int, layer: oneOf(['holdout', 'shelf', 'reminder', 'follow-up']) },
    ...{ arm: text, at: instant },
  },
);

// Who ordered signed in, or was known by their address, is that customer, whoever else uses the browser. The plus keeps SQLite
// from finding a checkout among all orders without customer.
const ORDERS = statement(
  `
  WITH own AS (
    SELECT "kind", "value", CASE WHEN "kind" = 'account' THEN CAST("value" AS BIGINT) END AS "customerId"
    FROM "ShopperKey" WHERE "shopId" = :shopId AND "personId" = :personId),
  theirs AS (
    SELECT o."orderId" FROM own CROSS JOIN "Order" o
    WHERE own."kind" = 'account' AND o."shopId" = :shopId AND o."customerId" = own."customerId"
    UNION
    SELECT o."orderId" FROM own CROSS JOIN "Order" o
    WHERE own."kind" = 'browser' AND o."shopId" = :shopId AND o."browserId" = own."value" AND o."customerId" IS NULL
    UNION
    SELECT o."orderId" FROM own CROSS JOIN "Order" o
    WHERE own."kind" = 'checkout' AND o."shopId" = :shopId AND o."checkoutToken" = own."value"
      AND +o."customerId" IS NULL AND NOT EXISTS (
        SELECT 1 FROM "ShopperKey" b WHERE b."shopId" = :shopId AND b."kind" = 'browser' AND b."value" = o."browserId"))
  SELECT o."orderId", o."placedAt", o."placedOn", o."checkoutToken", o."currency", o."netMinor",
    (SELECT string_agg(CAST(p."productId" AS TEXT), ',') FROM "Purchase" p
     WHERE p."shopId" = o."shopId" AND p."orderId" = o."orderId") AS "products"
  FROM theirs CROSS JOIN "Order" o
  WHERE o."shopId" = :shopId AND o."orderId" = theirs."orderId" AND o."cancelledAt" IS NULL AND o."isTest" = FALSE`,
  {
    ...{ orderId: bigId, placedAt: instant, placedOn: day, checkoutToken: orNull(text), currency: text },
    ...{ netMinor: orNull(int), products: orNull(text) },
  },
);

const PRODUCTS = statement(
  `
  SELECT "productId", "title", "productType", "categoryId", "categoryName", "tags" FROM "Product"
  WHERE "shopId" = :shopId AND "productId" IN (SELECT "value" FROM numbers(:productIds))`,
  {
    ...{ productId: bigId, title: text, productType: text, categoryId: orNull(text) },
    ...{ categoryName: orNull(text), tags: json(z.unknown()) },
  },
);

/** Of each product that is known, the kind of consumable; null when nothing says it. */
type Kinds = Map<bigint, string | null>;

/** Reads persons' histories; kinds of products are remembered for as long as the reader lives. */
export function historyReader(db: Sql, shopId: number): (personId: number) => Promise<PersonHistory> {
  const kinds: Kinds = new Map();
  return async (personId) => {
    const person = { shopId, personId };
    const [exposures, draws, orders, acts] = await Promise.all([
      exposuresOf(db, person, kinds),
      drawsOf(db, person),
      ordersOf(db, person),
      actsOf(db, person),
    ]);
    return { exposures, draws, orders, acts };
  };
}

interface Person {
  readonly shopId: number;
  readonly personId: number;
}

async function exposuresOf(db: Sql, person: Person, kinds: Kinds): Promise<readonly LoggedExposure[]> {
  const rows = await db.all(EXPOSURES, person);
  const exposures = rows.flatMap(({ tactic, detail, ...row }) =>
    isTacticName(tactic) ? [{ ...row, tactic, ...readAbout(detail) }] : [],
  );
  await learnKinds(
    db,
    person.shopId,
    exposures.flatMap(({ productIds }) => productIds[0] ?? []),
    kinds,
  );
  return exposures.map(({ productIds: [about], ...exposure }) => ({
    ...exposure,
    category: about === undefined ? null : (kinds.get(about) ?? null),
  }));
}

/** Adds to `kinds` what it lacks of these products. */
async function learnKinds(
  db: Sql,
  shopId: number,
  productIds: readonly bigint[],
  kinds: Kinds,
): Promise<void> {
  const fresh = [...new Set(productIds)].filter((id) => !kinds.has(id));
  if (fresh.length === 0) return;
  for (const id of fresh) kinds.set(id, null);
  for (const { productId, ...product } of await db.all(PRODUCTS, { shopId, productIds: fresh })) {
    const prior = categoryPrior(product);
    if (prior !== UNKNOWN_PRIOR) kinds.set(productId, prior.name);
  }
}

function drawsOf(db: Sql, person: Person): Promise<readonly LoggedDraw[]> {
  return db.all(DRAWS, person);
}

async function ordersOf(db: Sql, person: Person): Promise<readonly LoggedOrder[]> {
  const orders = await db.all(ORDERS, person);
  return orders.map(({ products, ...order }) => ({
    ...order,
    productIds: products === null ? [] : [...new Set(products.split(','))].map(BigInt),
  }));
}

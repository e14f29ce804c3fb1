import { int, statement } from '../../db/statement';
import type { Sql } from '../../ports';

// CROSS JOIN keeps the order: from the few to their rows, never through a shop’s whole table.
const OF_KEYS = statement(
  `
  SELECT DISTINCT k."personId" FROM numbers(:keyIds) AS g CROSS JOIN "ShopperKey" k
  WHERE k."id" = g."value" AND k."shopId" = :shopId AND k."kind" <> 'erased'`,
  { personId: int },
);

const OF_ORDERS = statement(
  `
  WITH named AS (
    SELECT o."customerId", o."browserId", o."checkoutToken" FROM numbers(:orderIds) AS g CROSS JOIN "Order" o
    WHERE o."shopId" = :shopId AND o."orderId" = g."value")
  SELECT k."personId" FROM named CROSS JOIN "ShopperKey" k
  WHERE k."shopId" = :shopId AND k."kind" = 'account' AND k."value" = CAST(named."customerId" AS TEXT)
  UNION
  SELECT k."personId" FROM named CROSS JOIN "ShopperKey" k
  WHERE k."shopId" = :shopId AND k."kind" = 'browser' AND k."value" = named."browserId"
  UNION
  SELECT k."personId" FROM named CROSS JOIN "ShopperKey" k
  WHERE k."shopId" = :shopId AND k."kind" = 'checkout' AND k."value" = named."checkoutToken"`,
  { personId: int },
);

const NEXT_PERSONS = statement(
  `
  SELECT "personId" FROM "ShopperKey" WHERE "shopId" = :shopId AND "personId" > :after AND "kind" <> 'erased'
  GROUP BY "personId" ORDER BY "personId" LIMIT :take`,
  { personId: int },
);

// A shared browser moves to the account of its oldest link: whoever it left is still linked to it.
const NEIGHBOURS = statement(
  `
  WITH own AS (
    SELECT k."id" FROM numbers(:personIds) AS g CROSS JOIN "ShopperKey" k
    WHERE k."shopId" = :shopId AND k."personId" = g."value" AND k."kind" <> 'erased'),
  near AS (
    SELECT "id" FROM own
    UNION SELECT l."bKeyId" FROM own CROSS JOIN "ShopperLink" l WHERE l."shopId" = :shopId AND l."aKeyId" = own."id"
    UNION SELECT l."aKeyId" FROM own CROSS JOIN "ShopperLink" l WHERE l."shopId" = :shopId AND l."bKeyId" = own."id")
  SELECT DISTINCT k."personId" FROM near CROSS JOIN "ShopperKey" k
  WHERE k."id" = near."id" AND k."shopId" = :shopId`,
  { personId: int },
);

/** Persons to whom these keys belong; none for keys of somebody erased, whose counts are final. */
export async function personsOfKeys(
  db: Sql,
  shopId: number,
  keyIds: readonly number[],
): Promise<readonly number[]> {
  return idsOf(await db.all(OF_KEYS, { shopId, keyIds }));
}

/** The persons behind these orders: by customer, by browser and by checkout. */
export async function personsOfOrders(
  db: Sql,
  shopId: number,
  orderIds: readonly bigint[],
): Promise<readonly number[]> {
  return idsOf(await db.all(OF_ORDERS, { shopId, orderIds }));
}

/** Persons after one of them, in the order of their ids. */
export async function personsAfter(
  db: Sql,
  shopId: number,
  after: number,
  take: number,
): Promise<readonly number[]> {
  return idsOf(await db.all(NEXT_PERSONS, { shopId, after, take }));
}

/** These persons and everyone who shares a linked key with them. Nobody erased. */
export async function withNeighbours(
  db: Sql,
  shopId: number,
  personIds: readonly number[],
): Promise<readonly number[]> {
  return idsOf(await db.all(NEIGHBOURS, { shopId, personIds }));
}

function idsOf(rows: readonly { readonly personId: number }[]): readonly number[] {
  return rows.map((row) => row.personId);
}

import type { HotDatabase } from '../../ports';

// CROSS JOIN keeps the order: from the few to their rows, never through a shop’s whole table.
const OF_KEYS = `
  SELECT DISTINCT k."personId" FROM json_each(@keyIds) g CROSS JOIN "ShopperKey" k
  WHERE k."id" = g.value AND k."shopId" = @shopId AND k."kind" <> 'erased'`;

const OF_ORDERS = `
  WITH some AS (
    SELECT o."customerId", o."browserId", o."checkoutToken" FROM json_each(@orderIds) g CROSS JOIN "Order" o
    WHERE o."shopId" = @shopId AND o."orderId" = CAST(g.value AS INTEGER))
  SELECT k."personId" FROM some CROSS JOIN "ShopperKey" k
  WHERE k."shopId" = @shopId AND k."kind" = 'account' AND k."value" = CAST(some."customerId" AS TEXT)
  UNION
  SELECT k."personId" FROM some CROSS JOIN "ShopperKey" k
  WHERE k."shopId" = @shopId AND k."kind" = 'browser' AND k."value" = some."browserId"
  UNION
  SELECT k."personId" FROM some CROSS JOIN "ShopperKey" k
  WHERE k."shopId" = @shopId AND k."kind" = 'checkout' AND k."value" = some."checkoutToken"`;

const NEXT_PERSONS = `
  SELECT "personId" FROM "ShopperKey" WHERE "shopId" = ? AND "personId" > ? AND "kind" <> 'erased'
  GROUP BY "personId" ORDER BY "personId" LIMIT ?`;

// A shared browser moves to the account of its oldest link: whoever it left is still linked to it.
const NEIGHBOURS = `
  WITH own AS (
    SELECT k."id" FROM json_each(@personIds) g CROSS JOIN "ShopperKey" k
    WHERE k."shopId" = @shopId AND k."personId" = g.value AND k."kind" <> 'erased'),
  near AS (
    SELECT "id" FROM own
    UNION SELECT l."bKeyId" FROM own CROSS JOIN "ShopperLink" l WHERE l."shopId" = @shopId AND l."aKeyId" = own."id"
    UNION SELECT l."aKeyId" FROM own CROSS JOIN "ShopperLink" l WHERE l."shopId" = @shopId AND l."bKeyId" = own."id")
  SELECT DISTINCT k."personId" FROM near CROSS JOIN "ShopperKey" k WHERE k."id" = near."id"`;

/** Persons to whom these keys belong; none for keys of somebody erased, whose counts are final. */
export function personsOfKeys(
  hot: HotDatabase,
  shopId: number,
  keyIds: readonly number[],
): readonly number[] {
  return idsOf(hot.prepareRead(OF_KEYS).all({ shopId, keyIds: JSON.stringify(keyIds) }));
}

/** The persons behind these orders: by customer, by browser and by checkout. */
export function personsOfOrders(
  hot: HotDatabase,
  shopId: number,
  orderIds: readonly bigint[],
): readonly number[] {
  const ids = JSON.stringify(orderIds.map(String));
  return idsOf(hot.prepareRead(OF_ORDERS).all({ shopId, orderIds: ids }));
}

/** Persons after one of them, in the order of their ids. */
export function personsAfter(
  hot: HotDatabase,
  shopId: number,
  personId: number,
  take: number,
): readonly number[] {
  return idsOf(hot.prepareRead(NEXT_PERSONS).all(shopId, personId, take));
}

/** These persons and everyone who shares a linked key with them. Nobody erased. */
export function withNeighbours(
  hot: HotDatabase,
  shopId: number,
  personIds: readonly number[],
): readonly number[] {
  return idsOf(hot.prepareRead(NEIGHBOURS).all({ shopId, personIds: JSON.stringify(personIds) }));
}

function idsOf(rows: readonly unknown[]): readonly number[] {
  return (rows as { personId: bigint }[]).map((row) => Number(row.personId));
}

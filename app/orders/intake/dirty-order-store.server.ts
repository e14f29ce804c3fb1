import { bigId, int, statement } from '../../db/statement';
import type { Sql, Writer } from '../../ports';

export interface DirtyOrder {
  readonly orderId: bigint;
  readonly marks: number;
}

// WHERE tells SQLite that the ON after it begins no join.
const MARK = statement(`
  INSERT INTO "DirtyOrder" ("shopId", "orderId", "since", "marks")
  SELECT :shopId, n."value", :since, 1 FROM numbers(:orderIds) AS n WHERE TRUE
  ON CONFLICT ("shopId", "orderId") DO UPDATE SET "marks" = "DirtyOrder"."marks" + 1`);

const LIST = statement(
  `SELECT "orderId", "marks" FROM "DirtyOrder" WHERE "shopId" = :shopId ORDER BY "since", "orderId" LIMIT :take`,
  { orderId: bigId, marks: int },
);

const CLEAR = statement(`
  DELETE FROM "DirtyOrder" WHERE "shopId" = :shopId
    AND ("orderId", "marks") IN (SELECT r."orderId", r."marks" FROM rows(:seen, "orderId" number, "marks" number) AS r)`);

const FORGET = statement(`DELETE FROM "DirtyOrder" WHERE "shopId" = :shopId`);

const COUNT = statement(`SELECT count(*) AS "n" FROM "DirtyOrder" WHERE "shopId" = :shopId`, { n: int });

const COUNT_ALL = statement(`SELECT count(*) AS "n" FROM "DirtyOrder"`, { n: int });

/** Notes that orders changed at Shopify. A mark on top of a mark counts up, so that a refetch under way does not take it. */
export async function markOrdersDirty(
  tx: Writer,
  shopId: number,
  orderIds: readonly bigint[],
  since: Date,
): Promise<void> {
  await tx.run(MARK, { shopId, orderIds: [...new Set(orderIds)], since });
}

/** The orders that wait longest. */
export async function listDirtyOrders(db: Sql, shopId: number, take: number): Promise<readonly DirtyOrder[]> {
  return db.all(LIST, { shopId, take });
}

/** Takes away exactly the marks that were seen: an order marked again meanwhile stays dirty. */
export async function clearMarks(tx: Writer, shopId: number, seen: readonly DirtyOrder[]): Promise<void> {
  await tx.run(CLEAR, { shopId, seen });
}

/** Nothing of a shop is to be read any more. */
export async function forgetMarks(tx: Writer, shopId: number): Promise<void> {
  await tx.run(FORGET, { shopId });
}

export async function countDirtyOrders(db: Sql, shopId: number): Promise<number> {
  return (await db.first(COUNT, { shopId }))?.n ?? 0;
}

/** Of all shops. */
export async function countAllDirtyOrders(db: Sql): Promise<number> {
  return (await db.first(COUNT_ALL, {}))?.n ?? 0;
}

import type { HotDatabase, Reader, Tx } from '../../ports';

export interface DirtyOrder {
  readonly orderId: bigint;
  readonly marks: number;
}

/** Notes that orders changed at Shopify. A mark on top of a mark counts up, so that a refetch under way does not take it. */
export async function markOrdersDirty(
  tx: Tx,
  shopId: number,
  orderIds: readonly bigint[],
  since: Date,
): Promise<void> {
  for (const orderId of new Set(orderIds)) {
    await tx.$executeRaw`
      INSERT INTO "DirtyOrder" ("shopId", "orderId", "since", "marks")
      VALUES (${shopId}, ${orderId}, ${since.getTime()}, 1)
      ON CONFLICT ("shopId", "orderId") DO UPDATE SET "marks" = "DirtyOrder"."marks" + 1`;
  }
}

/** The orders that wait longest. */
export async function listDirtyOrders(
  db: Reader,
  shopId: number,
  take: number,
): Promise<readonly DirtyOrder[]> {
  return db.$queryRaw<DirtyOrder[]>`
    SELECT "orderId", "marks" FROM "DirtyOrder" WHERE "shopId" = ${shopId} ORDER BY "since", "orderId" LIMIT ${take}`;
}

/** Takes away exactly the marks that were seen: an order marked again meanwhile stays dirty. */
export async function clearMarks(tx: Tx, shopId: number, seen: readonly DirtyOrder[]): Promise<void> {
  for (const { orderId, marks } of seen)
    await tx.$executeRaw`
      DELETE FROM "DirtyOrder" WHERE "shopId" = ${shopId} AND "orderId" = ${orderId} AND "marks" = ${marks}`;
}

export async function countDirtyOrders(db: Reader | Tx, shopId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ n: bigint | number }[]>`
    SELECT count(*) AS "n" FROM "DirtyOrder" WHERE "shopId" = ${shopId}`;
  return Number(row?.n ?? 0);
}

/** Of all shops. */
export function countAllDirtyOrders(hot: HotDatabase): number {
  const { n } = hot.prepareRead('SELECT count(*) AS "n" FROM "DirtyOrder"').get() as { n: bigint };
  return Number(n);
}

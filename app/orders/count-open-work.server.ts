import type { HotDatabase } from '../ports';

const OPEN = `
  SELECT (SELECT count(*) FROM "InboxMessage" WHERE "state" = 'new') AS "inbox",
    (SELECT count(*) FROM "DirtyOrder") AS "dirtyOrders"`;

/** What has arrived and is not worked off yet. */
export async function countOpenWork(hot: HotDatabase): Promise<{ inbox: number; dirtyOrders: number }> {
  const row = hot.prepareRead(OPEN).get() as { inbox: bigint; dirtyOrders: bigint };
  return { inbox: Number(row.inbox), dirtyOrders: Number(row.dirtyOrders) };
}

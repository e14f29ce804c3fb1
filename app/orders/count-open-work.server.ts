import type { Reader } from '../ports';

/** What has arrived and is not worked off yet. */
export async function countOpenWork(db: Reader): Promise<{ inbox: number; dirtyOrders: number }> {
  const [inbox, dirtyOrders] = await Promise.all([
    db.inboxMessage.count({ where: { state: 'new' } }),
    db.dirtyOrder.count(),
  ]);
  return { inbox, dirtyOrders };
}

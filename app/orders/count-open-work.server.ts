import type { Sql } from '../ports';
import { countAllDirtyOrders } from './intake/dirty-order-store.server';
import { countNewMessages } from './intake/inbox-store.server';

/** What has arrived and is not worked off yet. */
export async function countOpenWork(db: Sql): Promise<{ inbox: number; dirtyOrders: number }> {
  return { inbox: await countNewMessages(db), dirtyOrders: await countAllDirtyOrders(db) };
}

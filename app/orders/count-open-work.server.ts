import type { HotDatabase } from '../ports';
import { countAllDirtyOrders } from './intake/dirty-order-store.server';
import { countNewMessages } from './intake/inbox-store.server';

/** What has arrived and is not worked off yet. */
export async function countOpenWork(hot: HotDatabase): Promise<{ inbox: number; dirtyOrders: number }> {
  return { inbox: countNewMessages(hot), dirtyOrders: countAllDirtyOrders(hot) };
}

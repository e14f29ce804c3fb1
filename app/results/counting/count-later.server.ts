import type { Ports } from '../../ports';
import { hasLayer } from './limit-store.server';

/** Asks for the persons behind these orders to be counted anew; nothing to do before a tactic was ever switched on. */
export async function countLater(
  ports: Pick<Ports, 'db' | 'jobs'>,
  { shopId, orderIds }: { readonly shopId: number; readonly orderIds: readonly bigint[] },
): Promise<void> {
  if (!(await hasLayer(ports.db.read, shopId))) return;
  const payload = { orderIds: orderIds.map(String) };
  await ports.db.group((tx) => ports.jobs.enqueue(tx, { kind: 'results.collect', shopId, payload }));
}

import type { Ports } from '../ports';

/** Goes on reading the shop's past after a failure, where it stopped. */
export async function retryBackfill(ports: Pick<Ports, 'db' | 'jobs'>, shopId: number): Promise<void> {
  await ports.db.write((tx) => ports.jobs.enqueue(tx, { kind: 'orders.backfill', shopId, key: `${shopId}` }));
}

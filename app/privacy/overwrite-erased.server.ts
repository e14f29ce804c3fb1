import type { Ports } from '../ports';

/**
 * Job `privacy.overwrite-erased`: takes out of the database's files what an erasure in the shop has deleted. The queue runs
 * it once the erasure's own job has gone, which names the person too.
 * @throws Error while a long scan still reads from before the erasure: the queue tries again.
 */
export async function overwriteErased(ports: Pick<Ports, 'db'>): Promise<void> {
  if (!(await ports.db.overwriteDeleted()))
    throw new Error(
      'The log of the database is still being read; what was erased goes out of it after that.',
    );
}

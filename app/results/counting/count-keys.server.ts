import type { Ports } from '../../ports';
import { personsOfKeys } from './person-store.server';
import { loadCounting, recountPersons } from './recount-persons.server';

/** Counts the persons of these keys anew, now: an erasure runs alone in its shop. */
export async function countKeys(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  keyIds: readonly number[],
): Promise<void> {
  const counting = await loadCounting(ports, shopId);
  if (counting) await recountPersons(ports, counting, await personsOfKeys(ports.db.read, shopId, keyIds));
}

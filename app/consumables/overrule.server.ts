import type { Ports } from '../ports';
import { saveWord, takeBackWord } from './overruling-store.server';
import type { VerdictSelection } from './verdict-view';

type OverrulePorts = Pick<Ports, 'db' | 'clock' | 'jobs' | 'random'>;

/**
 * The merchant's word on products; null takes it back. It holds at once and through every later run of the model;
 * forecasts follow.
 * @returns how many products it changed, and the name by which the change can be undone
 */
export async function overruleVerdicts(
  ports: OverrulePorts,
  about: { shopId: number; selection: VerdictSelection; merchantSays: boolean | null },
): Promise<{ readonly changed: number; readonly changeId: string }> {
  const { shopId, selection, merchantSays } = about;
  const word = { says: merchantSays, at: ports.clock.now(), changeId: ports.random.id() };
  const changed = await ports.db.write(async (tx) => {
    const products = await saveWord(tx, shopId, selection, word);
    if (products > 0) await ports.jobs.enqueue(tx, { kind: 'refills.rebuild', shopId, key: `${shopId}` });
    return products;
  });
  return { changed, changeId: word.changeId };
}

/**
 * Undoes a change as one: every product says again what it said before, unless the merchant has spoken about it since.
 * @returns how many products it put back; 0 when the change is unknown or was undone already
 */
export async function undoOverruling(
  ports: Pick<Ports, 'db' | 'jobs'>,
  shopId: number,
  changeId: string,
): Promise<number> {
  return ports.db.write(async (tx) => {
    const products = await takeBackWord(tx, shopId, changeId);
    if (products > 0) await ports.jobs.enqueue(tx, { kind: 'refills.rebuild', shopId, key: `${shopId}` });
    return products;
  });
}

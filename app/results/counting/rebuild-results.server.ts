import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ports } from '../../ports';
import { addSums, isChange, type Totals } from './add-sums';
import { contributionsOf } from './contributions';
import type { Outcome } from './outcome';
import { outcomesAfter } from './outcome-store.server';
import { personsAfter } from './person-store.server';
import { recountPersons, type Counting } from './recount-persons.server';
import { addToSums, allSums } from './sum-store.server';

/** Rows read, or written, in one turn of the event loop: a few milliseconds. */
const ROWS_AT_ONCE = 500;
const PERSONS_AT_ONCE = 200;

/** Counts everybody of a shop anew from draws, exposures, orders and acts. Who was erased keeps their final counts. */
export async function rebuildOutcomes(ports: Pick<Ports, 'db'>, counting: Counting): Promise<void> {
  for (let after = 0; ;) {
    const persons = await personsAfter(ports.db.read, counting.shop.id, after, PERSONS_AT_ONCE);
    const last = persons.at(-1);
    if (last === undefined) return;
    await recountPersons(ports, counting, persons);
    after = last;
  }
}

/**
 * Works the daily sums out anew from the outcomes and writes only what differs: after a limit was fixed, or to be sure.
 * @returns how many sums were wrong
 */
export async function rebuildSums(
  ports: Pick<Ports, 'db'>,
  { shop, limits }: Pick<Counting, 'shop' | 'limits'>,
): Promise<number> {
  const { read } = ports.db;
  const totals: Totals = new Map();
  for (let after: Outcome | null = null; ;) {
    const outcomes: readonly Outcome[] = await outcomesAfter(read, shop.id, after, ROWS_AT_ONCE);
    for (const outcome of outcomes)
      addSums(totals, contributionsOf(outcome, limits.get(outcome.layerId) ?? null));
    after = outcomes.at(-1) ?? null;
    if (!after) break;
    await nextTurn();
  }
  addSums(totals, await allSums(read, shop.id), -1);
  const wrong = [...totals.values()].filter(isChange);
  for (let from = 0; from < wrong.length; from += ROWS_AT_ONCE) {
    const together = wrong.slice(from, from + ROWS_AT_ONCE);
    await ports.db.group((tx) => addToSums(tx, shop.id, together));
  }
  return wrong.length;
}

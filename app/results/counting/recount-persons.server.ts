import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Ports, Writer } from '../../ports';
import { loadShop } from '../../shops/shop-store.server';
import { addSums, isChange, type Totals } from './add-sums';
import { contributionsOf } from './contributions';
import { countPerson, type CountedShop } from './count-person';
import type { DailySum } from './daily-sum';
import { historyReader } from './history-store.server';
import { loadLimits } from './limit-store.server';
import type { Outcome } from './outcome';
import { outcomesOfPerson, removeOutcomes, saveOutcomes } from './outcome-store.server';
import { withNeighbours } from './person-store.server';
import { addToSums } from './sum-store.server';

/** Persons read, counted and saved in one turn: a few milliseconds. */
const PERSONS_AT_ONCE = 20;

/** What counting the persons of a shop needs to know of it; loaded once for many. */
export interface Counting {
  readonly shop: CountedShop & { readonly id: number };
  /** By layer; a layer without a limit is absent. */
  readonly limits: ReadonlyMap<number, number>;
}

/** @returns null when the shop is gone */
export async function loadCounting(ports: Pick<Ports, 'db'>, shopId: number): Promise<Counting | null> {
  const shop = await loadShop(ports.db.read, shopId);
  return shop && { shop, limits: await loadLimits(ports.db.read, shopId) };
}

/**
 * Counts these persons anew, and those whom a shared key once tied to them, and lets the daily sums follow in the same
 * commit. May be called any number of times, in any order, by one job of the shop at a time.
 * @param after runs in the last commit, for a cursor
 */
export async function recountPersons(
  ports: Pick<Ports, 'db'>,
  counting: Counting,
  personIds: readonly number[],
  after: (tx: Writer) => Promise<void> = async () => undefined,
): Promise<void> {
  const { read } = ports.db;
  const { shop, limits } = counting;
  const everyone = await withNeighbours(read, shop.id, personIds);
  const readHistory = historyReader(read, shop.id);
  for (let from = 0; from < Math.max(1, everyone.length); from += PERSONS_AT_ONCE) {
    const removed: Outcome[] = [];
    const saved: Outcome[] = [];
    for (const personId of everyone.slice(from, from + PERSONS_AT_ONCE)) {
      const old = await outcomesOfPerson(read, shop.id, personId);
      const current = countPerson(await readHistory(personId), shop);
      if (isDeepStrictEqual(inOrder(old), inOrder(current))) continue;
      removed.push(...old);
      saved.push(...current);
    }
    const isLast = from + PERSONS_AT_ONCE >= everyone.length;
    if (saved.length + removed.length === 0 && !isLast) {
      await nextTurn();
      continue;
    }
    const changes = changesOf(removed, saved, limits);
    await ports.db.group(async (tx) => {
      await removeOutcomes(tx, shop.id, removed);
      await saveOutcomes(tx, shop.id, saved);
      await addToSums(tx, shop.id, changes);
      if (isLast) await after(tx);
    });
  }
}

function changesOf(
  removed: readonly Outcome[],
  saved: readonly Outcome[],
  limits: ReadonlyMap<number, number>,
): readonly DailySum[] {
  const changes: Totals = new Map();
  const limit = (outcome: Outcome) => limits.get(outcome.layerId) ?? null;
  for (const outcome of removed) addSums(changes, contributionsOf(outcome, limit(outcome)), -1);
  for (const outcome of saved) addSums(changes, contributionsOf(outcome, limit(outcome)));
  return [...changes.values()].filter(isChange);
}

function inOrder(outcomes: readonly Outcome[]): readonly Outcome[] {
  return [...outcomes].sort((a, b) => a.tactic.localeCompare(b.tactic) || a.keyId - b.keyId);
}

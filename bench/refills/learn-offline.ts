import { evenly } from '../../app/refills/model/evenly';
import { fitRefillModel } from '../../app/refills/model/fit-refill-model';
import type { FoldedCase } from '../../app/refills/model/folded-case';
import type { RefillModel } from '../../app/refills/model/refill-model';
import { SHOP_KINDS } from './generate-shops';
import { buildHistory, type PurchaseRow } from './history';
import { foldHistory } from './larder-dates';

/** Of each shop as many cases, so that none is the pool. */
const CASES_WITH_RHYTHM = 1600;
const CASES_WITHOUT = 800;
/** Neither the shops of the bench (seed 7) nor what it asks of the UCI file after day 181. */
const SEED = 1;
const UCI_LAST_DAY = 181;

/** Learns the starting model from the UCI file's first half year and one invented shop of each kind, all ending on day 0. */
export function learnOffline(uci: readonly PurchaseRow[], start: RefillModel): RefillModel {
  const shops: { rows: readonly PurchaseRow[]; end: number }[] = [
    { rows: uci.filter((row) => row.day <= UCI_LAST_DAY), end: UCI_LAST_DAY },
    ...Object.values(SHOP_KINDS).map(({ make, end }) => ({ rows: make(SEED), end })),
  ];
  const pool: FoldedCase[] = [];
  for (const { rows, end } of shops) {
    const shifted = rows.map((row) => ({ ...row, day: row.day - end }));
    const cases = foldHistory(buildHistory(shifted, 0));
    const own = cases.filter(({ refillCase }) => refillCase.gaps.length >= 2);
    const few = cases.filter(({ refillCase }) => refillCase.gaps.length < 2);
    pool.push(...evenly(own, CASES_WITH_RHYTHM), ...evenly(few, CASES_WITHOUT));
  }
  pool.sort((a, b) => a.refillCase.onDay - b.refillCase.onDay);
  const { when, ...learned } = fitRefillModel(pool, 0, start);
  // Of shops laid side by side neither days of the week nor demand mean anything.
  const weekdays = { ...when.weekdays, shares: start.when.weekdays.shares };
  const { usualRates, lately } = start.chances;
  return {
    ...learned,
    horizonDays: start.horizonDays,
    when: { ...when, weekdays },
    chances: { ...learned.chances, usualRates, lately },
  };
}

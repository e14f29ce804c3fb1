import type { DailySum } from './daily-sum';

/** Adds rows up by what they are of. `sign` −1 takes them off again. Changes `totals` and returns it. */
export function addSums(
  totals: Map<string, DailySum>,
  rows: readonly DailySum[],
  sign: 1 | -1 = 1,
): Map<string, DailySum> {
  for (const row of rows) {
    const key = `${row.tactic} ${row.layerId} ${row.arm} ${row.metric} ${row.dayOn} ${row.segment}`;
    const so = totals.get(key);
    totals.set(key, {
      ...row,
      persons: (so?.persons ?? 0) + sign * row.persons,
      sum: (so?.sum ?? 0) + sign * row.sum,
      sumSquares: (so?.sumSquares ?? 0) + sign * row.sumSquares,
      sumProducts: (so?.sumProducts ?? 0) + sign * row.sumProducts,
    });
  }
  return totals;
}

/** Whether adding a row would change something. */
export function isChange({ persons, sum, sumSquares, sumProducts }: DailySum): boolean {
  return persons !== 0 || sum !== 0 || sumSquares !== 0 || sumProducts !== 0;
}

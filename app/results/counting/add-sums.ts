import type { DailySum } from './daily-sum';

/** Daily sums being added up, by what they are of. */
export type Totals = Map<string, { -readonly [Field in keyof DailySum]: DailySum[Field] }>;

/** Adds rows to totals, or with −1 takes them off again. Changes `totals`: millions of rows go through here. */
export function addSums(totals: Totals, rows: readonly DailySum[], sign: 1 | -1 = 1): void {
  for (const row of rows) {
    const key = `${row.tactic} ${row.layerId} ${row.arm} ${row.metric} ${row.dayOn} ${row.segment}`;
    let total = totals.get(key);
    if (!total) totals.set(key, (total = { ...row, persons: 0, sum: 0, sumSquares: 0, sumProducts: 0 }));
    total.persons += sign * row.persons;
    total.sum += sign * row.sum;
    total.sumSquares += sign * row.sumSquares;
    total.sumProducts += sign * row.sumProducts;
  }
}

/** Whether adding a row would change something. */
export function isChange({ persons, sum, sumSquares, sumProducts }: DailySum): boolean {
  return persons !== 0 || sum !== 0 || sumSquares !== 0 || sumProducts !== 0;
}

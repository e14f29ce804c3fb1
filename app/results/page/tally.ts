import type { DailySum, SegmentName, Side, SumMetric } from '../counting/daily-sum';
import type { ConversionLabels } from '../statistics/conversion-labels';

export interface SumCell {
  readonly persons: number;
  readonly sum: number;
  readonly sumSquares: number;
  readonly sumProducts: number;
}

const EMPTY: SumCell = { persons: 0, sum: 0, sumSquares: 0, sumProducts: 0 };

/** The sums of one version of one comparison up to a day, by what is asked of them. */
export interface Tally {
  total(arm: Side, metric: SumMetric, segment?: SegmentName): SumCell;
  /** Persons of both arms, as labels. */
  labels(metric: SumMetric, segment?: SegmentName): ConversionLabels;
  /** Persons by arm on one day. */
  onDay(metric: SumMetric, dayOn: number): ConversionLabels;
  /** Every segment that has rows, but for `all`, in the order of their names. */
  readonly segments: readonly SegmentName[];
  /** First and last day with rows; null without any. */
  readonly days: { readonly first: number; readonly last: number } | null;
}

/**
 * Adds daily sums up, in whatever order they come.
 * @param untilOn rows of later days are left out
 */
export function tallyOf(rows: readonly DailySum[], untilOn: number): Tally {
  const totals = new Map<string, SumCell>();
  const byDay = new Map<string, number>();
  const segments = new Set<SegmentName>();
  let first = Infinity;
  let last = -Infinity;
  for (const row of rows) {
    if (row.dayOn > untilOn) continue;
    const key = `${row.segment} ${row.arm} ${row.metric}`;
    totals.set(key, addCells(totals.get(key) ?? EMPTY, row));
    if (row.segment !== 'all') {
      segments.add(row.segment);
      continue;
    }
    const dayKey = `${row.arm} ${row.metric} ${row.dayOn}`;
    byDay.set(dayKey, (byDay.get(dayKey) ?? 0) + row.persons);
    first = Math.min(first, row.dayOn);
    last = Math.max(last, row.dayOn);
  }
  const total: Tally['total'] = (arm, metric, segment = 'all') =>
    totals.get(`${segment} ${arm} ${metric}`) ?? EMPTY;
  return {
    total,
    labels: (metric, segment) => ({
      treated: total('treated', metric, segment).persons,
      control: total('control', metric, segment).persons,
    }),
    onDay: (metric, dayOn) => ({
      treated: byDay.get(`treated ${metric} ${dayOn}`) ?? 0,
      control: byDay.get(`control ${metric} ${dayOn}`) ?? 0,
    }),
    segments: [...segments].sort(),
    days: first <= last ? { first, last } : null,
  };
}

function addCells(a: SumCell, b: SumCell): SumCell {
  return {
    persons: a.persons + b.persons,
    sum: a.sum + b.sum,
    sumSquares: a.sumSquares + b.sumSquares,
    sumProducts: a.sumProducts + b.sumProducts,
  };
}

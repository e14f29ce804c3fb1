import type { FoldedCase } from './folded-case';

/** Visits of returning shoppers, and the days on which one could have come. */
export interface VisitCounts {
  readonly visits: number;
  readonly shopperDays: number;
}

/** A shopper counts as returning for this long after a visit; later they are gone or start anew. */
const RETURNING_DAYS = 90;
/** Whole weeks: days of the week differ more than weeks do. */
const LATELY_DAYS = 14;
/** The usual rate counts for this many visits beside those of the last two weeks. */
const PSEUDO_VISITS = 150;

/** How often returning shoppers came, for any two weeks of a shop's history. Memory grows with its days. */
export interface VisitLog {
  /** The two weeks that end on the evening before `day`. */
  latelyOn(day: number): VisitCounts;
  /** Visits per shopper and day in them. */
  rateOn(day: number): number;
}

export function openVisitLog(cases: readonly FoldedCase[], beforeDay: number): VisitLog {
  const firstOn = cases[0]?.refillCase.onDay ?? beforeDay;
  const days = Math.max(0, beforeDay - firstOn);
  const visits = new Float64Array(days + 1);
  const shopperDays = new Float64Array(days + 2);
  for (const visitDays of new Set(cases.map((folded) => folded.visitDays)))
    visitDays.forEach((day, i) => {
      if (day >= beforeDay) return;
      const next = visitDays[i + 1] ?? Infinity;
      const until = Math.min(next, day + RETURNING_DAYS, beforeDay - 1);
      shopperDays[day + 1 - firstOn]! += 1;
      shopperDays[until + 1 - firstOn]! -= 1;
      if (next <= until) visits[next - firstOn]! += 1;
    });
  const sums = { visits: runningSum(visits), shopperDays: runningSum(runningSum(shopperDays)) };
  const latelyOn = (day: number): VisitCounts => {
    const to = Math.min(days, Math.max(0, day - firstOn));
    const from = Math.max(0, to - LATELY_DAYS);
    const between = (of: Float64Array) => (of[to - 1] ?? 0) - (of[from - 1] ?? 0);
    return { visits: between(sums.visits), shopperDays: between(sums.shopperDays) };
  };
  return {
    latelyOn,
    rateOn(day) {
      const lately = latelyOn(day);
      return lately.visits / Math.max(1, lately.shopperDays);
    },
  };
}

/** ln of how much more often than at `usualRate` shoppers come back lately, shrunk to 0 where visits are few. */
export function demandLately(lately: VisitCounts, usualRate: number): number {
  return Math.log((lately.visits + PSEUDO_VISITS) / (usualRate * lately.shopperDays + PSEUDO_VISITS));
}

function runningSum(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}

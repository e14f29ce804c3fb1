import type { RefillCase } from './refill-case';

/** On which days of the week shoppers come: a weekly rhythm puts the next purchase a whole number of weeks ahead. */
export interface WeekdayModel {
  /** Shares of the days of the week (day mod 7) among purchases that came; they sum to one. */
  readonly shares: readonly number[];
  /** So many visits these shares count for, beside a shopper's own latest visits. */
  readonly visits: number;
}

const DAYS = 7;

/** How much likelier than on any other day a purchase is on each day of the week (day mod 7); 1 on average. */
export function weekdayFactors(refillCase: RefillCase, { shares, visits }: WeekdayModel): number[] {
  const all = visits + refillCase.visitGaps.length + 1;
  return visitsOn(refillCase).map((on, weekday) => (DAYS * (visits * shares[weekday]! + on)) / all);
}

/** A shopper's latest visits by the day of the week. */
function visitsOn(refillCase: RefillCase): number[] {
  const counts = new Array<number>(DAYS).fill(0);
  let day = refillCase.onDay;
  counts[weekdayOf(day)]! += 1;
  for (let i = refillCase.visitGaps.length - 1; i >= 0; i -= 1) {
    day -= refillCase.visitGaps[i]!;
    counts[weekdayOf(day)]! += 1;
  }
  return counts;
}

export function weekdayOf(day: number): number {
  return ((day % DAYS) + DAYS) % DAYS;
}

interface Arrival {
  readonly refillCase: RefillCase;
  readonly nextIn: number;
  readonly weight: number;
}

/** Pseudo-purchases that hold the shares where the prior has them. */
const PRIOR_PURCHASES = 50;
const TRIED_VISITS = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] as const;
/** A stronger pull of a shopper's own days must be worth this much likelihood, as ln. */
const LEAST_GAIN = 3;

/**
 * The shop's shares, and how many visits they count for: the count that makes the days that came likeliest (Dirichlet and
 * multinomial: Minka 2000, "Estimating a Dirichlet distribution"; here on a grid).
 */
export function fitWeekdays(arrivals: readonly Arrival[], prior: WeekdayModel): WeekdayModel {
  const sums = prior.shares.map((share) => PRIOR_PURCHASES * share);
  let all = PRIOR_PURCHASES;
  for (const { refillCase, nextIn, weight } of arrivals) {
    sums[weekdayOf(refillCase.onDay + nextIn)]! += weight;
    all += weight;
  }
  const shares = sums.map((sum) => sum / all);
  // Of each arrival its day of the week, the visits on such days, and all: whatever count is tried, they stay.
  const seen = arrivals.map(({ refillCase, nextIn, weight }) => {
    const weekday = weekdayOf(refillCase.onDay + nextIn);
    return { weekday, weight, on: visitsOn(refillCase)[weekday]!, all: refillCase.visitGaps.length + 1 };
  });
  const likelihood = (visits: number) => {
    let sum = 0;
    for (const { weekday, weight, on, all } of seen)
      sum += weight * Math.log(1e-3 + (DAYS * (visits * shares[weekday]! + on)) / (visits + all));
    return sum;
  };
  let best = { visits: prior.visits, worth: likelihood(prior.visits) + LEAST_GAIN };
  for (const visits of TRIED_VISITS) {
    const worth = likelihood(visits);
    if (worth > best.worth) best = { visits, worth };
  }
  return { shares, visits: best.visits };
}

import type { Side } from './daily-sum';
import type { LimitedRevenue } from '../statistics/revenue-betting';
import type { RevenueArm } from '../statistics/revenue-permutation';
import type { Tally } from '../page/tally';

/** Spends are kept as hundredths of the limit, rounded up. */
const BINS = 100;

const VALUES: readonly number[] = Array.from({ length: BINS }, (_, index) => (index + 1) / BINS);

/** How many closed buyers of an arm fall into each hundredth of the limit. */
export function binCounts(tally: Tally, arm: Side): readonly number[] {
  return VALUES.map((_, index) => tally.total(arm, `revenue-bin:${index + 1}`).persons);
}

/** Closed buyers' spends as shares of the limit, for the test that may be watched daily. */
export function binnedRevenue(tally: Tally): LimitedRevenue {
  const buyers = { treated: binCounts(tally, 'treated'), control: binCounts(tally, 'control') };
  return { treated: VALUES, control: VALUES, buyers };
}

/** The same for the test of the review, which deals buyers out one by one. */
export function revenueArm(tally: Tally, arm: Side): RevenueArm {
  const spends = binCounts(tally, arm).flatMap((buyers, index) =>
    new Array<number>(buyers).fill(VALUES[index] ?? 1),
  );
  return { shoppers: tally.total(arm, 'closed').persons, spends };
}

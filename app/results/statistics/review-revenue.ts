import { normalUpperTail } from './distributions';
import { absoluteDifference } from './difference';
import { valueMoments, type Moments } from './moments';
import { permutationTest, PERMUTATIONS, type RevenueArm } from './revenue-permutation';
import type { RandomNumber } from './seeded-random';

/** Buyers dealt out in all deals together: about a tenth of a second. */
const MOST_DEALT = 10_000_000;
/** With so many buyers in the smaller arm and spends below a limit, the deals are normal to three digits. */
const NORMAL_FROM = 10_000;

/**
 * p-value of "the mean revenue per shopper is the same" at the review, quick enough for a page: the studentised permutation
 * test with fewer deals the more buyers there are, and its normal limit for very many.
 */
export function reviewRevenueP(treated: RevenueArm, control: RevenueArm, random: RandomNumber): number {
  const fewest = Math.min(treated.spends.length, control.spends.length);
  if (fewest < NORMAL_FROM) {
    const draws = Math.min(PERMUTATIONS, Math.floor(MOST_DEALT / Math.max(1, fewest)));
    return permutationTest(treated, control, random, draws)(1);
  }
  const { estimate, standardError } = absoluteDifference(momentsOf(treated), momentsOf(control));
  return standardError > 0 ? Math.min(1, 2 * normalUpperTail(Math.abs(estimate) / standardError)) : 1;
}

function momentsOf({ shoppers, spends }: RevenueArm): Moments {
  let sum = 0;
  let sumSquares = 0;
  for (const spend of spends) {
    sum += spend;
    sumSquares += spend * spend;
  }
  return valueMoments({ units: shoppers, sum, sumSquares });
}

import { sequenceReach, sequenceScale } from '../../app/results/statistics/asymptotic-sequence';
import { rateMoments, relativeDifference } from './one-look';
import type { Totals } from './shop-days';

/** The z-test for two proportions at 5 %, as if this look were the only one. */
export function naiveZSays(totals: Readonly<Totals>): boolean {
  const { treated, control, convertedTreated, convertedControl } = totals;
  if (convertedTreated === 0 || convertedControl === 0) return false;
  const pooled = (convertedTreated + convertedControl) / (treated + control);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / treated + 1 / control));
  return Math.abs(convertedTreated / treated - convertedControl / control) > 1.959964 * error;
}

const GROWTHBOOK_SCALE = sequenceScale(0.05, 5000);

/**
 * GrowthBook's sequential test as it comes: relative lift by the delta method, tuning parameter 5000, 5 % (gbstats at
 * 8f1db4456915). Agrees with its unit tests through `relativeDifference` and `sequenceReach`.
 */
export function growthBookSays(totals: Readonly<Totals>): boolean {
  const { treated, control, convertedTreated, convertedControl } = totals;
  if (convertedTreated === 0 || convertedControl === 0) return false;
  const { estimate, standardError } = relativeDifference(
    rateMoments(treated, convertedTreated),
    rateMoments(control, convertedControl),
  );
  return Math.abs(estimate) > standardError * sequenceReach(treated + control, GROWTHBOOK_SCALE, 0.05);
}

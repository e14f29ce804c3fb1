import type { ConversionLabels, LiftInterval } from './conversion-labels';
import { betaQuantile, lnBetaTails } from './incomplete-beta';

/**
 * Exact p-value of "the rates have this ratio" for one single look at a date fixed beforehand: given all conversions, the
 * treated ones are Binomial(n, w·ratio / (w·ratio + 1 − w)); twice the smaller tail. Not valid when looked at repeatedly.
 * @param labels open labels for the test of no effect; closed windows for any other ratio
 */
export function reviewP(labels: ConversionLabels, treatedShare: number, ratio = 1): number {
  const odds = (treatedShare * ratio) / (1 - treatedShare);
  const chance = odds / (1 + odds);
  const { treated, control } = labels;
  // P(X ≥ k) = P(Beta(k, n − k + 1) ≤ chance); P(X ≤ k) = P(Beta(k + 1, n − k) > chance).
  const lnAtLeast = treated === 0 ? 0 : lnBetaTails(chance, treated, control + 1).lnLower;
  const lnAtMost = control === 0 ? 0 : lnBetaTails(chance, treated + 1, control).lnUpper;
  return Math.min(1, 2 * Math.exp(Math.min(lnAtLeast, lnAtMost)));
}

/**
 * Exact interval of the lift for one single look, coverage ≥ 1 − alpha: Clopper & Pearson's (Biometrika 1934) on the share
 * of treated among the conversions, carried over to the ratio of the rates. Pass closed windows.
 */
export function reviewLift(labels: ConversionLabels, treatedShare: number, alpha: number): LiftInterval {
  const { treated, control } = labels;
  const lowest = treated === 0 ? 0 : betaQuantile(alpha / 2, treated, control + 1);
  const highest = control === 0 ? 1 : betaQuantile(1 - alpha / 2, treated + 1, control);
  const toLift = (share: number): number => (share / (1 - share)) * ((1 - treatedShare) / treatedShare) - 1;
  return { lower: toLift(lowest), upper: highest === 1 ? Infinity : toLift(highest) };
}

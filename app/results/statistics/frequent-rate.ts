import { lnSequenceEvidence } from './asymptotic-sequence';

/** Persons of one arm and how many of them did it. Closed windows only: an open count still grows. */
export interface RateCounts {
  readonly shoppers: number;
  readonly conversions: number;
}

/** From so many conversions in the smaller arm the normal approximation may be shown (measured false alarms ≤ 2.6 %). */
export const FREQUENT_RATE_NEEDS = 20;

/**
 * ln of the e-value against "treated rate = ratio × control rate", for rates above about 15 %, where it is stronger than
 * conversion labels. The variance is the one under the tested ratio (pooled for no effect), which the unpooled one is not
 * safe without: Miettinen & Nurminen, Statistics in Medicine 4 (1985) 213, within the asymptotic confidence sequence.
 * @param scale from `sequenceScale` with the persons expected in both arms by the review
 */
export function lnRateEvidence(treated: RateCounts, control: RateCounts, scale: number, ratio = 1): number {
  if (treated.shoppers === 0 || control.shoppers === 0) return 0;
  return lnSequenceEvidence(scoreZ(treated, control, ratio), treated.shoppers + control.shoppers, scale);
}

/** Difference of rates in standard errors under the tested ratio; 0 when nobody or everybody converted. */
function scoreZ(treated: RateCounts, control: RateCounts, ratio: number): number {
  const rateT = treated.conversions / treated.shoppers;
  const rateC = control.conversions / control.shoppers;
  const under = controlRateUnder(treated, control, ratio);
  const variance =
    (ratio * under * (1 - ratio * under)) / treated.shoppers +
    (ratio * ratio * under * (1 - under)) / control.shoppers;
  return variance > 0 ? (rateT - ratio * rateC) / Math.sqrt(variance) : 0;
}

/** Likeliest control rate if the treated one were `ratio` times it: the smaller root of Miettinen & Nurminen's quadratic. */
function controlRateUnder(treated: RateCounts, control: RateCounts, ratio: number): number {
  const a = (treated.shoppers + control.shoppers) * ratio;
  const b = treated.shoppers * ratio + treated.conversions + control.shoppers + control.conversions * ratio;
  const c = treated.conversions + control.conversions;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return (2 * c) / (b + root);
}

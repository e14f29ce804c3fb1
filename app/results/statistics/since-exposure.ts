import {
  CONVERSIONS_NEEDED,
  liftSequence,
  type ConversionLabels,
  type LiftInterval,
} from './conversion-labels';

/** Days since the first exposure, from included, to excluded: does an effect fade once the novelty is gone? */
export const DAYS_SINCE_EXPOSURE: readonly { readonly from: number; readonly to: number }[] = [
  { from: 0, to: 7 },
  { from: 7, to: 14 },
  { from: 14, to: 28 },
];

export interface LiftSinceExposure {
  readonly from: number;
  readonly to: number;
  /** Null when the smaller arm has too few conversions in these days. */
  readonly lift: LiftInterval | null;
}

/**
 * Lift of the first conversions that fall into each stretch of days since the first exposure, closed windows only. Exploratory:
 * each stretch has its own interval, and nothing is claimed from them together.
 * @param labels by stretch, in the order of DAYS_SINCE_EXPOSURE
 */
export function liftSinceExposure(
  labels: readonly ConversionLabels[],
  treatedShare: number,
  alpha: number,
): readonly LiftSinceExposure[] {
  return DAYS_SINCE_EXPOSURE.map((days, index) => {
    const own = labels[index] ?? { treated: 0, control: 0 };
    const isThin = Math.min(own.treated, own.control) < CONVERSIONS_NEEDED;
    return { ...days, lift: isThin ? null : liftSequence(own, treatedShare, alpha) };
  });
}

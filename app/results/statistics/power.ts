import { bisect } from './bisect';
import { normalQuantile } from './distributions';

export interface Design {
  /** Rate that the control would have, 0 < p < 1. */
  readonly baseRate: number;
  /** Share of the control, 0 < s < 1. */
  readonly controlShare: number;
}

const ALPHA = 0.05;
const POWER = 0.8;
/** Persons needed to know at any look, against one single look: measured for 80 % power (docs/statistics.md). */
export const ANY_LOOK_SAMPLE_FACTOR = 1.65;
/** The same for the detectable lift: √1.65. */
export const ANY_LOOK_LIFT_FACTOR = 1.29;

/**
 * Persons of both arms with closed windows for an 80 % chance of seeing a lift at a two-sided 5 %, one single look: z² times
 * the variances of both rates over the squared difference. Times `ANY_LOOK_SAMPLE_FACTOR` when looked at daily.
 */
export function shoppersNeeded({ baseRate, controlShare }: Design, lift: number): number {
  const treatedRate = baseRate * (1 + lift);
  const variance =
    (treatedRate * (1 - treatedRate)) / (1 - controlShare) + (baseRate * (1 - baseRate)) / controlShare;
  return (zTotal() ** 2 * variance) / (baseRate * lift) ** 2;
}

/**
 * The smallest positive lift that so many persons would show with 80 % chance, one single look; `Infinity` when not even a
 * rate of 100 % would show. Times `ANY_LOOK_LIFT_FACTOR` when looked at daily.
 */
export function detectableLift(design: Design, shoppers: number): number {
  const highest = 1 / design.baseRate - 1;
  if (shoppers <= 0 || shoppersNeeded(design, highest) > shoppers) return Infinity;
  return bisect(0, highest, (lift) => lift === 0 || shoppersNeeded(design, lift) > shoppers);
}

function zTotal(): number {
  return normalQuantile(1 - ALPHA / 2) + normalQuantile(POWER);
}

import { absoluteDifference, type Difference } from './difference';
import { addSums, covariance, valueMoments, type Moments, type ValueSums } from './moments';

/** One arm with each person's value after the first exposure and in an equal time before it. */
export interface ArmWithPrePeriod {
  readonly after: ValueSums;
  readonly before: ValueSums;
  /** Σ after × before over persons. */
  readonly sumProducts: number;
}

/** What `adjustByPrePeriod` found. */
export interface AdjustedArms {
  readonly treated: Moments;
  readonly control: Moments;
  /** How much of the value before is taken off the value after; 0 where the past says nothing. */
  readonly theta: number;
  readonly difference: Difference;
}

/**
 * CUPED: takes off each arm's mean what its persons' own past predicts, which narrows the difference without moving it
 * (Deng, Xu, Kohavi & Walker, WSDM 2013; pooled θ = cov(after, before) / var(before) over both arms, as GrowthBook). The
 * past must end before the first exposure.
 */
export function adjustByPrePeriod(treated: ArmWithPrePeriod, control: ArmWithPrePeriod): AdjustedArms {
  const before = addSums(treated.before, control.before);
  const after = addSums(treated.after, control.after);
  const spread = valueMoments(before).variance;
  const together = covariance(after, before, treated.sumProducts + control.sumProducts);
  const theta = spread > 0 ? together / spread : 0;
  const adjusted = { treated: adjust(treated, theta), control: adjust(control, theta) };
  return { ...adjusted, theta, difference: absoluteDifference(adjusted.treated, adjusted.control) };
}

/**
 * Lift of adjusted arms, over the *unadjusted* control mean, by the delta method with GrowthBook's variance
 * [vT + θ²vT' − 2θcovT] / (nT mC²) + [vC mT²/mC² − 2θ covC mT/mC + θ²vC'] / (nC mC²), ' marking the time before.
 */
export function adjustedLift(treated: ArmWithPrePeriod, control: ArmWithPrePeriod): Difference {
  const { theta, difference, treated: t } = adjustByPrePeriod(treated, control);
  const mT = valueMoments(treated.after).mean;
  const c = valueMoments(control.after);
  const cBefore = valueMoments(control.before);
  const cTogether = covariance(control.after, control.before, control.sumProducts);
  const ratio = mT / c.mean;
  const squared = c.mean * c.mean;
  const variance =
    t.variance / (t.units * squared) +
    (c.variance * ratio * ratio - 2 * theta * cTogether * ratio + theta * theta * cBefore.variance) /
      (c.units * squared);
  return {
    estimate: difference.estimate / Math.abs(c.mean),
    standardError: Math.sqrt(variance),
    degrees: difference.degrees,
  };
}

function adjust(arm: ArmWithPrePeriod, theta: number): Moments {
  const after = valueMoments(arm.after);
  const before = valueMoments(arm.before);
  const together = covariance(arm.after, arm.before, arm.sumProducts);
  return {
    units: after.units,
    mean: after.mean - theta * before.mean,
    variance: Math.max(0, after.variance + theta * theta * before.variance - 2 * theta * together),
  };
}

import type { Moments } from './moments';

/** A difference between two arms with its standard error; `degrees` of freedom by Welch and Satterthwaite. */
export interface Difference {
  readonly estimate: number;
  readonly standardError: number;
  readonly degrees: number;
}

/** Treated mean less control mean. */
export function absoluteDifference(treated: Moments, control: Moments): Difference {
  return {
    estimate: treated.mean - control.mean,
    standardError: Math.sqrt(treated.variance / treated.units + control.variance / control.units),
    degrees: welchDegrees(treated, control),
  };
}

function welchDegrees(treated: Moments, control: Moments): number {
  const t = treated.variance / treated.units;
  const c = control.variance / control.units;
  return ((t + c) * (t + c)) / ((t * t) / (treated.units - 1) + (c * c) / (control.units - 1));
}

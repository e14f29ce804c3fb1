import { studentQuantile, studentUpperTail } from './distributions';
import type { Moments } from './moments';

/** A difference between two arms with its standard error; `degrees` of freedom by Welch and Satterthwaite. */
export interface Difference {
  readonly estimate: number;
  readonly standardError: number;
  readonly degrees: number;
}

export interface TestedInterval {
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

/** Treated mean less control mean. */
export function absoluteDifference(treated: Moments, control: Moments): Difference {
  return {
    estimate: treated.mean - control.mean,
    standardError: Math.sqrt(treated.variance / treated.units + control.variance / control.units),
    degrees: welchDegrees(treated, control),
  };
}

/**
 * Lift (treated − control) / |control| by the delta method, variance sT²/nT / mC² + sC²/nC · mT² / mC⁴. For display beside
 * a test on the absolute scale: as a test it is not safe with small controls.
 */
export function relativeDifference(treated: Moments, control: Moments): Difference {
  const squared = control.mean * control.mean;
  return {
    estimate: (treated.mean - control.mean) / Math.abs(control.mean),
    standardError: Math.sqrt(
      treated.variance / treated.units / squared +
        ((control.variance / control.units) * treated.mean * treated.mean) / (squared * squared),
    ),
    degrees: welchDegrees(treated, control),
  };
}

/**
 * Welch's t-test and interval, for one single look at a secondary metric with many units and no heavy tail (not for revenue:
 * see `revenuePermutation`). Without variance there is nothing to say: null.
 */
export function welchTest(difference: Difference, alpha: number): TestedInterval | null {
  const { estimate, standardError, degrees } = difference;
  if (!(standardError > 0) || !Number.isFinite(standardError) || !Number.isFinite(degrees)) return null;
  const reach = studentQuantile(1 - alpha / 2, degrees) * standardError;
  return {
    lower: estimate - reach,
    upper: estimate + reach,
    p: 2 * studentUpperTail(Math.abs(estimate) / standardError, degrees),
  };
}

function welchDegrees(treated: Moments, control: Moments): number {
  const t = treated.variance / treated.units;
  const c = control.variance / control.units;
  return ((t + c) * (t + c)) / ((t * t) / (treated.units - 1) + (c * c) / (control.units - 1));
}

import { absoluteDifference, type Difference } from '../../app/results/statistics/difference';
import type { Moments } from '../../app/results/statistics/moments';
import { studentQuantile, studentUpperTail } from './tails';

export interface TestedInterval {
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

/** A rate and its variance p (1 − p). */
export function rateMoments(units: number, hits: number): Moments {
  const mean = units === 0 ? 0 : hits / units;
  return { units, mean, variance: mean * (1 - mean) };
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
    degrees: absoluteDifference(treated, control).degrees,
  };
}

/**
 * Welch's t-test and interval, for one single look at a secondary metric with many units and no heavy tail (not for revenue:
 * see `permutationTest`). Without variance there is nothing to say: null.
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

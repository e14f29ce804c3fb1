import { bisect } from './bisect';
import { lnBeta } from './log-gamma';
import { logMeanExp } from './log-sum';

/**
 * First conversions by arm: each person at most once, whatever the person orders later.
 *
 * Two ways to count, for two questions (the caller decides by what it passes):
 * - **open labels**, every first conversion as it comes: right for the test of *no effect*, whatever the delay or season;
 * - **closed windows**, only persons whose window has closed, each revealed at its closing: right for the lift and its
 *   interval. Open labels would estimate another ratio, that of the rates up to today.
 */
export interface ConversionLabels {
  /** Persons of the treated arm who converted. */
  readonly treated: number;
  /** Persons of the control who converted. */
  readonly control: number;
}

/** Below so many conversions in the smaller arm a comparison would mislead: counts are shown, and nothing else. */
export const CONVERSIONS_NEEDED = 20;

/** A lift is treated rate / control rate − 1: 0.2 is 20 % more. `Infinity` as upper end means unknown. */
export interface LiftInterval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * How strongly the prior holds to "no effect": fixed before any start, averaged, never tuned. For a treated share of 0.9
 * they expect lifts of about e^±1.0, e^±0.6, e^±0.33 and e^±0.19.
 */
export const CONCENTRATIONS: readonly number[] = [10, 30, 100, 300];

/** Beyond e^±30 a ratio is as good as infinite or zero. */
const LN_FAR = 30;

/**
 * ln of the e-value against "treated rate / control rate = ratio". Given its conversions, each one's arm is a coin with
 * P(treated) = w·ratio / (w·ratio + 1 − w), w the designed share; the e-value is the Beta(cw, c(1−w)) mixture likelihood
 * over that of the coin, averaged over c. Valid at every look: under the truth it exceeds 1/α ever with chance ≤ α.
 * Lindon & Malek, NeurIPS 2022 (arXiv 2011.03567), conditional form.
 * @param treatedShare w, the true chance of an exposed person to be treated, 0 < w < 1
 * @param ratio treated rate / control rate under test, > 0; 1 is no effect
 */
export function lnLabelEvidence(
  labels: ConversionLabels,
  treatedShare: number,
  ratio = 1,
  concentrations = CONCENTRATIONS,
): number {
  return (
    lnMixtureLikelihood(labels, treatedShare, concentrations) - lnCoinLikelihood(labels, treatedShare, ratio)
  );
}

/**
 * p-value of one look from an e-value, min(1, 1/E). The least of all looks so far is valid at every look: keep it with
 * `alwaysValidP`.
 */
export function evidenceP(lnEvidence: number): number {
  return Math.min(1, Math.exp(-lnEvidence));
}

/** The always-valid p-value after one more look; never rises. */
export function alwaysValidP(before: number, lnEvidence: number): number {
  return Math.min(before, evidenceP(lnEvidence));
}

/**
 * All lifts not yet ruled out, simultaneously at every look with confidence 1 − alpha: {ratio − 1 : E(ratio) < 1/alpha}.
 * Pass closed windows. Without conversions in control the upper end is `Infinity`, without any in treated the lower is −1.
 * Assumes the ratio (not the rates) stays the same over time.
 */
export function liftSequence(
  labels: ConversionLabels,
  treatedShare: number,
  alpha: number,
  concentrations = CONCENTRATIONS,
): LiftInterval {
  const lnMixture = lnMixtureLikelihood(labels, treatedShare, concentrations);
  const isRuledOut = (lnRatio: number): boolean =>
    lnMixture - lnCoinLikelihood(labels, treatedShare, Math.exp(lnRatio)) >= -Math.log(alpha);
  const inside = lnInside(labelRatio(labels, treatedShare));
  return {
    lower: labels.treated === 0 ? -1 : Math.expm1(rootBelow(inside, isRuledOut)),
    upper: labels.control === 0 ? Infinity : Math.expm1(rootAbove(inside, isRuledOut)),
  };
}

/** The likeliest ratio of the rates: (treated / w) / (control / (1 − w)); 0, `Infinity` or NaN when arms are empty. */
export function labelRatio(labels: ConversionLabels, treatedShare: number): number {
  return labels.treated / treatedShare / (labels.control / (1 - treatedShare));
}

/** A finite ln ratio that no data with this best ratio rules out. */
export function lnInside(bestRatio: number): number {
  if (Number.isNaN(bestRatio)) return 0;
  return Math.max(-LN_FAR, Math.min(LN_FAR, Math.log(bestRatio)));
}

function lnMixtureLikelihood(
  labels: ConversionLabels,
  treatedShare: number,
  concentrations: readonly number[],
): number {
  return logMeanExp(
    concentrations.map((c) => {
      const a = c * treatedShare;
      const b = c * (1 - treatedShare);
      return lnBeta(a + labels.treated, b + labels.control) - lnBeta(a, b);
    }),
  );
}

function lnCoinLikelihood(labels: ConversionLabels, treatedShare: number, ratio: number): number {
  const lnTreated = -Math.log1p((1 - treatedShare) / (treatedShare * ratio));
  const lnControl = -Math.log1p((treatedShare * ratio) / (1 - treatedShare));
  return timesLn(labels.treated, lnTreated) + timesLn(labels.control, lnControl);
}

function timesLn(count: number, ln: number): number {
  return count === 0 ? 0 : count * ln;
}

function rootAbove(inside: number, isRuledOut: (at: number) => boolean): number {
  let step = 1;
  while (!isRuledOut(inside + step)) {
    step *= 2;
    if (step > 1e4) return Infinity;
  }
  return bisect(inside, inside + step, (at) => !isRuledOut(at));
}

function rootBelow(inside: number, isRuledOut: (at: number) => boolean): number {
  return -rootAbove(-inside, (at) => isRuledOut(-at));
}

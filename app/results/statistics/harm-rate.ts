import { bisect } from './bisect';
import { lnBeta } from './log-gamma';

export interface RateInterval {
  readonly lower: number;
  readonly upper: number;
}

export interface HarmTuning {
  /** Trials at which the sequence is tightest; fixed before the start. */
  readonly tightestAt: number;
  readonly alpha: number;
}

/**
 * Safe-at-every-look interval of one rate without a control (dismissals, snoozes, complaints): beta-binomial confidence
 * sequence, {p : M(p) < 1/α}, M(p) = B(r/p + f, r/(1−p) + s) / B(r/p, r/(1−p)) / (p^s (1−p)^f). Howard, Ramdas, McAuliffe &
 * Sekhon (Annals of Statistics 49 (2021) 1055), as in gostevehoward/confseq.
 * @param hits bad events s, each person at most once
 * @param trials persons who could
 */
export function harmRateSequence(hits: number, trials: number, tuning: HarmTuning): RateInterval {
  if (trials === 0) return { lower: 0, upper: 1 };
  const isRuledOut = (p: number): boolean =>
    lnHarmRateEvidence(hits, trials, p, tuning) >= -Math.log(tuning.alpha);
  const rate = hits / trials;
  return {
    lower: hits === 0 ? 0 : -bisect(-rate, 0, (at) => at === -rate || !isRuledOut(-at)),
    upper: hits === trials ? 1 : bisect(rate, 1, (at) => !isRuledOut(at)),
  };
}

/** ln M(p): the evidence against the rate being p, for 0 < p < 1. */
export function lnHarmRateEvidence(hits: number, trials: number, p: number, tuning: HarmTuning): number {
  const twice = 2 * Math.log(1 / tuning.alpha);
  const variance = p * (1 - p);
  const r = Math.max(
    (variance * tuning.tightestAt) / (twice + Math.log1p(twice)) - variance,
    1e-3 * variance,
  );
  const a = r / p;
  const b = r / (1 - p);
  const misses = trials - hits;
  const lnTested = (hits === 0 ? 0 : hits * Math.log(p)) + (misses === 0 ? 0 : misses * Math.log1p(-p));
  return lnBeta(a + misses, b + hits) - lnBeta(a, b) - lnTested;
}

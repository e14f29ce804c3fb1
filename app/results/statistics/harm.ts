import { harmRateSequence, type RateInterval } from './harm-rate';

/** One-sided: only a rate above the tolerance is harm, so the lower end alone carries the error. */
export const HARM_ALPHA = 0.05;

export interface HarmTolerance {
  /** The rate that the merchant accepts, for instance 0.003 complaints per mail. */
  readonly rate: number;
  /** Persons at which the interval is tightest; fixed before the start. */
  readonly tightestAt: number;
}

export type HarmState =
  /** The whole interval lies below the tolerance. */
  | 'within'
  /** The interval holds the tolerance: not known yet. */
  | 'open'
  /** The whole interval lies above: the tactic is paused. */
  | 'beyond';

export interface Harm {
  readonly state: HarmState;
  readonly interval: RateInterval;
}

/**
 * Whether a rate of something bad (dismissals, unsubscribes, complaints: at most once per person) is credibly beyond what is
 * tolerated. Safe to ask after every event: a rate at the tolerance is ever called harm with chance at most HARM_ALPHA.
 */
export function judgeHarm(hits: number, persons: number, tolerance: HarmTolerance): Harm {
  const interval = harmRateSequence(hits, persons, { tightestAt: tolerance.tightestAt, alpha: HARM_ALPHA });
  if (interval.lower > tolerance.rate) return { state: 'beyond', interval };
  return { state: interval.upper < tolerance.rate ? 'within' : 'open', interval };
}

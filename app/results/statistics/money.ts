import type { LiftInterval } from './conversion-labels';

/** The percentile of positive spends at which revenue is limited. */
export const LIMIT_PERCENTILE = 0.99;

/**
 * The limit for one person's spend: a percentile of positive spends in a period that ended *before the start*. A limit taken
 * from the data it is applied to breaks every sequential guarantee. Null when nobody bought.
 */
export function limitFromPrePeriod(spends: readonly number[], percentile = LIMIT_PERCENTILE): number | null {
  const positive = spends.filter((spend) => spend > 0).sort((a, b) => a - b);
  return positive[Math.min(positive.length - 1, Math.floor(percentile * positive.length))] ?? null;
}

/**
 * What one person counts with: net spend of the whole window, never below zero (a refund larger than its orders is no
 * negative purchase) and never above the limit.
 */
export function limitedSpend(net: number, limit: number): number {
  return Math.min(Math.max(net, 0), limit);
}

export interface MoneyRange {
  readonly lower: number;
  readonly upper: number;
  /** Only when zero lies outside the range: otherwise a single figure would be a guess. */
  readonly single: number | null;
}

/**
 * What treated shoppers spent that they would not have spent otherwise: their revenue × (1 − 1 / (1 + lift)), at both ends
 * of the interval. An unknown upper end means: at most all of it; a lower end of −1 leaves the loss unbounded.
 * @param treatedRevenue net revenue of the treated within their closed windows, in any unit, which the answer keeps
 */
export function incrementalMoney(
  treatedRevenue: number,
  lift: number | null,
  interval: LiftInterval,
): MoneyRange {
  const extra = (at: number): number => (at <= -1 ? -Infinity : treatedRevenue * (1 - 1 / (1 + at)));
  const isClear = interval.lower > 0 || interval.upper < 0;
  return {
    lower: extra(interval.lower),
    upper: extra(interval.upper),
    single: isClear && lift !== null ? extra(lift) : null,
  };
}

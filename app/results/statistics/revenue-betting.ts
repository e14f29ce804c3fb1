import { bisect } from './bisect';
import { lnInside, type LiftInterval } from './conversion-labels';
import { logMeanExp } from './log-sum';

/** Revenue of persons whose window has closed, as shares of the limit: each buyer once, 0 < value ≤ 1. */
export interface LimitedRevenue {
  readonly treated: readonly number[];
  readonly control: readonly number[];
  /** How many buyers spent each of these values; one buyer each when absent. */
  readonly buyers?: { readonly treated: readonly number[]; readonly control: readonly number[] };
}

/** Ends of intervals are found to so much of the ratio. */
const LN_WIDTH = 1e-7;

/** Stakes that are tried side by side; the best for a lift of δ is about 2 δ where spends fill a third of the limit. */
const STAKES: readonly number[] = [0.1, 0.2, 0.4, 0.8, 1.6];
/** No bet may lose everything. */
const HIGHEST_STAKE = 0.9;

/** One bet's growth on a buyer of each arm with value x: treated 1 + treated·x, control 1 + control·x. */
export interface Bet {
  readonly treated: number;
  readonly control: number;
}

/**
 * The bets against "treated mean revenue = ratio × control mean revenue": 1 + λ g with g = x [L (1 − w) − ratio·w (1 − L)],
 * whose mean is zero under it whatever the spends look like; half the bets on a higher ratio, half on a lower one. After
 * Waudby-Smith & Ramdas, "Estimating means of bounded random variables by betting" (JRSS B 86 (2024) 1).
 */
export function revenueBets(treatedShare: number, ratio = 1): readonly Bet[] {
  const toHigher = STAKES.map((stake) => {
    const share = Math.min(HIGHEST_STAKE, stake * treatedShare);
    return { treated: (share * (1 - treatedShare)) / (ratio * treatedShare), control: -share };
  });
  const toLower = STAKES.map((stake) => {
    const share = Math.min(HIGHEST_STAKE, stake * (1 - treatedShare));
    return { treated: -share, control: (share * ratio * treatedShare) / (1 - treatedShare) };
  });
  return [...toHigher, ...toLower];
}

/**
 * ln of the e-value against a ratio of mean revenue per shopper; exact at every look for revenue limited beforehand, one
 * value per person. Its power is low: the reorder rate is the headline, this is the check that may be watched daily.
 */
export function lnRevenueEvidence(revenue: LimitedRevenue, treatedShare: number, ratio = 1): number {
  return logMeanExp(
    revenueBets(treatedShare, ratio).map(
      (bet) =>
        lnGrowth(revenue.treated, revenue.buyers?.treated, bet.treated) +
        lnGrowth(revenue.control, revenue.buyers?.control, bet.control),
    ),
  );
}

/** All lifts of mean revenue not yet ruled out, at every look with confidence 1 − alpha. */
export function revenueLiftSequence(
  revenue: LimitedRevenue,
  treatedShare: number,
  alpha: number,
): LiftInterval {
  const isRuledOut = (lnRatio: number): boolean =>
    lnRevenueEvidence(revenue, treatedShare, Math.exp(lnRatio)) >= -Math.log(alpha);
  const inside = lnInside(revenueRatio(revenue, treatedShare));
  const far = 60;
  return {
    lower: isRuledOut(inside - far)
      ? Math.expm1(-bisect(-inside, far - inside, (at) => !isRuledOut(-at), LN_WIDTH))
      : -1,
    upper: isRuledOut(inside + far)
      ? Math.expm1(bisect(inside, inside + far, (at) => !isRuledOut(at), LN_WIDTH))
      : Infinity,
  };
}

/** The likeliest ratio of mean revenue per shopper; 0, `Infinity` or NaN when arms are empty. */
export function revenueRatio(revenue: LimitedRevenue, treatedShare: number): number {
  const total = (arm: 'treated' | 'control'): number =>
    revenue[arm].reduce((sum, value, index) => sum + value * (revenue.buyers?.[arm][index] ?? 1), 0);
  return total('treated') / treatedShare / (total('control') / (1 - treatedShare));
}

function lnGrowth(values: readonly number[], buyers: readonly number[] | undefined, slope: number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    sum += (buyers?.[at] ?? 1) * Math.log1p(slope * (values[at] ?? 0));
  }
  return sum;
}

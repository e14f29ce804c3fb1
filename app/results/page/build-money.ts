import { finite, spanOf } from './build-verdict';
import { treatedShareOf, type DrawVersion } from './comparison-input';
import type { Side } from '../counting/daily-sum';
import type { MoneyView } from './results-view';
import { binCounts, binnedRevenue, revenueArm } from '../counting/revenue-bins';
import { sequenceReach, sequenceScale } from '../statistics/asymptotic-sequence';
import { CONVERSIONS_NEEDED } from '../statistics/conversion-labels';
import { incrementalMoney } from '../statistics/money';
import { adjustByPrePeriod, adjustedLift, type ArmWithPrePeriod } from '../statistics/pre-period';
import { revenueLiftSequence, revenueRatio } from '../statistics/revenue-betting';
import { reviewRevenueP } from '../statistics/review-revenue';
import { seededRandom } from '../statistics/seeded-random';
import type { Tally } from './tally';

/** Revenue makes no verdict: its interval holds the truth in 95 of 100 shops, at every look. */
export const MONEY_ALPHA = 0.05;
/** The interval narrowed by the past is a normal approximation: it needs this many buyers in the smaller arm. */
const ADJUSTED_NEEDS = 100;
/** Persons at which that interval is tightest; fixed for every shop. */
const ADJUSTED_TIGHTEST_AT = 10_000;

/**
 * What shoppers with closed windows spent, and what the comparison says was extra. Null before any window has closed.
 * @param isComparable false while collecting or broken: sums only
 * @param reviewed sums up to the day on which the review's windows closed; null until then
 */
export function buildMoney(
  version: DrawVersion,
  tally: Tally,
  about: { readonly isComparable: boolean; readonly reviewed: Tally | null },
): MoneyView | null {
  const side = (arm: Side) => ({
    shoppers: tally.total(arm, 'closed').persons,
    limited: tally.total(arm, 'revenue').sum,
    unlimited: tally.total(arm, 'revenue-unlimited').sum,
  });
  const treated = side('treated');
  const control = side('control');
  if (treated.shoppers + control.shoppers === 0) return null;
  const sums = { treated, control, limit: version.limit };
  const isEnough = Math.min(buyersOf(tally, 'treated'), buyersOf(tally, 'control')) >= CONVERSIONS_NEEDED;
  if (!about.isComparable || !isEnough) {
    const nothing = { lower: null, upper: null, single: null };
    return { ...nothing, ...sums, revenueLift: null, reviewP: null, adjusted: null };
  }
  const treatedShare = treatedShareOf(version);
  const revenue = binnedRevenue(tally);
  const interval = revenueLiftSequence(revenue, treatedShare, MONEY_ALPHA);
  const range = incrementalMoney(treated.limited, revenueRatio(revenue, treatedShare) - 1, interval);
  return {
    lower: finite(range.lower),
    upper: finite(range.upper),
    single: range.single,
    ...sums,
    revenueLift: spanOf(interval),
    reviewP: about.reviewed && reviewP(about.reviewed, version.layerId),
    adjusted: adjustedOf(tally),
  };
}

function buyersOf(tally: Tally, arm: Side): number {
  return binCounts(tally, arm).reduce((sum, buyers) => sum + buyers, 0);
}

/** The same figure whenever the page is opened: the deals are seeded by the version. */
function reviewP(tally: Tally, layerId: number): number {
  return reviewRevenueP(revenueArm(tally, 'treated'), revenueArm(tally, 'control'), seededRandom(layerId));
}

function adjustedOf(tally: Tally): MoneyView['adjusted'] {
  if (Math.min(buyersOf(tally, 'treated'), buyersOf(tally, 'control')) < ADJUSTED_NEEDS) return null;
  const treated = withPrePeriod(tally, 'treated');
  const control = withPrePeriod(tally, 'control');
  if (adjustByPrePeriod(treated, control).theta === 0) return null;
  const { estimate, standardError } = adjustedLift(treated, control);
  const scale = sequenceScale(MONEY_ALPHA, ADJUSTED_TIGHTEST_AT);
  const reach = standardError * sequenceReach(treated.after.units + control.after.units, scale, MONEY_ALPHA);
  if (!Number.isFinite(estimate) || !Number.isFinite(reach)) return null;
  return { lift: estimate, lower: Math.max(-1, estimate - reach), upper: estimate + reach };
}

function withPrePeriod(tally: Tally, arm: Side): ArmWithPrePeriod {
  const units = tally.total(arm, 'closed').persons;
  const after = tally.total(arm, 'revenue');
  const before = tally.total(arm, 'before');
  return {
    after: { units, sum: after.sum, sumSquares: after.sumSquares },
    before: { units, sum: before.sum, sumSquares: before.sumSquares },
    sumProducts: before.sumProducts,
  };
}

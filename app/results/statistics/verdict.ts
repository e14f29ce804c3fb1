import {
  CONVERSIONS_NEEDED,
  labelRatio,
  liftSequence,
  type ConversionLabels,
  type LiftInterval,
} from './conversion-labels';
import type { HealthCheck, HealthFinding } from './health';
import { reviewLift, reviewP } from './label-review';

/**
 * How the 5 % of false claims that a review period may contain are spent, for each of the two questions: 1 % by looking
 * every day, 4 % at the one look of the review. A new period spends anew.
 */
export const ALWAYS_ON_ALPHA = 0.01;
export const REVIEW_ALPHA = 0.04;

/** Counts as they were when the review was locked; they never change afterwards. */
export interface LockedReview {
  /** First conversions of the first four weeks, open labels. */
  readonly open: ConversionLabels;
  /** The same people once their windows have closed; null until then. */
  readonly closed: ConversionLabels | null;
}

export interface VerdictInput {
  readonly treatedShare: number;
  readonly health: readonly HealthFinding[];
  readonly shoppers: number;
  /** First conversions as they came, today. */
  readonly open: ConversionLabels;
  /** Least always-valid p of "no effect" on the open labels, over all looks. */
  readonly openP: number;
  /** First conversions of persons whose window has closed, today. */
  readonly closed: ConversionLabels;
  readonly review: LockedReview | null;
}

/** A difference that open labels show, before the lift can be known: not a verdict. */
export type EarlySign = 'more' | 'fewer' | null;

export type Verdict =
  | { readonly state: 'broken'; readonly reasons: readonly HealthCheck[] }
  | {
      readonly state: 'collecting';
      readonly reason: 'nobody-yet' | 'windows-open' | 'few-conversions';
      /** Closed conversions of the arm that has fewer, of the CONVERSIONS_NEEDED. */
      readonly has: number;
      readonly earlySign: EarlySign;
    }
  | {
      readonly state: 'unclear';
      readonly reason: 'holds-zero' | 'review-contradicted';
      readonly lift: number;
      readonly interval: LiftInterval;
      readonly earlySign: EarlySign;
    }
  | {
      readonly state: 'helps' | 'hurts';
      /** Which look settled it; the interval is that look's. */
      readonly reason: 'every-look' | 'review';
      readonly lift: number;
      readonly interval: LiftInterval;
    };

/**
 * One comparison's verdict. Helps and Hurts rest on closed windows alone, and only when the interval shown leaves zero out:
 * the 99 % one that is safe at every look, or the 96 % one of the locked review. What open labels show earlier is an early
 * sign. With no effect, Helps or Hurts is ever said within a review period with chance at most 5 %, an early sign too.
 */
export function decideVerdict(input: VerdictInput): Verdict {
  const reasons = input.health
    .filter((finding) => finding.state === 'broken')
    .map((finding) => finding.check);
  if (reasons.length > 0) return { state: 'broken', reasons };

  const { closed, open, treatedShare, review } = input;
  const earlySign = signOf(input);
  const has = Math.min(closed.treated, closed.control);
  if (input.shoppers === 0) return { state: 'collecting', reason: 'nobody-yet', has, earlySign };
  if (has < CONVERSIONS_NEEDED) {
    const isWaiting = Math.min(open.treated, open.control) >= CONVERSIONS_NEEDED;
    return { state: 'collecting', reason: isWaiting ? 'windows-open' : 'few-conversions', has, earlySign };
  }

  const always = lookOf(
    'every-look',
    closed,
    treatedShare,
    liftSequence(closed, treatedShare, ALWAYS_ON_ALPHA),
  );
  const locked =
    review?.closed && Math.min(review.closed.treated, review.closed.control) >= CONVERSIONS_NEEDED
      ? lookOf('review', review.closed, treatedShare, reviewLift(review.closed, treatedShare, REVIEW_ALPHA))
      : null;
  const sides = [always, locked].flatMap((look) => (look?.side ? [look.side] : []));
  if (new Set(sides).size > 1) return { ...unclear(always, earlySign), reason: 'review-contradicted' };
  const settled = always.side ? always : locked;
  if (!settled?.side) return unclear(always, earlySign);
  const { reason, lift, interval } = settled;
  return { state: settled.side, reason, lift, interval };
}

interface Look {
  readonly reason: 'every-look' | 'review';
  readonly lift: number;
  readonly interval: LiftInterval;
  /** Null when the interval holds zero. */
  readonly side: 'helps' | 'hurts' | null;
}

function lookOf(
  reason: Look['reason'],
  labels: ConversionLabels,
  treatedShare: number,
  interval: LiftInterval,
): Look {
  const side = interval.lower > 0 ? 'helps' : interval.upper < 0 ? 'hurts' : null;
  return { reason, lift: labelRatio(labels, treatedShare) - 1, interval, side };
}

function unclear({ lift, interval }: Look, earlySign: EarlySign): Verdict & { readonly state: 'unclear' } {
  return { state: 'unclear', reason: 'holds-zero', lift, interval, earlySign };
}

function signOf({ openP, open, review, treatedShare }: VerdictInput): EarlySign {
  const side = (labels: ConversionLabels): EarlySign =>
    labelRatio(labels, treatedShare) > 1 ? 'more' : 'fewer';
  if (openP <= ALWAYS_ON_ALPHA) return side(open);
  if (review && reviewP(review.open, treatedShare) <= REVIEW_ALPHA) return side(review.open);
  return null;
}

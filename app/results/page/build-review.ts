import { dayToIso } from '../../shops/local-day';
import { proposeDecision, reviewStage } from '../../tactics/review';
import type { ReviewFacts, ReviewsSoFar } from './comparison-input';
import type { ReviewView, VerdictState } from './results-view';
import { reviewP } from '../statistics/label-review';
import type { LockedReview } from '../statistics/verdict';

/** The reviews of a version by the day that is shown. */
export function reviewsSoFar(reviews: readonly ReviewFacts[], layerId: number, onDay: number): ReviewsSoFar {
  const begun = reviews
    .filter((review) => review.layerId === layerId && review.startedOn <= onDay)
    .map((review) => ({
      ...review,
      open: review.dueOn <= onDay ? review.open : null,
      closed: review.closedDueOn <= onDay ? review.closed : null,
    }));
  const locked = begun.find((review) => review.open && review.closed) ?? begun.find((review) => review.open);
  return { newest: begun[0] ?? null, locked: locked ?? null };
}

/** The locked counts, as the verdict takes them. */
export function lockedReview(review: ReviewFacts | null): LockedReview | null {
  return review?.open ? { open: review.open, closed: review.closed } : null;
}

/** The last day whose closed windows a locked review holds: whole days before its own. */
export function lastClosedOn({ closedDueOn }: ReviewFacts): number {
  return closedDueOn - 1;
}

/** @param verdict what the page says on the day that is shown */
export function buildReview(
  review: ReviewFacts,
  about: { readonly verdict: VerdictState; readonly treatedShare: number; readonly onDay: number },
): ReviewView {
  const { dueOn, closedDueOn, open, closed, decision, why, decidedOn } = review;
  const isDecided = decidedOn !== null && decidedOn <= about.onDay;
  const stage = reviewStage({ dueOn, closedDueOn, decidedAt: isDecided ? new Date(0) : null }, about.onDay);
  return {
    dueOn: dayToIso(dueOn),
    closedDueOn: dayToIso(closedDueOn),
    isLocked: closed !== null,
    isOverdue: stage === 'overdue',
    openP: open && reviewP(open, about.treatedShare),
    decision: isDecided ? decision : null,
    why: isDecided ? why : null,
    decidedOn: isDecided ? dayToIso(decidedOn) : null,
    proposal: closed === null ? null : proposeDecision(about.verdict),
  };
}

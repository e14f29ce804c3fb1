import { dayToIso } from '../shops/local-day';
import { proposeDecision, reviewStage } from '../tactics/review';
import type { ReviewFacts } from './comparison-input';
import type { ReviewView, VerdictState } from './results-view';
import { reviewP } from './statistics/label-review';
import type { LockedReview } from './statistics/verdict';

/** The locked counts, as the verdict takes them; null before the first of its two days. */
export function lockedReview(review: ReviewFacts | null): LockedReview | null {
  return review?.open ? { open: review.open, closed: review.closed } : null;
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

import { harmLimits, type HarmLimit } from '../../tactics/harm-limits';
import type { PauseReason } from '../../tactics/pause-reason';
import { reviewStage } from '../../tactics/review';
import type { TacticName } from '../../tactics/tactic';
import { judgeHarm } from '../statistics/harm';

export interface WatchedReview {
  readonly dueOn: number;
  readonly closedDueOn: number;
  readonly isOpenLocked: boolean;
  readonly isClosedLocked: boolean;
  readonly decidedAt: Date | null;
}

export interface HarmCount {
  readonly kind: HarmLimit['kind'];
  readonly hits: number;
  readonly persons: number;
}

export interface Watched {
  readonly tactic: TacticName;
  readonly tolerance: number;
  readonly fallsBack: boolean;
  readonly review: WatchedReview | null;
  readonly harms: readonly HarmCount[];
}

export interface WatchActions {
  readonly lockOpen: boolean;
  readonly lockClosed: boolean;
  readonly pause: PauseReason | null;
}

/**
 * What has to happen to a running tactic today: counts of its review are locked from their day on; it is paused when a harm
 * is credibly beyond its limit, or when its review is overdue and the note says so. Harm comes first: it explains more.
 */
export function decideWatch(watched: Watched, todayOn: number): WatchActions {
  const { review } = watched;
  return {
    lockOpen: review !== null && todayOn >= review.dueOn && !review.isOpenLocked,
    lockClosed: review !== null && todayOn >= review.closedDueOn && !review.isClosedLocked,
    pause: harmBeyond(watched) ?? overdue(watched, todayOn),
  };
}

function harmBeyond({ tactic, tolerance, harms }: Watched): PauseReason | null {
  for (const limit of harmLimits(tactic, tolerance)) {
    const count = harms.find((harm) => harm.kind === limit.kind);
    if (!count || count.persons <= 0) continue;
    const { state } = judgeHarm(count.hits, count.persons, limit);
    if (state === 'beyond') return { reason: 'harm', ...count, tolerance: limit.rate };
  }
  return null;
}

function overdue({ fallsBack, review }: Watched, todayOn: number): PauseReason | null {
  const isOverdue = review !== null && reviewStage(review, todayOn) === 'overdue';
  return isOverdue && fallsBack ? { reason: 'review-overdue', dueOn: review.closedDueOn } : null;
}

/**
 * After the merchant let a tactic go on in spite of a harm, objections count afresh: those from before are taken off, and so
 * are the persons who made them, who cannot object a second time.
 */
export function afresh(count: HarmCount, hitsBefore: number): HarmCount {
  return { ...count, hits: count.hits - hitsBefore, persons: count.persons - hitsBefore };
}

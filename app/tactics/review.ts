import type { TacticName } from './tactic';

/** Days until the window of a person who was exposed on the last day has closed. */
const SHELF_OUTCOME_DAYS = 28;
const REMINDER_GRACE_DAYS = 14;
/** So long may a decision wait before its review is overdue. */
export const DECIDE_WITHIN_DAYS = 7;

export const DECISIONS = ['keep', 'change', 'retire'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Local days of the shop. */
export interface ReviewDays {
  readonly startedOn: number;
  /** The no-effect test on first conversions as they came. */
  readonly dueOn: number;
  /** Lift, rates and revenue: the windows of everyone who came until then have closed. */
  readonly closedDueOn: number;
}

/**
 * When a review can say what. A shelf's window is 28 days from the first exposure; a reminder's ends 14 days after the
 * offered date, which lies `medianWaitDays` after the purchase for half of the buyers.
 */
export function planReview(
  tactic: TacticName,
  about: { readonly startedOn: number; readonly dueOn: number; readonly medianWaitDays: number },
): ReviewDays {
  const { startedOn, dueOn, medianWaitDays } = about;
  const windowDays = tactic === 'shelf' ? SHELF_OUTCOME_DAYS : medianWaitDays + REMINDER_GRACE_DAYS;
  return { startedOn, dueOn, closedDueOn: dueOn + windowDays };
}

export type ReviewStage =
  /** Its day is still to come. */
  | 'running'
  /** The no-effect test has been made; the lift is not known yet. */
  | 'tested'
  /** Everything is known: somebody decides. */
  | 'to-decide'
  /** Nobody has, for too long. */
  | 'overdue'
  | 'decided';

export function reviewStage(
  review: Pick<ReviewDays, 'dueOn' | 'closedDueOn'> & { readonly decidedAt: Date | null },
  todayOn: number,
): ReviewStage {
  if (review.decidedAt) return 'decided';
  if (todayOn < review.dueOn) return 'running';
  if (todayOn < review.closedDueOn) return 'tested';
  return todayOn < review.closedDueOn + DECIDE_WITHIN_DAYS ? 'to-decide' : 'overdue';
}

/** What Larder proposes: losers go, winners stay; where nothing is clear it proposes nothing. */
export function proposeDecision(
  verdict: 'helps' | 'hurts' | 'unclear' | 'collecting' | 'broken' | 'never-on',
): Decision | null {
  if (verdict === 'helps') return 'keep';
  return verdict === 'hurts' ? 'retire' : null;
}

export interface DecisionDraft {
  readonly decision: string;
  readonly why: string;
  readonly decidedBy: string;
}

const LONGEST_TEXT = 500;

/** What keeps a decision from being recorded, field by field. */
export function checkDecision(
  draft: DecisionDraft,
):
  | { ok: true; decision: Decision; why: string; decidedBy: string }
  | { ok: false; problems: Readonly<Partial<Record<keyof DecisionDraft, string>>> } {
  const why = draft.why.trim();
  const decidedBy = draft.decidedBy.trim();
  const decision = DECISIONS.find((word) => word === draft.decision);
  const problems: Partial<Record<keyof DecisionDraft, string>> = {};
  if (!decision) problems.decision = 'Choose what happens next.';
  if (why.length < 3) problems.why = 'Say why, so that it can be read later.';
  else if (why.length > LONGEST_TEXT) problems.why = `Use at most ${LONGEST_TEXT} characters.`;
  if (decidedBy.length === 0) problems.decidedBy = 'Say who decided.';
  else if (decidedBy.length > 100) problems.decidedBy = 'Use at most 100 characters.';
  return decision && Object.keys(problems).length === 0
    ? { ok: true, decision, why, decidedBy }
    : { ok: false, problems };
}

import { dayToIso, isoToDay } from '../shops/local-day';
import { DRAFT_TOLERANCE } from './harm-limits';
import { TACTICS, type TacticName } from './tactic';

/** Four weeks: what the test of a tactic needs before it is looked at for good. */
export const REVIEW_AFTER_DAYS = 28;
const LATEST_REVIEW_DAYS = 366;
const SHORTEST_TEXT = 3;
const LONGEST_TEXT = 500;
const LEAST_TOLERANCE = 0.001;
const MOST_TOLERANCE = 0.5;

const TEXT_FIELDS = ['who', 'what', 'whereShown', 'why', 'hypothesis', 'owner'] as const;
export const NOTE_FIELDS = [...TEXT_FIELDS, 'reviewOn', 'tolerance', 'fallsBack'] as const;

export type NoteField = (typeof NOTE_FIELDS)[number];

/** A note as it is typed: texts, the review's day as `YYYY-MM-DD`, the tolerance in percent, `yes` or `no`. */
export type NoteDraft = Readonly<Record<NoteField, string>>;

/** A note that may go live. `reviewOn` is a local day of the shop; the metric is the tactic's own. */
export interface DecisionNote {
  readonly who: string;
  readonly what: string;
  readonly whereShown: string;
  readonly why: string;
  readonly metric: string;
  readonly hypothesis: string;
  readonly owner: string;
  readonly reviewOn: number;
  /** Share of shoppers who may send it away, or unsubscribe, before Larder pauses it. */
  readonly tolerance: number;
  /** When its review is overdue, everyone gets the default until somebody looks. */
  readonly fallsBack: boolean;
}

export type NoteProblems = Readonly<Partial<Record<NoteField, string>>>;

const WHY: Readonly<Record<TacticName, { why: string; hypothesis: string }>> = {
  shelf: {
    why: 'People who come back for a refill should find it without searching.',
    hypothesis: 'More of these visitors order within 28 days than visitors who see the best sellers instead.',
  },
  reminder: {
    why: 'Some buyers run out before they think of us, and would like to be told once.',
    hypothesis:
      'More of the buyers who are offered a reminder buy the product again in time than buyers who are not.',
  },
  'follow-up': {
    why: 'A letter about what somebody bought is more use to them than the same letter for all.',
    hypothesis:
      'More of the customers who get it order within 28 days than customers who get the general letter.',
  },
};

/** A note that a merchant can accept as it stands. */
export function draftNote(
  tactic: TacticName,
  about: { readonly owner: string; readonly todayOn: number },
): NoteDraft {
  const { who, what, whereShown } = TACTICS[tactic];
  const reviewOn = dayToIso(about.todayOn + REVIEW_AFTER_DAYS);
  const tolerance = toPercent(DRAFT_TOLERANCE[tactic]);
  return { who, what, whereShown, ...WHY[tactic], owner: about.owner, reviewOn, tolerance, fallsBack: 'no' };
}

/** The way back, for a form. */
export function noteToDraft(note: DecisionNote): NoteDraft {
  const { who, what, whereShown, why, hypothesis, owner, reviewOn, tolerance, fallsBack } = note;
  return {
    ...{ who, what, whereShown, why, hypothesis, owner },
    reviewOn: dayToIso(reviewOn),
    tolerance: toPercent(tolerance),
    fallsBack: fallsBack ? 'yes' : 'no',
  };
}

function toPercent(share: number): string {
  return `${Math.round(share * 1000) / 10}`;
}

/**
 * Trims a draft and says what keeps it from going live, field by field.
 * @param runningReviewOn day of the review that is under way, which no edit may move: its test is only right for a day that
 * was fixed before anybody looked
 */
export function checkNote(
  tactic: TacticName,
  draft: Partial<NoteDraft>,
  todayOn: number,
  runningReviewOn: number | null = null,
): { ok: true; note: DecisionNote } | { ok: false; problems: NoteProblems } {
  const problems: Partial<Record<NoteField, string>> = {};
  const text = (field: TextField): string => {
    const value = (draft[field] ?? '').trim();
    if (value.length < SHORTEST_TEXT) problems[field] = EMPTY[field];
    else if (value.length > LONGEST_TEXT) problems[field] = `Use at most ${LONGEST_TEXT} characters.`;
    return value;
  };
  const note = {
    who: text('who'),
    what: text('what'),
    whereShown: text('whereShown'),
    why: text('why'),
    metric: TACTICS[tactic].metric,
    hypothesis: text('hypothesis'),
    owner: text('owner'),
    reviewOn: isoToDay((draft.reviewOn ?? '').trim()) ?? -1,
    tolerance: Number((draft.tolerance ?? '').replace(',', '.').replace('%', '').trim() || Number.NaN) / 100,
    fallsBack: draft.fallsBack === 'yes',
  };
  if (!(note.tolerance >= LEAST_TOLERANCE && note.tolerance <= MOST_TOLERANCE))
    problems.tolerance = 'Choose a share from 0.1 to 50 percent.';
  if (draft.fallsBack !== 'yes' && draft.fallsBack !== 'no')
    problems.fallsBack = 'Choose what happens when nobody looks.';
  if (runningReviewOn !== null) {
    if (note.reviewOn !== runningReviewOn)
      problems.reviewOn = `The day is fixed while the review runs: ${dayToIso(runningReviewOn)}. You can decide earlier.`;
  } else if (note.reviewOn <= todayOn) problems.reviewOn = 'Choose a day in the future.';
  else if (note.reviewOn > todayOn + LATEST_REVIEW_DAYS)
    problems.reviewOn = 'Choose a day within the next year.';
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, note };
}

type TextField = (typeof TEXT_FIELDS)[number];

const EMPTY: Readonly<Record<TextField, string>> = {
  who: 'Say who it is for.',
  what: 'Say what they will see.',
  whereShown: 'Say where it appears.',
  why: 'Say why it is worth doing.',
  hypothesis: 'Say what you expect to happen.',
  owner: 'Say who looks at the result.',
};

export function sameNote(a: DecisionNote, b: DecisionNote): boolean {
  return a.reviewOn === b.reviewOn && NOTE_FIELDS.every((field) => a[field] === b[field]);
}

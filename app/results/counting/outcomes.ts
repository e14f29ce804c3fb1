import type { TacticName } from '../../tactics/tactic';

/** Any order counts for so long after the first exposure. */
export const WINDOW_MS = 28 * 86_400_000;
/** A product counts up to its own offered day and so many days more. */
export const GRACE_DAYS = 14;
/** An order is put down to a tap on the shelf, or to a mail, that came at most so long before it. */
export const ATTRIBUTION_MS = 7 * 86_400_000;
/** Who bought within so many days before the first exposure is a recent buyer. */
export const RECENT_DAYS = 90;

/** What results are kept for: each tactic, and all of Larder together. */
export type OutcomeOf = TacticName | 'larder';

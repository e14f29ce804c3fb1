/** What a mail can do besides reminding of one's own goods. */
export type LetterKind = 'discovery' | 'discount' | 'generic';

/**
 * The truth that a results page should find, as multipliers; 1 is no effect. The first two are on the chance that something
 * running low is bought here, the others on the chance to treat oneself within `LETTER_WORKS_DAYS` of the letter.
 */
export interface Effects extends Readonly<Record<LetterKind, number>> {
  /** The shelf showed it, or a sibling, on this visit. */
  readonly shelf: number;
  /** A mail about it came within `LETTER_WORKS_DAYS`: a reminder, or their own goods two weeks after an order. */
  readonly reminder: number;
}

export const TRUE_EFFECTS: Effects = {
  shelf: 1.25,
  reminder: 1.3,
  discovery: 1.6,
  discount: 2.2,
  generic: 1.15,
};
export const NO_EFFECT: Effects = { shelf: 1, reminder: 1, discovery: 1, discount: 1, generic: 1 };

export const LETTER_WORKS_DAYS = 14;

/** Chance that a letter makes its reader leave the shop's mail. */
export const LEAVES_AFTER: Readonly<Record<LetterKind | 'reminder', number>> = {
  reminder: 0.002,
  discovery: 0.005,
  discount: 0.004,
  generic: 0.008,
};
/** Of those who leave, who does so in the account and not in the mail. */
export const LEAVES_IN_ACCOUNT = 0.25;

/** What came back of a mail of ours. */
export type ReturnKind =
  /** There is no such mailbox, or it takes nothing, ever. */
  | 'hard-bounce'
  /** Not now: full, busy, too large, refused for a while. */
  | 'soft-bounce'
  /** Its reader called it spam. */
  | 'complaint';

export interface ReturnedMail {
  readonly kind: ReturnKind;
  /** Null where a report leaves it out. */
  readonly email: string | null;
  /** Our own id of the message, where the report brings it back. */
  readonly messageId: string | null;
  /** The same for every time that the same thing is told. */
  readonly eventId: string;
}

export const RETURN_WAYS = ['ses', 'postmark', 'mailgun', 'sendgrid', 'mail'] as const;

/** By which way it was heard; the last part of the door's address. */
export type ReturnWay = (typeof RETURN_WAYS)[number];

/** Messages told longer ago than this are not taken any more; providers repeat theirs for three days at most. Wall time. */
export const TOLD_MAX_AGE_MS = 4 * 86_400_000;

/** A provider's clock may be ahead. */
const TOLD_AHEAD_MS = 3_600_000;

/** Whether a signed message may still be taken: it bounds what a recorded one could do. */
export function isTimely(toldAt: Date, wall: Date): boolean {
  const ageMs = wall.getTime() - toldAt.getTime();
  return ageMs <= TOLD_MAX_AGE_MS && ageMs >= -TOLD_AHEAD_MS;
}

import type { MailSubject } from '../mail/kinds';
import type { FollowUpItem, FollowUpLetter } from './follow-up';
import type { Discount } from './settings';

/** A code that was made, and what it was made for. */
export interface GivenDiscount {
  readonly code: string;
  readonly worth: Discount['worth'];
  readonly endsAt: Date;
}

/** What a follow-up's letter rests on beside what every mail does. */
export interface FollowUpSubject extends MailSubject {
  readonly letter: FollowUpLetter;
  readonly items: readonly FollowUpItem[];
  readonly discount: GivenDiscount | null;
}

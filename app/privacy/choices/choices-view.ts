import type { MailFace } from '../../mail/links/mail-face';
import type { Pace } from '../../mail/outbox/pace';

/** A reminder that is set, or that was stopped just now. */
export interface SetReminder {
  readonly id: string;
  /** Null for sensitive goods and for what is gone from the catalogue. */
  readonly name: string | null;
  /** Local day of the shop. */
  readonly remindOn: number;
}

/** What came of the last press. */
export type ChoiceNotice = 'saved' | 'stopped' | 'day-outside' | 'gone' | 'not-all' | 'try-later' | null;

/** What the page of choices shows. */
export type ChoicesView =
  | { readonly state: 'invalid' }
  | (MailFace & {
      readonly state: 'open';
      readonly currency: string;
      readonly todayOn: number;
      readonly earliestOn: number;
      readonly latestOn: number;
      /** Of the mail that carried the link; all of the customer's once `isWhole`. */
      readonly reminders: readonly SetReminder[];
      readonly isWhole: boolean;
      readonly kinds: readonly { readonly scope: 'reminder' | 'follow-up'; readonly isOn: boolean }[];
      readonly pace: Pace;
      readonly notice: ChoiceNotice;
      /** The reminder that was stopped just now, to be brought back. */
      readonly stoppedId: string | null;
    });

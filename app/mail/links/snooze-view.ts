import type { MailFace } from './mail-face';

/** What the snooze page shows. */
export type SnoozeView =
  | { readonly state: 'invalid' }
  | (MailFace & {
      /** `ready`: nothing chosen yet. `undone`: put off and taken back. `ended`: nothing left to put off. */
      readonly state: 'ready' | 'snoozed' | 'undone' | 'ended';
      readonly currency: string;
      readonly choice: string | null;
      /** Local day of the shop on which the mail comes again. */
      readonly remindOn: number | null;
      readonly todayOn: number;
    });

import type { MailedItem, MailFace } from './mail-face';

/** `kind`: no more mail of this kind. `all`: no more mail of ours at all. */
export type UnsubscribeChoice = 'kind' | 'all';

/** What the unsubscribe page shows. */
export type UnsubscribeView =
  | { readonly state: 'invalid' }
  | (MailFace & {
      readonly state: 'ready' | 'unsubscribed' | 'undone';
      readonly scope: 'reminder' | 'follow-up';
      /** The item that was stopped just now. */
      readonly stopped: MailedItem | null;
      readonly choice: UnsubscribeChoice | null;
    });

/** `kind`: no more mail of this kind. `all`: no more mail of ours at all. */
export type UnsubscribeChoice = 'kind' | 'all';

/** What the unsubscribe page shows. */
export type UnsubscribeView =
  | { readonly state: 'invalid' }
  | {
      readonly state: 'ready' | 'unsubscribed' | 'undone';
      readonly choice: UnsubscribeChoice | null;
      readonly shopName: string;
      readonly locale: string;
    };

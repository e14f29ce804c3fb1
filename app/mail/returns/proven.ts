import type { ReturnedMail } from './returned-mail';

export interface PostedReturn {
  readonly headers: Headers;
  readonly body: string;
}

/** What a post was found to be. Words are for whoever sets the provider up; they repeat nothing that was posted. */
export type Proven =
  | { readonly state: 'proven'; readonly returns: readonly ReturnedMail[] }
  | { readonly state: 'not-set-up' }
  | { readonly state: 'unauthorized' | 'malformed' | 'come-again'; readonly why: string };

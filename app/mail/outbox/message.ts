import type { PauseReason } from './sending-pause';

/** The outbox's words. A message is planned, claimed by one deliverer, and then ends; it never leaves an end but held. */
export type MessageState = 'planned' | 'claimed' | 'sent' | 'skipped' | 'held' | 'failed';

/** Why a planned message is not sent, for good. */
export const SKIP_REASONS = [
  'erased',
  'uninstalled',
  'switched-off',
  'no-legal-details',
  'stopped',
  'snoozed',
  'unsubscribed',
  'came-back', // mail to the address bounced
  'complained', // its reader called a mail spam
  'opted-out',
  'no-address',
  'not-subscribed',
  'order-cancelled',
  'refunded',
  'subscribed',
  'bought-again',
  'unpublished',
  'out-of-stock',
  'capped',
  'too-late',
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a planned message waits. */
export type DelayReason =
  | 'quiet-hours'
  | 'capped'
  | 'facts-stale'
  | 'asked-to-wait'
  | 'complaints' // too many readers called the shop's mail spam
  | 'new-sender' // a shop that begins to send does so slowly
  | 'throttled' // so many a minute
  | PauseReason;

/**
 * `refused`: the server does not know the recipient, or takes nothing for them. `not-sent`: held, and the merchant found that
 * it never went out.
 */
export type FailReason = 'refused' | 'not-sent';

/** `result-unknown`: the server may or may not have it, so it is never sent again, and shown. */
export type HeldReason = 'result-unknown';

/** How a message ended; handed to its kind in the transaction that keeps it. */
export type MessageEnd =
  | { readonly state: 'sent' }
  | { readonly state: 'skipped'; readonly reason: SkipReason }
  | { readonly state: 'failed'; readonly reason: FailReason }
  | { readonly state: 'held'; readonly reason: HeldReason };

/** For so long at most a due message of any kind is waited for. */
export const LONGEST_WANTED_MS = 8 * 86_400_000;

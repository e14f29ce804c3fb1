import { z } from 'zod';
import type { FailReason, HeldReason, SkipReason } from '../mail/outbox/message';
import { REASON_SCHEMA } from './item-reason';

/**
 * `waiting`: its moment has not come. `skipped`: at its moment nothing was due, in any arm. `planned`: it was logged, and a letter
 * is on its way. `sent`; `ended`: logged, but no letter went out.
 */
export const FOLLOW_UP_STATES = ['waiting', 'skipped', 'planned', 'sent', 'ended'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** Why nothing was due at the moment: the same rules in every arm. */
export const NOT_DUE_REASONS = [
  'missed',
  'switched-off',
  'uninstalled',
  'no-legal-details',
  'order-cancelled',
  'refunded',
  'subscription',
  'ordered-again',
  'recent-follow-up',
  'no-customer',
  'not-subscribed',
  'unsubscribed',
  'opted-out',
  'snoozed',
  'capped',
  'nothing-to-show',
] as const;
export type NotDueReason = (typeof NOT_DUE_REASONS)[number];

/** Why a logged one led to no letter. */
export type FollowUpEnd = SkipReason | FailReason | HeldReason;

/**
 * `refill`: what they bought, ready to reorder. `discovery`: what they do not have. `generic`: the shop's own letter for all, which
 * control and holdout get.
 */
export const FOLLOW_UP_LETTERS = ['refill', 'discovery', 'generic'] as const;
export type FollowUpLetter = (typeof FOLLOW_UP_LETTERS)[number];

const id = z.string().regex(/^\d+$/).transform(BigInt);

/** An item of a letter as it is kept: ids as decimal text, since JSON has no such integers. */
export const followUpItemsSchema = z.array(
  z.object({
    productId: id,
    variantId: id,
    quantity: z.number().int().positive(),
    /** Why it was chosen; absent for what the order itself held. */
    reason: REASON_SCHEMA.optional(),
  }),
);

export type FollowUpItem = z.infer<typeof followUpItemsSchema>[number];

/** One email per order, for ever. */
export function followUpKey(orderId: bigint): string {
  return `follow-up:${orderId}`;
}

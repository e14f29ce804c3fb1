import { z } from 'zod';

/** What the shop's own platform says about an item shortly before a mail about it goes out. */
const itemFacts = z.object({
  /** Decimal amount in the shop's currency, as Shopify writes it. */
  price: z.string(),
  isAvailable: z.boolean(),
  isPublished: z.boolean(),
  /** Cannot be put into a cart without choosing a selling plan first. */
  requiresSellingPlan: z.boolean(),
});

export type ItemFacts = z.infer<typeof itemFacts>;

/** All that was asked outside for one message, and is kept with it until the last check. */
export const outsideFactsSchema = z.object({
  /** By variant id. */
  items: z.record(z.string(), itemFacts),
  /** Whether the person is subscribed to marketing; null for a kind of mail that they asked for themselves. */
  isSubscribed: z.boolean().nullable(),
});

export type OutsideFacts = z.infer<typeof outsideFactsSchema>;

/** Facts of an item that was deleted: nothing to show, nothing to buy. */
export const GONE: ItemFacts = {
  price: '0',
  isAvailable: false,
  isPublished: false,
  requiresSellingPlan: false,
};

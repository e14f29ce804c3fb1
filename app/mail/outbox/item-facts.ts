import { z } from 'zod';

/** What the shop's own platform says about an item shortly before a mail about it goes out. */
export const itemFactsSchema = z.object({
  /** Decimal amount in the shop's currency, as Shopify writes it. */
  price: z.string(),
  isAvailable: z.boolean(),
  isPublished: z.boolean(),
  /** Cannot be put into a cart without choosing a selling plan first. */
  requiresSellingPlan: z.boolean(),
});

export type ItemFacts = z.infer<typeof itemFactsSchema>;

/** Facts of an item that was deleted: nothing to show, nothing to buy. */
export const GONE: ItemFacts = {
  price: '0',
  isAvailable: false,
  isPublished: false,
  requiresSellingPlan: false,
};

/** The features in the order of the house: each may import what stands before it. */
export const FEATURES = [
  'shops',
  'catalogue',
  'orders',
  'shoppers',
  'guardrails',
  'holdout',
  'consumables',
  'refills',
  'tactics',
  'storefront',
  'mail',
  'reminders',
  'follow-ups',
  'results',
  'privacy',
  'overview',
] as const;

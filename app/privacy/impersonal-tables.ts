import type { ImpersonalTable } from './register-entry';

/** Tables that hold nothing about a shopper, and what they are instead. */
export const IMPERSONAL_TABLES = {
  Session: {
    owner: 'shopify',
    personal: false,
    why: 'Access tokens of the shop, encrypted, until it uninstalls Larder: no shopper, and no member of its staff.',
    sealed: { columns: ['accessToken', 'refreshToken'], shop: 'shop', row: 'id' },
  },
  Shop: {
    owner: 'shops',
    personal: false,
    why: 'The store itself, with the business name and address that stand in its mails.',
  },
  Backfill: {
    owner: 'orders',
    personal: false,
    why: 'How far the shop’s past has been read.',
  },
  Product: {
    owner: 'catalogue',
    personal: false,
    why: 'What the shop sells.',
  },
  Variant: {
    owner: 'catalogue',
    personal: false,
    why: 'Sizes and prices of what the shop sells.',
  },
  Layer: {
    owner: 'holdout',
    personal: false,
    why: 'Which random draws there are, and their shares.',
  },
  Consumable: {
    owner: 'consumables',
    personal: false,
    why: 'Verdicts on products, from counts over all buyers.',
  },
  Overruling: {
    owner: 'consumables',
    personal: false,
    why: 'What the merchant said about products, and when.',
  },
  ProductRhythm: {
    owner: 'refills',
    personal: false,
    why: 'How fast products run out, from all their buyers.',
  },
  RefillModel: {
    owner: 'refills',
    personal: false,
    why: 'Weights learned over all buyers together.',
  },
  FollowUpSettings: {
    owner: 'follow-ups',
    personal: false,
    why: 'What the merchant chose for the two-week email.',
  },
  Backtest: {
    owner: 'refills',
    personal: false,
    why: 'Sums over the shop’s past purchases.',
  },
  ProductNeighbour: {
    owner: 'recommend',
    personal: false,
    why: 'Which products are owned together, from counts over five buyers or more.',
  },
  ListedProduct: {
    owner: 'recommend',
    personal: false,
    why: 'What sells best, ever and lately, what is rising, and the best of each category: product ids in an order.',
  },
  RecommenderGate: {
    owner: 'recommend',
    personal: false,
    why: 'Means over all shoppers: whether the recommender would have done better than top sellers.',
  },
  EditorialItem: {
    owner: 'recommend',
    personal: false,
    why: 'Products that the merchant wants to be found.',
  },
  Review: {
    owner: 'tactics',
    personal: false,
    why: 'Locked counts, and the merchant’s decision on them.',
  },
  CalendarFeed: {
    owner: 'tactics',
    personal: false,
    why: 'Hash of the address of the merchant’s review calendar.',
  },
  Insight: {
    owner: 'results',
    personal: false,
    why: 'Sums over the shop’s customers.',
  },
  ResultSum: {
    owner: 'results',
    personal: false,
    why: 'Daily sums over all exposed shoppers.',
  },
  ResultCursor: {
    owner: 'results',
    personal: false,
    why: 'How far exposures have been counted.',
  },
  ResultPage: {
    owner: 'results',
    personal: false,
    why: 'Sums as the results page showed them on a day.',
  },
  Tactic: {
    owner: 'tactics',
    personal: false,
    why: 'The shop’s switches.',
  },
  DecisionNote: {
    owner: 'tactics',
    personal: false,
    why: 'Why the merchant switched something on; names whoever the merchant names as its owner.',
  },
  TacticChange: {
    owner: 'tactics',
    personal: false,
    why: 'History of the shop’s switches.',
  },
  LetterVersion: {
    owner: 'mail',
    personal: false,
    why: 'How the merchant words and arranges the shop’s letters, with merge fields in place of anything of a person.',
  },
  LetterLook: {
    owner: 'mail',
    personal: false,
    why: 'Logo, colours and font of the shop’s letters.',
  },
  SendingPause: {
    owner: 'mail',
    personal: false,
    why: 'Since when the mail server takes no mail of the shop’s, and what it says, without addresses.',
  },
  ComplaintStop: {
    owner: 'mail',
    personal: false,
    why: 'When too many readers called the shop’s mail spam: counts alone.',
  },
  Schedule: {
    owner: 'jobs',
    personal: false,
    why: 'When recurring work is due.',
  },
} satisfies Record<string, ImpersonalTable>;

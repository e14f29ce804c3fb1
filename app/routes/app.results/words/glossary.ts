/** Every word of the page that a merchant may want explained: on hover and focus, and all together at its foot. */
export const GLOSSARY = {
  holdout: {
    title: 'Standing holdout',
    words: 'Shoppers, drawn at random, who never see anything of Larder. They show what happens without it.',
  },
  control: {
    title: 'Own control',
    words:
      'Shoppers, drawn at random from those who may see Larder, who do not see this one module. They show what happens without it.',
  },
  shoppers: {
    title: 'Shoppers',
    words:
      'People for whom Larder had something, whether it was shown or held back. Each counts once, on all devices known to be theirs.',
  },
  exposures: {
    title: 'Times',
    words: 'How often Larder had something for these shoppers. It is written down alike in both groups.',
  },
  soFar: {
    title: 'Ordered so far',
    words:
      'Shoppers with an order that counts, up to this day. Some of the others still have time left, so this number is not a rate yet.',
  },
  closed: {
    title: 'Time is over',
    words:
      'Shoppers whose time to order has passed (28 days after the first time; for the reminder, the offered day and 14 more). Rates use only these.',
  },
  closedConversions: {
    title: 'Of these, ordered',
    words:
      'Shoppers whose time is over and who ordered within it. Cancelled, fully refunded, never paid and test orders do not count.',
  },
  rate: {
    title: 'Rate',
    words: 'Of the shoppers whose time is over, the share that ordered within it.',
  },
  lift: {
    title: 'Difference',
    words:
      'How much more often shoppers with it ordered than shoppers without it. +10% means 110 orders where there would have been 100.',
  },
  range: {
    title: 'Range',
    words:
      'All differences that fit what was counted. The more shoppers, the narrower it is. It stays honest however often you look.',
  },
  bestGuess: {
    title: 'Best single guess',
    words: 'The two rates divided, as counted. Chance moves it about, which is why the range matters more.',
  },
  extraMoney: {
    title: 'Extra revenue',
    words:
      'What shoppers with it spent, net of refunds, that they would not have spent without it. A single figure is shown only when zero is outside the range.',
  },
  spend: {
    title: 'Spend per shopper',
    words:
      'Orders less refunds within the time to order, divided by all shoppers whose time is over, buyers or not.',
  },
  limit: {
    title: 'Highest spend counted',
    words:
      'One huge order could tilt the comparison. So each shopper counts with at most this much, fixed before the start from earlier orders.',
  },
  adjusted: {
    title: 'Adjusted by past spend',
    words:
      'The same difference, made steadier by what each shopper spent before. It is an extra look and makes no verdict.',
  },
  tolerance: {
    title: 'Tolerated',
    words: 'How much of it you accept. When a module is clearly above, Larder pauses it and tells you.',
  },
  turnedDown: {
    title: 'Turned a product down or hid the list',
    words: 'Shoppers who said “Not for me” to a product at least once, or cleared or hid the whole list.',
  },
  returned: {
    title: 'Came back',
    words: 'Shoppers who were seen again on a later day.',
  },
  snoozed: {
    title: 'Snoozed',
    words: 'Shoppers who asked to be reminded later.',
  },
  segment: {
    title: 'Kinds of shoppers',
    words:
      'The same comparison for a part of the shoppers, by what was known at the first time. Among many parts some differ by chance, so take it as a hint.',
  },
  attributed: {
    title: 'Orders that followed',
    words:
      'Orders within seven days of a tap on the shelf or of a mail. Many of them would have come anyway.',
  },
  extraOrders: {
    title: 'Extra orders',
    words: 'Orders that would not have come without it, as the comparison of the two groups shows.',
  },
  detectable: {
    title: 'What would show',
    words:
      'The smallest difference that would probably (8 times in 10) show within half a year, looking every day, at your shop’s own traffic.',
  },
  version: {
    title: 'Version',
    words: 'One draw of the groups. A new share starts a new one; counts of two versions are never added up.',
  },
  crossed: {
    title: 'In both groups',
    words:
      'People who saw it on one device and were held back on another before Larder knew that they are one person. They make a difference look smaller than it is.',
  },
  review: {
    title: 'Review',
    words:
      'The day, set before the start, on which you decide: keep, change or retire. What it counts is frozen then.',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly words: string }>>;

export type GlossaryWord = keyof typeof GLOSSARY;

import { SHELF_VIEWS_MAX, SHELF_CAP_DAYS, WEEKLY_MAIL_MAX } from '../guardrails/caps';

/** What may act for a shopper. The admin calls a tactic a module. */
export const TACTIC_NAMES = ['shelf', 'reminder', 'follow-up'] as const;

export type TacticName = (typeof TACTIC_NAMES)[number];

/** `paused`: Larder itself stopped it; the merchant decides whether it goes on. */
export const TACTIC_STATES = ['off', 'on', 'paused'] as const;
export type TacticState = (typeof TACTIC_STATES)[number];

/** One audience, one change, one place, one metric. */
export interface TacticAbout {
  readonly title: string;
  readonly summary: string;
  readonly who: string;
  readonly what: string;
  readonly whereShown: string;
  /** What everyone else sees. */
  readonly otherwise: string;
  /** How often it acts for one shopper at most. */
  readonly limit: string;
  /** What shoppers can do about it themselves. */
  readonly shoppersCan: readonly string[];
  /** Fixed: a tactic is judged by this and nothing else. */
  readonly metric: string;
  /** The metric's word in results and outcomes. */
  readonly metricName: 'order-within-28-days' | 'offered-product-bought';
  readonly sendsMail: boolean;
  /** A mail of the shop's own that it stands in for: it goes live only once the merchant says that this one is off. */
  readonly replacesMail: boolean;
}

export const TACTICS: Readonly<Record<TacticName, TacticAbout>> = {
  shelf: {
    title: 'Refill shelf',
    summary: 'Shows returning visitors what they are likely to run out of, ready to reorder in one tap.',
    who: 'Visitors whose browser or account has ordered here before and who are likely to run low on something.',
    what: 'Their own consumables, ready to reorder in one tap, at your own price.',
    whereShown: 'Home page, in the same box as your best sellers.',
    otherwise: 'Everyone else sees your best sellers, rendered by your theme.',
    limit: `A shopper is shown refills at most ${SHELF_VIEWS_MAX} times in ${SHELF_CAP_DAYS} days, on all their browsers together; then your best sellers stay.`,
    shoppersCan: [
      'Shoppers can turn a product down; it may come back when they open the page again.',
      'A guest can clear the list: their browser is then not recognised before it orders again.',
      'A customer who is signed in can hide the list until they close the tab.',
    ],
    metric: 'Any order within 28 days of the first time the shelf had something to show.',
    metricName: 'order-within-28-days',
    sendsMail: false,
    replacesMail: false,
  },
  reminder: {
    title: 'Refill reminder',
    summary: 'Lets buyers ask, in one tap, for one email near the day they may run out.',
    who: 'Buyers who have just bought a consumable.',
    what: 'A line such as “House blend: around 27 December” with the button “Remind me”: nothing ticked in advance, no email asked again, one email near that date.',
    whereShown: 'Thank-you page and order status page, then one email.',
    otherwise: 'Everyone else is offered nothing.',
    limit: `Nobody gets more than ${WEEKLY_MAIL_MAX} of Larder’s mails within seven days.`,
    shoppersCan: [
      'Shoppers can move or cancel a reminder on the page where they set it.',
      'Every mail lets them put it off, or stop all reminders.',
    ],
    metric: 'The same product, in any size, bought by the offered date plus 14 days.',
    metricName: 'offered-product-bought',
    sendsMail: true,
    replacesMail: false,
  },
  'follow-up': {
    title: 'Two-week email',
    summary: 'Writes once after an order: what they use up, ready to reorder, or something new.',
    who: 'Customers who ordered about two weeks ago and are subscribed to your marketing emails.',
    what: 'If a consumable of that order is likely to run low soon: that item, ready to reorder. Otherwise four products they do not have, with a discount if you allow one.',
    whereShown: 'One email, about two weeks after the order.',
    otherwise: 'The others get your general letter at the same moment: thanks, and a link to your shop.',
    limit: `At most one in 28 days, and nobody gets more than ${WEEKLY_MAIL_MAX} of Larder’s mails within seven days.`,
    shoppersCan: ['Every mail lets them stop this kind of email, or all of them.'],
    metric: 'Any order within 28 days of the moment the email is due.',
    metricName: 'order-within-28-days',
    sendsMail: true,
    replacesMail: true,
  },
};

export function isTacticName(name: string): name is TacticName {
  return (TACTIC_NAMES as readonly string[]).includes(name);
}

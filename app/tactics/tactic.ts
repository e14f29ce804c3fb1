/** What may act for a shopper. The admin calls a tactic a module. */
export const TACTIC_NAMES = ['shelf', 'reminder'] as const;

export type TacticName = (typeof TACTIC_NAMES)[number];

/** `paused`: Larder itself stopped it; the merchant decides whether it goes on. */
export type TacticState = 'off' | 'on' | 'paused';

/** One audience, one change, one place, one metric. */
export interface TacticAbout {
  readonly title: string;
  readonly summary: string;
  readonly who: string;
  readonly what: string;
  readonly whereShown: string;
  /** What everyone else sees. */
  readonly otherwise: string;
  /** Fixed: a tactic is judged by this and nothing else. */
  readonly metric: string;
  /** The metric's word in results and outcomes. */
  readonly metricName: 'order-within-28-days' | 'offered-product-bought';
  readonly sendsMail: boolean;
}

export const TACTICS: Readonly<Record<TacticName, TacticAbout>> = {
  shelf: {
    title: 'Refill shelf',
    summary: 'Shows returning visitors what they are likely to run out of, ready to reorder in one tap.',
    who: 'Visitors whose browser or account has ordered here before and who are likely to run low on something.',
    what: 'Their own consumables, ready to reorder in one tap, at your own price.',
    whereShown: 'Home page, in the same box as your best sellers.',
    otherwise: 'Everyone else sees your best sellers, rendered by your theme.',
    metric: 'Any order within 28 days of the first time the shelf had something to show.',
    metricName: 'order-within-28-days',
    sendsMail: false,
  },
  reminder: {
    title: 'Refill reminder',
    summary: 'Lets buyers ask, in one tap, for one email near the day they may run out.',
    who: 'Buyers who have just bought a consumable.',
    what: '“Remind me around 12 December”: never ticked in advance, no email asked again, one email near that date.',
    whereShown: 'Thank-you page and order status page, then one email.',
    otherwise: 'Everyone else is offered nothing.',
    metric: 'The same product, in any size, bought by the offered date plus 14 days.',
    metricName: 'offered-product-bought',
    sendsMail: true,
  },
};

export function isTacticName(name: string): name is TacticName {
  return (TACTIC_NAMES as readonly string[]).includes(name);
}

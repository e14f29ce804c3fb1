import { isCapped, type Cap } from '../guardrails/caps';
import { MISSED_AFTER_MS } from './due-at';
import type { FollowUpItem, NotDueReason } from './follow-up';

/** Letters of this tactic to one person are at least so far apart, in every arm. */
export const APART_MS = 28 * 86_400_000;

/** Items of a letter about what was bought. */
const REFILLS_MAX = 3;

/** A line that the order still has. */
export interface BoughtLine {
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: number;
  readonly isSubscription: boolean;
  readonly isConsumable: boolean;
  /** May be shown to them in a letter, and can be bought. */
  readonly mayBeShown: boolean;
  /** They asked to be reminded of it on a day of their own. */
  readonly hasReminder: boolean;
  /** When they are likely to need it, as a local day, and how sure that is; null when nothing is foreseen. */
  readonly forecast: {
    readonly windowFromOn: number;
    readonly pReturn: number;
    readonly rank: number;
  } | null;
}

/** Everything that decides whether something is due, read in one transaction; the same in every arm. */
export interface FollowUpFacts {
  readonly now: Date;
  readonly dueAt: Date;
  /** Local day of the shop. */
  readonly todayOn: number;
  readonly shop: { readonly isInstalled: boolean; readonly hasLegalDetails: boolean };
  readonly tacticIsOn: boolean;
  readonly order: {
    readonly isVoid: boolean;
    readonly placedOn: number;
    readonly lines: readonly BoughtLine[];
  };
  /** They placed a newer order, through any way in which they are known. */
  readonly hasOrderedAgain: boolean;
  /** When this tactic was logged for them, in any arm. */
  readonly followedUpAt: readonly Date[];
  /** As Shopify says now; null without a customer who has an address. */
  readonly buyer: { readonly isSubscribed: boolean; readonly isAddressOfOrder: boolean } | null;
  readonly isSuppressed: boolean;
  readonly isOptedOut: boolean;
  /** They put a reminder off, and its day is still to come. */
  readonly hasSnoozed: boolean;
  readonly mailedAt: readonly Date[];
  readonly cap: Cap;
  /** What they do not have, from the feed. */
  readonly discovery: readonly FollowUpItem[];
}

export type FollowUpDecision =
  | { readonly reason: NotDueReason }
  | {
      readonly reason: 'due';
      readonly letter: 'refill' | 'discovery';
      readonly items: readonly FollowUpItem[];
      /** Who bought a consumable is never given a discount, and who is not surely the buyer neither. */
      readonly mayDiscount: boolean;
    };

/** Whether a person would now be written to about an order, and about what; before anybody looks at their arm. */
export function decideFollowUp(facts: FollowUpFacts): FollowUpDecision {
  const reason = notDue(facts);
  if (reason) return { reason };
  const refills = dueRefills(facts);
  if (refills.length > 0) return { reason: 'due', letter: 'refill', items: refills, mayDiscount: false };
  const { discovery, order, buyer } = facts;
  if (discovery.length === 0) return { reason: 'nothing-to-show' };
  const mayDiscount = !order.lines.some((line) => line.isConsumable) && buyer?.isAddressOfOrder === true;
  return { reason: 'due', letter: 'discovery', items: discovery, mayDiscount };
}

function notDue(facts: FollowUpFacts): NotDueReason | null {
  const { now, dueAt, shop, order, buyer } = facts;
  if (now.getTime() - dueAt.getTime() > MISSED_AFTER_MS) return 'missed';
  if (!shop.isInstalled) return 'uninstalled';
  if (!facts.tacticIsOn) return 'switched-off';
  if (!shop.hasLegalDetails) return 'no-legal-details';
  if (order.isVoid) return 'order-cancelled';
  if (order.lines.length === 0) return 'refunded';
  if (order.lines.every((line) => line.isSubscription)) return 'subscription';
  if (facts.hasOrderedAgain) return 'ordered-again';
  if (facts.followedUpAt.some((at) => now.getTime() - at.getTime() < APART_MS)) return 'recent-follow-up';
  if (facts.isOptedOut) return 'opted-out';
  if (!buyer) return 'no-customer';
  if (!buyer.isSubscribed) return 'not-subscribed';
  if (facts.isSuppressed) return 'unsubscribed';
  if (facts.hasSnoozed) return 'snoozed';
  return isCapped(facts.mailedAt, facts.cap, now) ? 'capped' : null;
}

/**
 * What of the order is worth a word by now, the most certain first: at least half of the days from the order to the start of
 * its window have passed. A product that lasts ninety days has nothing to say after fourteen.
 */
function dueRefills({ order, todayOn }: FollowUpFacts): readonly FollowUpItem[] {
  const due = order.lines.flatMap((line) => {
    const { forecast, productId, variantId, quantity } = line;
    const speaks = line.isConsumable && line.mayBeShown && !line.isSubscription && !line.hasReminder;
    if (!speaks || !forecast || variantId === null) return [];
    const passed = todayOn - order.placedOn;
    return 2 * passed >= forecast.windowFromOn - order.placedOn
      ? [{ item: { productId, variantId, quantity }, ...forecast }]
      : [];
  });
  due.sort((a, b) => b.pReturn - a.pReturn || b.rank - a.rank || Number(a.item.variantId - b.item.variantId));
  const first = new Map<bigint, FollowUpItem>();
  for (const { item } of due) if (!first.has(item.productId)) first.set(item.productId, item);
  return [...first.values()].slice(0, REFILLS_MAX);
}

import type { ItemFacts } from './item-facts';
import type { MailSubject } from '../kinds';
import type { DelayReason, SkipReason } from './message';

/** Facts from outside are too old for a decision after this long (wall time). */
export const FACTS_FRESH_MS = 5 * 60_000;

const ASK_AGAIN_MS = 60_000;

/** What bears on one item of a mail. */
export interface CheckedItem {
  /** What is left of it in the order that the mail follows; `kept` for what was never in it. */
  readonly left: 'kept' | 'refunded';
  /** A subscription line of the product, in that order or later. */
  readonly isSubscribed: boolean;
  /** The holder of the address wants no mail about it. */
  readonly isMuted?: boolean;
  /** A later order of the person with any variant of the product. */
  readonly boughtAgain: boolean;
  /** What the platform says of it; null as long as nobody asked. */
  readonly facts: ItemFacts | null;
}

/** Everything the decision rests on, read in one transaction. */
export interface LastCheckFacts {
  /** Larder's clock. */
  readonly now: Date;
  readonly meantFor: Date;
  readonly wantedForMs: number;
  readonly shop: { readonly isInstalled: boolean; readonly hasLegalDetails: boolean };
  readonly tacticIsOn: boolean;
  /** Null: erased. */
  readonly subject: Pick<MailSubject, 'standing' | 'address'> | null;
  readonly isSuppressed: boolean;
  /** Why, where it is not that they unsubscribed. */
  readonly silence?: 'unsubscribed' | 'complained' | 'came-back' | null;
  readonly isOptedOut: boolean;
  readonly isOrderVoid: boolean;
  /** The subject's items in its order; none for a mail about the shop. */
  readonly items: readonly CheckedItem[];
  /** What Shopify says of the person's consent to marketing; null for a mail that they asked for. */
  readonly isMarketingSubscribed: boolean | null;
  /** Wall time since the platform was asked. */
  readonly factsAgeMs: number;
  /** Larder's instants at which the person was, or may have been, sent a mail of any kind. */
  readonly mailedAt: readonly Date[];
  readonly cap: { readonly max: number; readonly windowMs: number };
  /** The end of the quiet hours that hold now, or null. */
  readonly quietUntil: Date | null;
}

export type LastCheck =
  /** `places`: those of its items that it still speaks of. */
  | { readonly verdict: 'send'; readonly places: readonly number[] }
  | { readonly verdict: 'skip'; readonly reason: SkipReason }
  | { readonly verdict: 'delay'; readonly reason: DelayReason; readonly until: Date };

/** Whether a due message goes out now. What can only be waited for comes last, so that nobody waits for a mail that never comes. */
export function lastCheck(facts: LastCheckFacts): LastCheck {
  const reason = skipReason(facts);
  if (reason) return { verdict: 'skip', reason };
  const { now, meantFor, wantedForMs, quietUntil, items } = facts;
  const places = items.flatMap((item, place) => (localReason(item) ? [] : [place]));
  const isUnasked = places.some((place) => items[place]?.facts === null);
  if (isUnasked || facts.factsAgeMs > FACTS_FRESH_MS)
    return { verdict: 'delay', reason: 'facts-stale', until: new Date(now.getTime() + ASK_AGAIN_MS) };
  const freeAt = capFreeAt(facts);
  if (freeAt) {
    const tooLate = freeAt.getTime() - meantFor.getTime() > wantedForMs;
    return tooLate
      ? { verdict: 'skip', reason: 'capped' }
      : { verdict: 'delay', reason: 'capped', until: freeAt };
  }
  if (quietUntil) return { verdict: 'delay', reason: 'quiet-hours', until: quietUntil };
  return { verdict: 'send', places: places.filter((place) => !outsideReason(items[place]?.facts ?? null)) };
}

function skipReason(facts: LastCheckFacts): SkipReason | null {
  const { subject, shop, items } = facts;
  if (!subject) return 'erased';
  if (!shop.isInstalled) return 'uninstalled';
  if (subject.standing !== 'wanted') return subject.standing;
  if (facts.isSuppressed) return facts.silence ?? 'unsubscribed';
  if (facts.isOptedOut) return 'opted-out';
  if (!facts.tacticIsOn) return 'switched-off';
  if (!shop.hasLegalDetails) return 'no-legal-details';
  if (!subject.address) return 'no-address';
  if (facts.isMarketingSubscribed === false) return 'not-subscribed';
  if (facts.isOrderVoid) return 'order-cancelled';
  const nothingLeft = whenAll(items, localReason);
  if (nothingLeft) return nothingLeft;
  if (facts.now.getTime() - facts.meantFor.getTime() > facts.wantedForMs) return 'too-late';
  return whenAll(
    items.filter((item) => !localReason(item)),
    (item) => outsideReason(item.facts),
  );
}

/** The foremost item's reason when every item has one. */
function whenAll(
  items: readonly CheckedItem[],
  reasonOf: (item: CheckedItem) => SkipReason | null,
): SkipReason | null {
  const reasons = items.map(reasonOf);
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}

function localReason({ left, isSubscribed, boughtAgain, isMuted }: CheckedItem): SkipReason | null {
  if (isMuted) return 'unsubscribed';
  if (left === 'refunded') return 'refunded';
  if (isSubscribed) return 'subscribed';
  return boughtAgain ? 'bought-again' : null;
}

function outsideReason(facts: ItemFacts | null): SkipReason | null {
  if (facts && !facts.isPublished) return 'unpublished';
  return facts && !facts.isAvailable ? 'out-of-stock' : null;
}

/** When the cap allows one more, or null when it does already. A mail exactly one window ago no longer counts. */
function capFreeAt({ now, mailedAt, cap }: LastCheckFacts): Date | null {
  const since = now.getTime() - cap.windowMs;
  const counted = mailedAt
    .map((at) => at.getTime())
    .filter((at) => at > since)
    .sort((a, b) => a - b);
  const frees = counted[counted.length - cap.max];
  return frees === undefined ? null : new Date(frees + cap.windowMs);
}

import type { ItemFacts } from './item-facts';
import type { MailSubject } from '../kinds';
import { WANTED_FOR_MS, type DelayReason, type SkipReason } from './message';

/** Facts from outside are too old for a decision after this long (wall time). */
export const FACTS_FRESH_MS = 5 * 60_000;

const ASK_AGAIN_MS = 60_000;

/** Everything the decision rests on, read in one transaction. */
export interface LastCheckFacts {
  /** Larder's clock. */
  readonly now: Date;
  readonly meantFor: Date;
  readonly shop: { readonly isInstalled: boolean; readonly hasLegalDetails: boolean };
  readonly tacticIsOn: boolean;
  /** Null: erased. */
  readonly subject: Pick<MailSubject, 'standing' | 'address'> | null;
  readonly isSuppressed: boolean;
  /** Why, where it is not that they unsubscribed. */
  readonly silence?: 'unsubscribed' | 'complained' | 'came-back' | null;
  readonly isOptedOut: boolean;
  /** What is left of the item in the order that the mail follows. */
  readonly order: 'kept' | 'refunded' | 'cancelled';
  /** A subscription line of the product, in that order or later. */
  readonly isSubscribed: boolean;
  /** A later order of the person with any variant of the product. */
  readonly boughtAgain: boolean;
  readonly item: ItemFacts | null;
  /** Wall time since the item's facts were fetched. */
  readonly factsAgeMs: number;
  /** Larder's instants at which the person was, or may have been, sent a mail of any kind. */
  readonly mailedAt: readonly Date[];
  readonly cap: { readonly max: number; readonly windowMs: number };
  /** The end of the quiet hours that hold now, or null. */
  readonly quietUntil: Date | null;
}

export type LastCheck =
  | { readonly verdict: 'send' }
  | { readonly verdict: 'skip'; readonly reason: SkipReason }
  | { readonly verdict: 'delay'; readonly reason: DelayReason; readonly until: Date };

/** Whether a due message goes out now. What can only be waited for comes last, so that nobody waits for a mail that never comes. */
export function lastCheck(facts: LastCheckFacts): LastCheck {
  const reason = skipReason(facts);
  if (reason) return { verdict: 'skip', reason };
  const { now, meantFor, quietUntil } = facts;
  if (!facts.item || facts.factsAgeMs > FACTS_FRESH_MS)
    return { verdict: 'delay', reason: 'facts-stale', until: new Date(now.getTime() + ASK_AGAIN_MS) };
  const freeAt = capFreeAt(facts);
  if (freeAt) {
    const tooLate = freeAt.getTime() - meantFor.getTime() > WANTED_FOR_MS;
    return tooLate
      ? { verdict: 'skip', reason: 'capped' }
      : { verdict: 'delay', reason: 'capped', until: freeAt };
  }
  if (quietUntil) return { verdict: 'delay', reason: 'quiet-hours', until: quietUntil };
  return { verdict: 'send' };
}

function skipReason(facts: LastCheckFacts): SkipReason | null {
  const { subject, shop, order, item } = facts;
  if (!subject) return 'erased';
  if (!shop.isInstalled) return 'uninstalled';
  if (subject.standing !== 'wanted') return subject.standing;
  if (facts.isSuppressed) return facts.silence ?? 'unsubscribed';
  if (facts.isOptedOut) return 'opted-out';
  if (!facts.tacticIsOn) return 'switched-off';
  if (!shop.hasLegalDetails) return 'no-legal-details';
  if (!subject.address) return 'no-address';
  if (order === 'cancelled') return 'order-cancelled';
  if (order === 'refunded') return 'refunded';
  if (facts.isSubscribed) return 'subscribed';
  if (facts.boughtAgain) return 'bought-again';
  if (facts.now.getTime() - facts.meantFor.getTime() > WANTED_FOR_MS) return 'too-late';
  if (item && !item.isPublished) return 'unpublished';
  if (item && !item.isAvailable) return 'out-of-stock';
  return null;
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

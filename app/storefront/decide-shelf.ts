import { mayBeShown } from '../catalogue/may-be-shown';
import type {
  DefaultReason,
  Eligibility,
  RefillItem,
  ShelfCandidate,
  ShelfDecision,
  ShelfFacts,
  ShelfVerdict,
} from './shelf-decision';

/** A home page has room for fewer; the theme takes as many as its box holds. */
export const SHELF_ITEMS_MAX = 8;

/** What would be shown to this shopper, by rules that are the same in every arm. */
export function findEligible(facts: ShelfFacts): Eligibility {
  if (!facts.isOn) return stay('switched-off');
  if (!facts.isRecognised) return stay('unknown-visitor');
  if (facts.isOptedOut) return stay('opted-out');

  const recent = newestByProduct(facts.candidates).filter(
    (candidate) => candidate.isConsumable && facts.todayOn <= candidate.expiresOn,
  );
  if (recent.length === 0) return stay('no-recent-consumable');
  const due = recent.filter((candidate) => facts.todayOn >= candidate.windowFromOn);
  if (due.length === 0) return stay('nothing-due');
  const shown = due.filter((candidate) => mayBeShown(candidate, 'public'));
  const items = shown.flatMap(toItem).sort(byRank).slice(0, SHELF_ITEMS_MAX);
  if (items.length > 0) return { kind: 'eligible', items };
  return stay(due.every((candidate) => candidate.isSensitive) ? 'sensitive' : 'out-of-stock');
}

/** What is shown of it, once the exposure is logged: the arm is the last thing to matter. */
export function reveal(items: readonly RefillItem[], verdict: ShelfVerdict): ShelfDecision {
  return verdict === 'treated' ? { kind: 'refills', items } : stay(verdict);
}

function stay(reason: DefaultReason) {
  return { kind: 'default', reason } as const;
}

/** Account and browser may both know a product: the one that saw its latest purchase knows best. */
function newestByProduct(candidates: readonly ShelfCandidate[]): readonly ShelfCandidate[] {
  const newest = new Map<bigint, ShelfCandidate>();
  for (const candidate of candidates) {
    const known = newest.get(candidate.productId);
    const isBetter =
      !known ||
      candidate.lastOn > known.lastOn ||
      (candidate.lastOn === known.lastOn && candidate.purchases > known.purchases);
    if (isBetter) newest.set(candidate.productId, candidate);
  }
  return [...newest.values()];
}

function toItem(candidate: ShelfCandidate): readonly RefillItem[] {
  const { keyId, productId, variantId, handle, rank, purchases, lastOn } = candidate;
  const { windowFromOn, bestOn, windowToOn, expiresOn, usualWeeks } = candidate;
  if (variantId === null) return [];
  return [
    {
      keyId,
      productId,
      variantId,
      handle,
      rank,
      purchases,
      lastOn,
      windowFromOn,
      bestOn,
      windowToOn,
      expiresOn,
      usualWeeks,
    },
  ];
}

/** Ties go by product, so that two views of one day show the same order. */
function byRank(a: RefillItem, b: RefillItem): number {
  return b.rank - a.rank || (a.productId < b.productId ? -1 : 1);
}

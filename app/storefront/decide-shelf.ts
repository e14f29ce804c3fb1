import { isSafeHandle } from '../catalogue/safe-handle';
import type {
  DefaultReason,
  RefillItem,
  ShelfCandidate,
  ShelfDecision,
  ShelfFacts,
  ShelfVerdict,
} from './shelf-decision';

/** A home page has room for fewer; the theme takes as many as its box holds. */
export const SHELF_ITEMS_MAX = 8;

/**
 * What the shelf shows. Asked without a verdict it ends at `eligible` or at a default; asked again with the verdict of
 * the exposure it ends at refills or a default. The same rules in every arm; the arm is the last thing to matter.
 */
export function decideShelf(facts: ShelfFacts, verdict: ShelfVerdict | null): ShelfDecision {
  if (!facts.isOn) return stay('switched-off');
  if (!facts.isRecognised) return stay('unknown-visitor');
  if (facts.isOptedOut) return stay('opted-out');

  const recent = newestByProduct(facts.candidates).filter(
    (one) => one.isConsumable && facts.todayOn <= one.expiresOn,
  );
  if (recent.length === 0) return stay('no-recent-consumable');
  const due = recent.filter((one) => facts.todayOn >= one.windowFromOn);
  if (due.length === 0) return stay('nothing-due');
  const decent = due.filter((one) => !one.isSensitive);
  if (decent.length === 0) return stay('sensitive');
  const items = decent.flatMap(toItem).sort(byRank).slice(0, SHELF_ITEMS_MAX);
  if (items.length === 0) return stay('out-of-stock');

  switch (verdict) {
    case null:
      return { kind: 'eligible', items };
    case 'treated':
      return { kind: 'refills', items };
    case 'control':
    case 'holdout':
    case 'capped':
      return stay(verdict);
  }
}

function stay(reason: DefaultReason): ShelfDecision {
  return { kind: 'default', reason };
}

/** Account and browser may both know a product: the one that saw its latest purchase knows best. */
function newestByProduct(candidates: readonly ShelfCandidate[]): readonly ShelfCandidate[] {
  const newest = new Map<bigint, ShelfCandidate>();
  for (const one of candidates) {
    const known = newest.get(one.productId);
    const isBetter =
      !known || one.lastOn > known.lastOn || (one.lastOn === known.lastOn && one.purchases > known.purchases);
    if (isBetter) newest.set(one.productId, one);
  }
  return [...newest.values()];
}

function toItem(one: ShelfCandidate): readonly RefillItem[] {
  if (!one.isLive || !one.isAvailable || one.variantId === null || !isSafeHandle(one.handle)) return [];
  const { keyId, productId, variantId, handle, rank, purchases, lastOn } = one;
  const { windowFromOn, bestOn, windowToOn, expiresOn, usualWeeks } = one;
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

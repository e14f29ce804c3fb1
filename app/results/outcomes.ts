import type { TacticName } from '../tactics/tactic';

/** Any order counts for so long after the first exposure. */
export const WINDOW_MS = 28 * 86_400_000;
/** A product counts up to its own offered day and so many days more. */
export const GRACE_DAYS = 14;

/** What results are kept for: each tactic, and all of Larder together. */
export type OutcomeOf = TacticName | 'larder';

export interface CountedExposure {
  readonly id: number;
  readonly tactic: TacticName;
  readonly keyId: number;
  readonly businessKey: string;
  readonly at: Date;
  /** What a reminder's offer was about; empty for a shelf. */
  readonly offers: readonly { readonly productId: bigint; readonly offeredOn: number }[];
}

/** An order that stands: not cancelled, not a test. */
export interface CountedOrder {
  readonly orderId: bigint;
  readonly placedAt: Date;
  readonly placedOn: number;
  readonly checkoutToken: string | null;
  readonly productIds: readonly bigint[];
}

export interface FirstConversion {
  readonly of: OutcomeOf;
  readonly metric: string;
  /** The key of the exposure that counts. */
  readonly keyId: number;
  readonly at: Date;
  readonly orderId: bigint;
}

/**
 * What one person's first exposures led to: at most one conversion per tactic and one for Larder as a whole, however often
 * the person orders. An order whose own thank-you page was the exposure is no consequence of it.
 * @param exposures of one person, those that count, in any order
 * @param orders of the same person, in any order
 */
export function firstConversions(
  exposures: readonly CountedExposure[],
  orders: readonly CountedOrder[],
): readonly FirstConversion[] {
  const inTime = [...orders].sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  const shelf = firstOf(exposures.filter((one) => one.tactic === 'shelf'));
  const reminder = firstOf(exposures.filter((one) => one.tactic === 'reminder'));
  const any = firstOf(exposures);
  const found: FirstConversion[] = [];

  const add = (
    of: OutcomeOf,
    metric: string,
    exposure: CountedExposure | null,
    counts: (order: CountedOrder, exposure: CountedExposure) => boolean,
  ): void => {
    if (!exposure) return;
    const order = inTime.find((one) => isLater(one, exposure) && counts(one, exposure));
    if (order) found.push({ of, metric, keyId: exposure.keyId, at: order.placedAt, orderId: order.orderId });
  };
  add('shelf', 'order-within-28-days', shelf, isWithinWindow);
  add('reminder', 'offered-product-bought', reminder, buysWhatWasOffered);
  add('larder', 'order-within-28-days', any, isWithinWindow);
  return found;
}

function firstOf(exposures: readonly CountedExposure[]): CountedExposure | null {
  const inTime = [...exposures].sort((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id);
  return inTime[0] ?? null;
}

function isLater(order: CountedOrder, exposure: CountedExposure): boolean {
  return order.placedAt >= exposure.at && order.checkoutToken !== exposure.businessKey;
}

function isWithinWindow(order: CountedOrder, exposure: CountedExposure): boolean {
  return order.placedAt.getTime() <= exposure.at.getTime() + WINDOW_MS;
}

function buysWhatWasOffered(order: CountedOrder, exposure: CountedExposure): boolean {
  return exposure.offers.some(
    (offer) => order.placedOn <= offer.offeredOn + GRACE_DAYS && order.productIds.includes(offer.productId),
  );
}

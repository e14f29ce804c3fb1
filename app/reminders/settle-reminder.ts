import type { ReminderEnd } from './reminder';

/** What an order means for reminders, reduced to what decides. */
export interface OrderView {
  readonly orderId: bigint;
  readonly placedAt: Date;
  /** Cancelled, or a test. */
  readonly isVoid: boolean;
  readonly lines: readonly {
    readonly productId: bigint;
    readonly quantity: number;
    readonly isSubscription: boolean;
  }[];
}

export type Settled =
  | { readonly verdict: 'keep'; readonly quantity: number }
  | { readonly verdict: 'end'; readonly state: 'stopped' | 'bought'; readonly reason: ReminderEnd };

/** What becomes of a reminder in the light of the order it was accepted after. */
export function settleBySource(
  order: OrderView,
  productId: bigint,
  missing: 'not-in-order' | 'refunded',
): Settled {
  if (order.isVoid) return { verdict: 'end', state: 'stopped', reason: 'order-cancelled' };
  const lines = order.lines.filter((line) => line.productId === productId);
  if (lines.length === 0) return { verdict: 'end', state: 'stopped', reason: missing };
  if (lines.some((line) => line.isSubscription))
    return { verdict: 'end', state: 'stopped', reason: 'subscribed' };
  return { verdict: 'keep', quantity: lines.reduce((sum, line) => sum + line.quantity, 0) };
}

/** What a later order of the same person does to a reminder; null when it says nothing about it. */
export function settleByLater(
  later: OrderView,
  reminder: { readonly orderId: bigint | null; readonly productId: bigint },
  source: { readonly placedAt: Date },
): Extract<Settled, { verdict: 'end' }> | null {
  if (later.isVoid || later.orderId === reminder.orderId || later.placedAt <= source.placedAt) return null;
  const lines = later.lines.filter((line) => line.productId === reminder.productId);
  if (lines.length === 0) return null;
  return lines.some((line) => line.isSubscription)
    ? { verdict: 'end', state: 'stopped', reason: 'subscribed' }
    : { verdict: 'end', state: 'bought', reason: 'bought-again' };
}

import { mintId } from './mint-ids';
import { lineMinor } from './order-money';
import type { Order, Refund } from './types';
import type { ShopIndex } from './world-state';

/**
 * Takes back part of an order.
 * @throws Error when a line is not of this order, or less is left of it than asked for.
 */
export function recordRefund(
  index: ShopIndex,
  order: Order,
  lines: readonly { lineItemId: string; quantity: number }[],
  at: number,
): Refund {
  const taken = lines.map(({ lineItemId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.id === lineItemId);
    if (!line) throw new Error(`Order ${order.name} has no line ${lineItemId}.`);
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > line.currentQuantity) {
      throw new Error(`Order ${order.name}: cannot refund ${quantity} of ${line.currentQuantity} left.`);
    }
    line.currentQuantity -= quantity;
    return {
      lineItemId,
      quantity,
      subtotalMinor: lineMinor(order, line, quantity),
    };
  });
  const refund: Refund = {
    id: mintId(index.records.ids, 'refund'),
    createdAt: at,
    lines: taken,
    amountMinor: taken.reduce((sum, line) => sum + line.subtotalMinor, 0),
  };
  order.refunds.push(refund);
  order.updatedAt = Math.max(order.updatedAt, at);
  return refund;
}

/** Cancels an order and refunds what is left of it, as Shopify does by default. Null when nothing was left to refund. */
export function recordCancellation(index: ShopIndex, order: Order, at: number): Refund | null {
  order.cancelledAt = at;
  for (const fulfillment of order.fulfillments) fulfillment.status = 'CANCELLED';
  order.updatedAt = Math.max(order.updatedAt, at);
  const left = order.lines
    .filter((line) => line.currentQuantity > 0)
    .map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity }));
  return left.length > 0 ? recordRefund(index, order, left, at) : null;
}

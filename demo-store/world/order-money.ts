import type { LineItem, Order } from './types';

/** What some of a line costs, its part of the order's discount taken off. */
export function lineMinor(order: Order, line: LineItem, quantity: number): number {
  const off = order.discount?.perLineMinor[order.lines.indexOf(line)] ?? 0;
  return quantity * line.unitPriceMinor - Math.round((off * quantity) / Math.max(1, line.quantity));
}

/** What the order's code took off. */
export function discountMinor(order: Order): number {
  return order.discount?.perLineMinor.reduce((sum, minor) => sum + minor, 0) ?? 0;
}

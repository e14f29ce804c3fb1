import type { Random } from '../random';
import type { Id, Order, World } from '../types';
import { DAY_MS } from './household';

/** Something the shop will do about an order later. */
export type Chore =
  | { readonly kind: 'cancel'; readonly orderId: Id; readonly at: number }
  | {
      readonly kind: 'refund';
      readonly orderId: Id;
      readonly at: number;
      readonly lines: readonly { lineItemId: Id; quantity: number }[];
    };

const HOUR_MS = 3_600_000;

/** Draws what becomes of an order: mostly nothing; at times a cancellation within a day or a refund within two weeks. */
export function drawAftermath(random: Random, order: Order): Chore | null {
  const draw = random.next();
  const at = order.createdAt + HOUR_MS;
  if (draw < 0.012)
    return {
      kind: 'cancel',
      orderId: order.id,
      at: at + Math.round(random.next() * 20 * HOUR_MS),
    };
  if (draw > 0.038) return null;
  const line = random.pick(order.lines);
  const quantity = random.chance(0.7) ? line.quantity : 1;
  const refundAt = at + Math.round(random.between(2, 13) * DAY_MS);
  return {
    kind: 'refund',
    orderId: order.id,
    at: refundAt,
    lines: [{ lineItemId: line.id, quantity }],
  };
}

/** Does what is due. @returns the chores that are left. */
export function doChores(world: World, chores: readonly Chore[]): Chore[] {
  return chores.filter((chore) => {
    if (chore.at > world.now()) return true;
    const order = world.order(chore.orderId);
    if (!order || order.cancelledAt !== null) return false;
    if (chore.kind === 'cancel') world.cancelOrder(order.id);
    else {
      const left = (id: Id) => order.lines.find((line) => line.id === id)?.currentQuantity ?? 0;
      const lines = chore.lines.filter((line) => left(line.lineItemId) >= line.quantity);
      if (lines.length > 0) world.refundOrder(order.id, lines);
    }
    return false;
  });
}

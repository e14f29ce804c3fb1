import type { Order, Refund, WorldReader } from '../../world/types';
import { gid } from '../graphql/gid';
import { zonedIso } from '../instants';
import { linePayload } from './line-payload';
import { moneySet } from './money-set';

/** The body of `refunds/create`. It has no `updated_at`, and nothing of the order but its id. */
export function refundPayload(refund: Refund, order: Order, world: WorldReader): Record<string, unknown> {
  const at = zonedIso(refund.createdAt, world.shop.timeZone);
  return {
    id: BigInt(refund.id),
    order_id: BigInt(order.id),
    created_at: at,
    note: null,
    user_id: null,
    processed_at: at,
    duties: [],
    total_duties_set: moneySet(0, order.currency),
    return: null,
    refund_shipping_lines: [],
    restock: true,
    admin_graphql_api_id: gid('Refund', refund.id),
    order_adjustments: [],
    refund_line_items: refund.lines.map(({ lineItemId, quantity, subtotalMinor }) => {
      const line = order.lines.find((candidate) => candidate.id === lineItemId);
      return {
        id: BigInt(lineItemId),
        quantity,
        line_item_id: BigInt(lineItemId),
        location_id: null,
        restock_type: 'return',
        subtotal: subtotalMinor / 100,
        total_tax: 0,
        subtotal_set: moneySet(subtotalMinor, order.currency),
        total_tax_set: moneySet(0, order.currency),
        line_item: line ? linePayload(line, order, world) : null,
      };
    }),
    transactions: [],
  };
}

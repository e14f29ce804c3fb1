import type { Order } from '../../world/types';
import type { RequestContext } from './request-context';

const WINDOW_MS = 60 * 24 * 3600 * 1000;

/** Without `read_all_orders` an app sees the orders of the last 60 days only, here of the demo's time. */
export function canSeeOrder(order: Order, context: RequestContext): boolean {
  return context.scopes.has('read_all_orders') || order.createdAt >= context.world.now() - WINDOW_MS;
}

import type { WorldEvent, WorldReader } from '../../world/types';
import { gid } from '../graphql/gid';
import { APP_ID } from '../installation';
import { orderPayload } from './order-payload';
import { productPayload } from './product-payload';
import { refundPayload } from './refund-payload';
import { shopPayload } from './shop-payload';

/** What Shopify would tell apps about: changes of the shop, and what happens to the installation itself. */
export type ShopifyEvent =
  | WorldEvent
  | { topic: 'customers/data_request'; customerId: string; email: string | null; orderIds: readonly string[] }
  | { topic: 'app/scopes_update'; previous: readonly string[]; current: readonly string[] };

/** The unfiltered body for an event, as things stand now; null when its subject is gone again. */
export function eventPayload(event: ShopifyEvent, world: WorldReader): Record<string, unknown> | null {
  const { shop } = world;
  const place = { shop_id: BigInt(shop.id), shop_domain: shop.domain };
  switch (event.topic) {
    case 'orders/create':
    case 'orders/updated':
    case 'orders/cancelled': {
      const order = world.order(event.orderId);
      return order ? orderPayload(order, world) : null;
    }
    case 'refunds/create': {
      const order = world.order(event.orderId);
      const refund = order?.refunds.find((candidate) => candidate.id === event.refundId);
      return order && refund ? refundPayload(refund, order, world) : null;
    }
    case 'products/create':
    case 'products/update': {
      const product = world.product(event.productId);
      return product ? productPayload(product, world) : null;
    }
    case 'products/delete':
      return { id: BigInt(event.productId) };
    case 'customers/redact':
      return { ...place, customer: subject(event), orders_to_redact: event.orderIds.map(BigInt) };
    case 'customers/data_request':
      return {
        ...place,
        customer: subject(event),
        orders_requested: event.orderIds.map(BigInt),
        data_request: { id: 9999 },
      };
    case 'shop/redact':
      return place;
    case 'app/uninstalled':
      return shopPayload(shop);
    case 'app/scopes_update':
      return {
        id: BigInt(APP_ID),
        shop_id: gid('Shop', shop.id),
        previous: event.previous,
        current: event.current,
        updated_at: new Date(world.now()).toISOString(),
      };
  }
}

function subject(event: { customerId: string; email: string | null }) {
  return { id: BigInt(event.customerId), email: event.email, phone: null };
}

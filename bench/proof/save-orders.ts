import type { Ports } from '../../app/ports';
import { localDay } from '../../app/shops/local-day';

export interface MadeOrder {
  readonly orderId: bigint;
  readonly browser: string;
  readonly at: number;
  readonly netMinor: number;
  readonly isCancelled: boolean;
}

const SAVE = `
  INSERT INTO "Order" ("shopId", "orderId", "name", "placedAt", "placedOn", "browserId", "currency", "netMinor", "isTest",
    "sourceName", "cancelledAt", "shopifyUpdatedAt")
  VALUES (@shopId, @orderId, @name, @at, @placedOn, @browser, 'GBP', @netMinor, 0, 'web', @cancelledAt, @at)`;

/** Orders as the webhooks' mapper would leave them, of browsers that carried their id in the cart. */
export async function saveOrders(
  ports: Pick<Ports, 'db'>,
  shop: { readonly id: number; readonly timeZone: string },
  orders: readonly MadeOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  await ports.db.hot.write((hot) => {
    const save = hot.prepare(SAVE);
    for (const { isCancelled, orderId, ...order } of orders)
      save.run({
        ...order,
        orderId,
        shopId: shop.id,
        name: `#${orderId}`,
        placedOn: localDay(new Date(order.at), shop.timeZone),
        cancelledAt: isCancelled ? order.at : null,
      });
  });
}

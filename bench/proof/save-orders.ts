import { statement } from '../../app/db/statement';
import type { Ports } from '../../app/ports';
import { localDay } from '../../app/shops/local-day';

export interface MadeOrder {
  readonly orderId: bigint;
  readonly browser: string;
  readonly at: number;
  readonly netMinor: number;
  readonly isCancelled: boolean;
}

const SAVE = statement(`
  INSERT INTO "Order" ("shopId", "orderId", "name", "placedAt", "placedOn", "browserId", "currency", "netMinor", "isTest",
    "sourceName", "cancelledAt", "shopifyUpdatedAt")
  SELECT :shopId, r."orderId", r."name", r."at", r."placedOn", r."browser", 'GBP', r."netMinor", FALSE, 'web',
    r."cancelledAt", r."at"
  FROM rows(:orders, "orderId" number, "name" text, "at" instant, "placedOn" number, "browser" text, "netMinor" number,
    "cancelledAt" instant) AS r`);

/** Orders as the webhooks' mapper would leave them, of browsers that carried their id in the cart. */
export async function saveOrders(
  ports: Pick<Ports, 'db'>,
  shop: { readonly id: number; readonly timeZone: string },
  orders: readonly MadeOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(({ isCancelled, at, ...order }) => ({
    ...order,
    at: new Date(at),
    name: `#${order.orderId}`,
    placedOn: localDay(new Date(at), shop.timeZone),
    cancelledAt: isCancelled ? new Date(at) : null,
  }));
  await ports.db.group((tx) => tx.run(SAVE, { shopId: shop.id, orders: rows }));
}

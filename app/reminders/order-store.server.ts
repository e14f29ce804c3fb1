import { Prisma } from '@prisma/client';
import type { Reader, Tx } from '../ports';
import { isRandomId } from '../shoppers/shopper-key';

export interface ArrivedOrder {
  readonly orderId: bigint;
  readonly placedAt: Date;
  readonly placedOn: number;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
  readonly checkoutToken: string | null;
  readonly isVoid: boolean;
  readonly lines: readonly { productId: bigint; quantity: number; isSubscription: boolean }[];
}

interface OrderState {
  readonly cancelledAt: Date | null;
  readonly isTest: boolean;
}

/** Orders with what is left of their lines, oldest first; `isVoid` for cancelled and test orders. */
export async function loadOrders(
  db: Reader | Tx,
  shopId: number,
  which: { readonly orderIds: readonly bigint[] } | { readonly checkoutTokens: readonly string[] },
): Promise<readonly ArrivedOrder[]> {
  const [column, among] =
    'orderIds' in which ? ['orderId', which.orderIds] : ['checkoutToken', which.checkoutTokens];
  if (among.length === 0) return [];
  const orders = await db.$queryRaw<(Omit<ArrivedOrder, 'isVoid' | 'lines'> & OrderState)[]>`
    SELECT "orderId", "placedAt", "placedOn", "customerId", "browserId", "checkoutToken", "cancelledAt", "isTest"
    FROM "Order" WHERE "shopId" = ${shopId} AND ${Prisma.raw(`"${column}"`)} IN (${Prisma.join(among)})`;
  if (orders.length === 0) return [];
  // Not ordered there: SQLite would rather walk all orders of the shop by their time than sort these few.
  orders.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  const lines = await db.$queryRaw<({ orderId: bigint } & ArrivedOrder['lines'][number])[]>`
    SELECT "orderId", "productId", "quantity", "isSubscription" FROM "Purchase"
    WHERE "shopId" = ${shopId} AND "orderId" IN (${Prisma.join(orders.map((order) => order.orderId))})`;
  return orders.map(
    ({ orderId, placedAt, placedOn, customerId, browserId, checkoutToken, cancelledAt, isTest }) => ({
      orderId,
      placedAt,
      placedOn,
      customerId,
      browserId,
      checkoutToken,
      isVoid: cancelledAt !== null || isTest,
      lines: lines.filter((line) => line.orderId === orderId),
    }),
  );
}

/** Every key of the persons behind these orders, by order. */
export async function keysBehind(
  tx: Tx,
  shopId: number,
  orders: readonly ArrivedOrder[],
): Promise<ReadonlyMap<bigint, readonly number[]>> {
  const found = new Map<bigint, readonly number[]>();
  for (const order of orders) {
    const named = buyerNames(order).map(
      ({ kind, value }) => Prisma.sql`(k."kind" = ${kind} AND k."value" = ${value})`,
    );
    // CROSS JOIN keeps the order: from the few names to their persons, never through a shop's whole table.
    const keys =
      named.length === 0
        ? []
        : await tx.$queryRaw<{ id: number }[]>`
            SELECT DISTINCT o."id" FROM "ShopperKey" k CROSS JOIN "ShopperKey" o
            WHERE k."shopId" = ${shopId} AND (${Prisma.join(named, ' OR ')})
              AND o."shopId" = k."shopId" AND o."personId" = k."personId"`;
    found.set(
      order.orderId,
      keys.map((key) => key.id),
    );
  }
  return found;
}

/** How the buyer of an order is known, strongest first. */
export function buyerNames(
  order: Pick<ArrivedOrder, 'customerId' | 'browserId' | 'checkoutToken'>,
): readonly { kind: 'account' | 'browser' | 'checkout'; value: string }[] {
  const { customerId, browserId, checkoutToken } = order;
  return [
    ...(customerId === null ? [] : [{ kind: 'account' as const, value: String(customerId) }]),
    ...(browserId === null || !isRandomId(browserId) ? [] : [{ kind: 'browser' as const, value: browserId }]),
    ...(checkoutToken === null ? [] : [{ kind: 'checkout' as const, value: checkoutToken }]),
  ];
}

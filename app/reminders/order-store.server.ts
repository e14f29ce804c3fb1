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

/** Orders with what is left of their lines, oldest first; `isVoid` for cancelled and test orders. */
export async function loadOrders(
  db: Reader | Tx,
  shopId: number,
  which: { orderIds?: readonly bigint[]; checkoutTokens?: readonly string[] },
): Promise<readonly ArrivedOrder[]> {
  const { orderIds, checkoutTokens } = which;
  const orders = await db.order.findMany({
    where: {
      shopId,
      orderId: orderIds ? { in: [...orderIds] } : undefined,
      checkoutToken: checkoutTokens ? { in: [...checkoutTokens] } : undefined,
    },
  });
  if (orders.length === 0) return [];
  // Not ordered there: SQLite would rather walk all orders of the shop by their time than sort these few.
  orders.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  const lines = await db.purchase.findMany({
    where: { shopId, orderId: { in: orders.map((order) => order.orderId) } },
    select: { orderId: true, productId: true, quantity: true, isSubscription: true },
  });
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
    const names = buyerNames(order);
    const keys = await tx.shopperKey.findMany({
      where: { shopId, OR: [...names] },
      select: { personId: true },
    });
    const persons = [...new Set(keys.map((key) => key.personId))];
    const all = await tx.shopperKey.findMany({
      where: { shopId, personId: { in: persons } },
      select: { id: true },
    });
    found.set(
      order.orderId,
      all.map((key) => key.id),
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

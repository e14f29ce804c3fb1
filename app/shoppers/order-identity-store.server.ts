import type { Reader } from '../ports';

/** What one order says about who placed it. */
export interface OrderIdentity {
  readonly placedAt: Date;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
  readonly checkoutToken: string | null;
}

/** Oldest first. Test orders are nobody's. A cancelled order still shows who was at that browser. */
export async function loadOrderIdentities(
  db: Reader,
  shopId: number,
  orderIds: readonly bigint[],
): Promise<readonly OrderIdentity[]> {
  const orders = await db.prisma.order.findMany({
    where: { shopId, orderId: { in: [...orderIds] }, isTest: false },
    select: { placedAt: true, customerId: true, browserId: true, checkoutToken: true },
  });
  // Not ordered there: SQLite would rather walk all orders of the shop by their time than sort these few.
  return orders.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
}

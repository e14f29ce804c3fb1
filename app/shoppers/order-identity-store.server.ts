import type { Reader } from '../ports';

/** What one order says about who placed it. */
export interface OrderIdentity {
  readonly placedAt: Date;
  readonly customerId: bigint | null;
  readonly browserId: string | null;
  readonly checkoutToken: string | null;
}

/** Test orders are nobody's. A cancelled order still shows who was at that browser. */
export async function loadOrderIdentities(
  db: Reader,
  shopId: number,
  orderIds: readonly bigint[],
): Promise<readonly OrderIdentity[]> {
  return db.order.findMany({
    where: { shopId, orderId: { in: [...orderIds] }, isTest: false },
    select: { placedAt: true, customerId: true, browserId: true, checkoutToken: true },
    orderBy: { placedAt: 'asc' },
  });
}

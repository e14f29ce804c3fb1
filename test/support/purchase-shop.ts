/** A shop with consumables and purchases written straight into the tables, as ingest would leave them. */
import type { TestPorts } from './test-ports';
import { makeTestShop } from './test-ports';

export interface TestPurchase {
  readonly day: number;
  readonly productId?: bigint;
  readonly customerId?: bigint | null;
  readonly browserId?: string | null;
  readonly variantId?: bigint | null;
  readonly quantity?: number;
  readonly isSubscription?: boolean;
}

/** 2026-11-20, the day on which test ports begin. */
export const TODAY_ON = 20_777;

export async function makePurchaseShop(
  ports: TestPorts,
  productIds: readonly bigint[] = [1n],
): Promise<{ readonly id: number }> {
  const { id: shopId } = await makeTestShop(ports);
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    for (const productId of productIds) {
      await tx.prisma.product.create({
        data: {
          ...{ shopId, productId, handle: `p-${productId}`, title: `Thing ${productId}`, tags: [] },
          ...{ isLive: true, isAvailable: true, shopifyUpdatedAt: at },
        },
      });
      await tx.prisma.consumable.create({
        data: { shopId, productId, modelSays: true, holds: true, score: 1, evidence: {}, decidedAt: at },
      });
    }
  });
  return { id: shopId };
}

let ids = 0n;

/** Each purchase is an order of its own. @returns the orders' ids */
export async function addPurchases(
  ports: TestPorts,
  shopId: number,
  purchases: readonly TestPurchase[],
): Promise<bigint[]> {
  const at = ports.clock.now();
  const rows = purchases.map((purchase) => {
    ids += 1n;
    const customerId = purchase.customerId === undefined ? 7n : purchase.customerId;
    const who = { shopId, orderId: ids, customerId, browserId: purchase.browserId ?? null };
    return { who, purchase };
  });
  await ports.db.write(async (tx) => {
    await tx.prisma.order.createMany({
      data: rows.map(({ who, purchase }) => ({
        ...who,
        ...{ name: `#${who.orderId}`, placedAt: at, placedOn: purchase.day, currency: 'GBP', netMinor: 100 },
        shopifyUpdatedAt: at,
      })),
    });
    await tx.prisma.purchase.createMany({
      data: rows.map(({ who, purchase }) => ({
        ...who,
        ...{
          lineId: who.orderId,
          productId: purchase.productId ?? 1n,
          variantId: purchase.variantId ?? null,
        },
        ...{ quantity: purchase.quantity ?? 1, boughtOn: purchase.day, unitPriceMinor: 100 },
        isSubscription: purchase.isSubscription ?? false,
      })),
    });
  });
  return rows.map(({ who }) => who.orderId);
}

/** Shoppers with steady cycles of their own: enough for a shop to learn from. */
export function steadyShoppers(shoppers: number, untilOn = TODAY_ON): TestPurchase[] {
  return Array.from({ length: shoppers }, (_, i) => {
    const cycle = 14 + ((i * 7) % 30);
    const days: TestPurchase[] = [];
    for (
      let day = untilOn - 200 + ((i * 13) % 40);
      day <= untilOn;
      day += cycle + ((i + days.length) % 5) - 2
    )
      days.push({ day, customerId: BigInt(100 + i), productId: BigInt(1 + (i % 3)) });
    return days;
  }).flat();
}

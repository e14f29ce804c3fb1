import { z } from 'zod';
import type { HotDatabase, Reader, Tx } from '../../ports';
import type { CustomerOrder, Insights } from './insights';

// CROSS JOIN keeps the order: from some customers to their orders, never through the shop's whole table. So does a list that
// may name a product twice: for a distinct one SQLite walks the shop's purchases by product.
const ORDERS = `
  WITH some AS (
    SELECT DISTINCT "customerId" FROM "Order" WHERE "shopId" = @shopId AND "customerId" > @after
    ORDER BY "customerId" LIMIT @take)
  SELECT o."customerId", o."orderId", o."placedOn", o."journeySource", o."journeyLanding", o."customerOrder",
    (SELECT group_concat(p."productId") FROM "Purchase" p
     WHERE p."shopId" = o."shopId" AND p."orderId" = o."orderId") AS "products"
  FROM some CROSS JOIN "Order" o
  WHERE o."shopId" = @shopId AND o."customerId" = some."customerId" AND o."cancelledAt" IS NULL AND o."isTest" = 0
  ORDER BY o."customerId", o."placedAt"`;

const row = z.object({
  customerId: z.bigint(),
  placedOn: z.bigint(),
  journeySource: z.string().nullable(),
  journeyLanding: z.string().nullable(),
  customerOrder: z.bigint().nullable(),
  products: z.string().nullable(),
});

/** The orders of the next customers after `after`, grouped by customer, in the order of their ids. */
export function customersAfter(
  hot: HotDatabase,
  shopId: number,
  after: bigint,
  take: number,
): ReadonlyMap<bigint, readonly CustomerOrder[]> {
  const found = new Map<bigint, CustomerOrder[]>();
  for (const raw of hot.prepareRead(ORDERS).all({ shopId, after, take })) {
    const { customerId, placedOn, journeySource, journeyLanding, customerOrder, products } = row.parse(raw);
    const orders = found.get(customerId) ?? [];
    found.set(customerId, orders);
    // Refunded whole: it says nothing about coming back, but its customer has been seen.
    if (products === null) continue;
    orders.push({
      placedOn: Number(placedOn),
      productIds: [...new Set(products.split(','))],
      source: journeySource,
      landing: journeyLanding,
      place: customerOrder === null ? null : Number(customerOrder),
    });
  }
  return found;
}

export async function consumableIds(reader: Reader, shopId: number): Promise<ReadonlySet<string>> {
  const rows = await reader.consumable.findMany({
    where: { shopId, holds: true },
    select: { productId: true },
  });
  return new Set(rows.map(({ productId }) => productId.toString()));
}

export async function productTitles(
  reader: Reader,
  shopId: number,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.product.findMany({
    where: { shopId, productId: { in: productIds.map(BigInt) } },
    select: { productId: true, title: true },
  });
  return new Map(rows.map(({ productId, title }) => [productId.toString(), title]));
}

export async function saveInsights(tx: Tx, shopId: number, view: Insights, madeAt: Date): Promise<void> {
  const data = { view: JSON.parse(JSON.stringify(view)) as object, madeAt };
  await tx.insight.upsert({ where: { shopId }, create: { shopId, ...data }, update: data });
}

export async function storedInsights(
  reader: Reader,
  shopId: number,
): Promise<{ readonly view: unknown; readonly madeAt: Date } | null> {
  return reader.insight.findUnique({ where: { shopId } });
}

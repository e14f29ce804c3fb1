import { bigId, day, int, orNull, statement, text } from '../../db/statement';
import type { Reader, Sql, Tx } from '../../ports';
import type { CustomerOrder, Insights } from './insights';

// CROSS JOIN keeps the order: from some customers to their orders, never through the shop's whole table. So does a list that
// may name a product twice: for a distinct one SQLite walks the shop's purchases by product.
const ORDERS = statement(
  `
  WITH buyers AS (
    SELECT DISTINCT "customerId" FROM "Order" WHERE "shopId" = :shopId AND "customerId" > :after
    ORDER BY "customerId" LIMIT :take)
  SELECT o."customerId", o."placedOn", o."journeySource", o."journeyLanding", o."customerOrder",
    (SELECT string_agg(CAST(p."productId" AS TEXT), ',') FROM "Purchase" p
     WHERE p."shopId" = o."shopId" AND p."orderId" = o."orderId") AS "products"
  FROM buyers CROSS JOIN "Order" o
  WHERE o."shopId" = :shopId AND o."customerId" = buyers."customerId" AND o."cancelledAt" IS NULL AND o."isTest" = FALSE
  ORDER BY o."customerId", o."placedAt"`,
  {
    ...{ customerId: bigId, placedOn: day, journeySource: orNull(text), journeyLanding: orNull(text) },
    ...{ customerOrder: orNull(int), products: orNull(text) },
  },
);

/** The orders of the next customers after `after`, grouped by customer, in the order of their ids. */
export async function customersAfter(
  db: Sql,
  shopId: number,
  after: bigint,
  take: number,
): Promise<ReadonlyMap<bigint, readonly CustomerOrder[]>> {
  const found = new Map<bigint, CustomerOrder[]>();
  for (const order of await db.all(ORDERS, { shopId, after, take })) {
    const { customerId, placedOn, products } = order;
    const orders = found.get(customerId) ?? [];
    found.set(customerId, orders);
    // Refunded whole: it says nothing about coming back, but its customer has been seen.
    if (products === null) continue;
    orders.push({
      placedOn,
      productIds: [...new Set(products.split(','))],
      source: order.journeySource,
      landing: order.journeyLanding,
      place: order.customerOrder,
    });
  }
  return found;
}

export async function consumableIds(reader: Reader, shopId: number): Promise<ReadonlySet<string>> {
  const rows = await reader.prisma.consumable.findMany({
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
  const rows = await reader.prisma.product.findMany({
    where: { shopId, productId: { in: productIds.map(BigInt) } },
    select: { productId: true, title: true },
  });
  return new Map(rows.map(({ productId, title }) => [productId.toString(), title]));
}

export async function saveInsights(tx: Tx, shopId: number, view: Insights, madeAt: Date): Promise<void> {
  const data = { view: JSON.parse(JSON.stringify(view)) as object, madeAt };
  await tx.prisma.insight.upsert({ where: { shopId }, create: { shopId, ...data }, update: data });
}

export async function storedInsights(
  reader: Reader,
  shopId: number,
): Promise<{ readonly view: unknown; readonly madeAt: Date } | null> {
  return reader.prisma.insight.findUnique({ where: { shopId } });
}

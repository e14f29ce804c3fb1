import type { Order } from '@prisma/client';
import { inParts } from '../db/in-parts';
import type { Reader, Tx } from '../ports';
import type { CountedOrder, FirstConversion } from './outcomes';

/** The persons behind these orders: by customer, by browser and by checkout. */
export async function personsOfOrders(
  reader: Reader,
  shopId: number,
  orderIds: readonly bigint[],
): Promise<readonly number[]> {
  const orders = await reader.order.findMany({
    where: { shopId, orderId: { in: [...orderIds] } },
    select: { customerId: true, browserId: true, checkoutToken: true },
  });
  const keys = await reader.shopperKey.findMany({
    where: {
      shopId,
      OR: [
        { kind: 'account', value: { in: present(orders.map((order) => order.customerId?.toString())) } },
        { kind: 'browser', value: { in: present(orders.map((order) => order.browserId)) } },
        { kind: 'checkout', value: { in: present(orders.map((order) => order.checkoutToken)) } },
      ],
    },
    select: { personId: true },
  });
  return [...new Set(keys.map((key) => key.personId))];
}

/** Orders since `from` that stand, by person. One order may belong to one person only. */
export async function ordersSince(
  reader: Reader,
  shopId: number,
  personIds: readonly number[],
  from: Date,
): Promise<ReadonlyMap<number, readonly CountedOrder[]>> {
  const keys = await reader.shopperKey.findMany({
    where: { shopId, personId: { in: [...personIds] } },
    select: { kind: true, value: true, personId: true },
  });
  const person = new Map(keys.map((key) => [`${key.kind}:${key.value}`, key.personId]));
  const orders = await ordersOfKeys(reader, shopId, keys, from);
  const products = new Map<bigint, bigint[]>();
  for (const part of inParts([...orders.keys()])) {
    const lines = await reader.purchase.findMany({
      where: { shopId, orderId: { in: part } },
      select: { orderId: true, productId: true },
    });
    for (const line of lines)
      products.set(line.orderId, [...(products.get(line.orderId) ?? []), line.productId]);
  }

  const found = new Map<number, CountedOrder[]>();
  for (const order of orders.values()) {
    const productIds = products.get(order.orderId) ?? [];
    const isRefunded = order.netMinor <= 0 && productIds.length === 0;
    // Who ordered signed in, or was known by their address, is that customer, whoever else uses the browser.
    const personId =
      order.customerId === null
        ? (person.get(`browser:${order.browserId}`) ?? person.get(`checkout:${order.checkoutToken}`))
        : person.get(`account:${order.customerId}`);
    if (isRefunded || personId === undefined) continue;
    const { orderId, placedAt, placedOn, checkoutToken } = order;
    found.set(personId, [
      ...(found.get(personId) ?? []),
      { orderId, placedAt, placedOn, checkoutToken, productIds },
    ]);
  }
  return found;
}

async function ordersOfKeys(
  reader: Reader,
  shopId: number,
  keys: readonly { readonly kind: string; readonly value: string }[],
  from: Date,
): Promise<ReadonlyMap<bigint, Order>> {
  const found = new Map<bigint, Order>();
  for (const part of inParts(keys)) {
    const valuesOf = (kind: string) => part.filter((key) => key.kind === kind).map((key) => key.value);
    const orders = await reader.order.findMany({
      where: {
        shopId,
        placedAt: { gte: from },
        cancelledAt: null,
        isTest: false,
        OR: [
          { customerId: { in: valuesOf('account').map(BigInt) } },
          { browserId: { in: valuesOf('browser') } },
          { checkoutToken: { in: valuesOf('checkout') } },
        ],
      },
    });
    for (const order of orders) found.set(order.orderId, order);
  }
  return found;
}

/** Puts a person's conversions in the place of those kept under any of the person's keys. */
export async function replaceOutcomes(
  tx: Tx,
  shopId: number,
  personId: number,
  conversions: readonly FirstConversion[],
): Promise<void> {
  const keys = await tx.shopperKey.findMany({ where: { shopId, personId }, select: { id: true } });
  await tx.outcome.deleteMany({ where: { shopId, keyId: { in: keys.map((key) => key.id) } } });
  for (const { of, metric, keyId, at, orderId } of conversions) {
    await tx.outcome.create({ data: { shopId, tactic: of, keyId, metric, at, orderId } });
  }
}

function present(values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value) => value !== null && value !== undefined);
}

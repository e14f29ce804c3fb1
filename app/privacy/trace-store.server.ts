import type { Tx } from '../ports';
import { ownKeys, ownOrders, type ErasureRequest, type TracedKey, type TracedOrder } from './traces';

/** Everything by which a person is known in a shop. */
export interface Traces {
  readonly orders: readonly TracedOrder[];
  /** The same and those that the request names although nothing is stored of them. */
  readonly erasedOrderIds: readonly bigint[];
  readonly keys: readonly TracedKey[];
  readonly browserIds: readonly string[];
  readonly reminderIds: readonly string[];
  readonly messageIds: readonly string[];
}

const ORDER_COLUMNS = { orderId: true, customerId: true, browserId: true, checkoutToken: true } as const;
const KEY_COLUMNS = { id: true, kind: true, value: true, personId: true } as const;

/** Finds a person's traces, inside the transaction that removes them. */
export async function findTraces(tx: Tx, shopId: number, request: ErasureRequest): Promise<Traces> {
  const named = await tx.order.findMany({
    where: {
      shopId,
      OR: [
        { orderId: { in: [...request.orderIds] } },
        ...(request.customerId === null ? [] : [{ customerId: request.customerId }]),
      ],
    },
    select: ORDER_COLUMNS,
  });
  const own = ownOrders(request, named);
  const keys = await findKeys(tx, shopId, request, own);
  const browserIds = keys.flatMap((key) => (key.kind === 'browser' ? key.value : []));
  const orders = await withGuestOrders(tx, shopId, own, browserIds);
  const keyIds = keys.map((key) => key.id);
  const tokens = [
    ...orders.map((order) => order.checkoutToken),
    ...keys.map((key) => (key.kind === 'checkout' ? key.value : null)),
  ];
  const reminders = await tx.reminder.findMany({
    where: {
      shopId,
      OR: [
        { keyId: { in: keyIds } },
        { orderId: { in: orders.map((order) => order.orderId) } },
        { checkoutToken: { in: tokens.filter((token) => token !== null) } },
        ...(request.emailHash === null ? [] : [{ emailHash: request.emailHash }]),
      ],
    },
    select: { id: true },
  });
  const reminderIds = reminders.map((reminder) => reminder.id);
  const messages = await tx.message.findMany({
    where: {
      shopId,
      OR: [
        { keyId: { in: keyIds } },
        { subjectId: { in: reminderIds } },
        ...(request.emailHash === null ? [] : [{ emailHash: request.emailHash }]),
      ],
    },
    select: { id: true },
  });
  const foreign = new Set(named.filter((order) => !own.includes(order)).map((order) => order.orderId));
  const unknown = request.orderIds.filter((orderId) => !foreign.has(orderId));
  return {
    orders,
    erasedOrderIds: [...new Set([...unknown, ...orders.map((order) => order.orderId)])],
    keys,
    browserIds,
    reminderIds,
    messageIds: messages.map((message) => message.id),
  };
}

async function findKeys(
  tx: Tx,
  shopId: number,
  request: ErasureRequest,
  orders: readonly TracedOrder[],
): Promise<readonly TracedKey[]> {
  const present = (values: readonly (string | null)[]) => values.filter((value) => value !== null);
  const named = await tx.shopperKey.findMany({
    where: {
      shopId,
      OR: [
        { kind: 'account', value: { in: present([request.customerId?.toString() ?? null]) } },
        { kind: 'browser', value: { in: present(orders.map((order) => order.browserId)) } },
        { kind: 'checkout', value: { in: present(orders.map((order) => order.checkoutToken)) } },
      ],
    },
    select: { personId: true },
  });
  const persons = [...new Set(named.map((key) => key.personId))];
  const keys = await tx.shopperKey.findMany({
    where: { shopId, personId: { in: persons } },
    select: KEY_COLUMNS,
  });
  return ownKeys(request, orders, keys);
}

/** What was bought as a guest on a browser that is the person's alone. */
async function withGuestOrders(
  tx: Tx,
  shopId: number,
  own: readonly TracedOrder[],
  browserIds: readonly string[],
): Promise<readonly TracedOrder[]> {
  const guests = await tx.order.findMany({
    where: { shopId, customerId: null, browserId: { in: [...browserIds] } },
    select: ORDER_COLUMNS,
  });
  return [...new Map([...own, ...guests].map((order) => [order.orderId, order])).values()];
}

import type { Prisma } from '@prisma/client';
import { inParts } from '../db/in-parts';
import type { Reader } from '../ports';
import { ownKeys, ownOrders, type ErasureRequest, type TracedKey, type TracedOrder } from './traces';

/** Everything by which a person is known in a shop. */
export interface Traces {
  readonly orders: readonly TracedOrder[];
  /** The same and those that the request names although nothing is stored of them. */
  readonly erasedOrderIds: readonly bigint[];
  readonly keys: readonly TracedKey[];
  readonly browserIds: readonly string[];
  /** Of their orders, keys and reminders. */
  readonly checkoutTokens: readonly string[];
  readonly reminderIds: readonly string[];
  readonly followUps: readonly TracedFollowUp[];
  readonly messageIds: readonly string[];
}

const ORDER_COLUMNS = { orderId: true, customerId: true, browserId: true, checkoutToken: true } as const;
const KEY_COLUMNS = { id: true, kind: true, value: true, personId: true } as const;

/** Finds a person's traces; once more inside the transaction that removes them. */
export async function findTraces(tx: Reader, shopId: number, request: ErasureRequest): Promise<Traces> {
  const named = await findNamedOrders(tx, shopId, request);
  const own = ownOrders(request, named);
  const keys = await findKeys(tx, shopId, request, own);
  const browserIds = keys.flatMap((key) => (key.kind === 'browser' ? key.value : []));
  // What was bought as a guest on a browser that is the person's alone.
  const guest = await collect(browserIds, (part) =>
    tx.prisma.order.findMany({
      where: { shopId, customerId: null, browserId: { in: part } },
      select: ORDER_COLUMNS,
    }),
  );
  const orders = [...new Map([...own, ...guest].map((order) => [order.orderId, order])).values()];
  const reminders = await findReminders(tx, shopId, request, { orders, keys });
  const reminderIds = reminders.map((reminder) => reminder.id);
  const followUps = await findFollowUps(tx, shopId, request, { orders, keys });
  const subjectIds = [...reminderIds, ...followUps.map((followUp) => followUp.id)];
  const messageIds = await findMessages(tx, shopId, request, { keys, subjectIds });
  const foreign = new Set(named.filter((order) => !own.includes(order)).map((order) => order.orderId));
  const unknown = request.orderIds.filter((orderId) => !foreign.has(orderId));
  const erasedOrderIds = [...new Set([...unknown, ...orders.map((order) => order.orderId)])];
  const checkoutTokens = [
    ...new Set([...tokensOf({ orders, keys }), ...reminders.map((reminder) => reminder.checkoutToken)]),
  ];
  return { orders, erasedOrderIds, keys, browserIds, checkoutTokens, reminderIds, followUps, messageIds };
}

async function findNamedOrders(
  tx: Reader,
  shopId: number,
  request: ErasureRequest,
): Promise<readonly TracedOrder[]> {
  const { customerId, orderIds, phoneHash } = request;
  const theirs =
    customerId === null
      ? []
      : await tx.prisma.order.findMany({ where: { shopId, customerId }, select: ORDER_COLUMNS });
  const phoned =
    phoneHash === null
      ? []
      : await tx.prisma.order.findMany({ where: { shopId, phoneHash }, select: ORDER_COLUMNS });
  const named = await collect(orderIds, (part) =>
    tx.prisma.order.findMany({ where: { shopId, orderId: { in: part } }, select: ORDER_COLUMNS }),
  );
  return [...new Map([...theirs, ...phoned, ...named].map((order) => [order.orderId, order])).values()];
}

async function findKeys(
  tx: Reader,
  shopId: number,
  request: ErasureRequest,
  orders: readonly TracedOrder[],
): Promise<readonly TracedKey[]> {
  const find = (kind: string, values: readonly (string | null)[]) =>
    collect(present(values), (part) =>
      tx.prisma.shopperKey.findMany({
        where: { shopId, kind, value: { in: part } },
        select: { personId: true },
      }),
    );
  const named = [
    ...(await find('account', [request.customerId?.toString() ?? null])),
    ...(await find(
      'browser',
      orders.map((order) => order.browserId),
    )),
    ...(await find(
      'checkout',
      orders.map((order) => order.checkoutToken),
    )),
  ];
  const persons = [...new Set(named.map((key) => key.personId))];
  const keys = await collect(persons, (part) =>
    tx.prisma.shopperKey.findMany({ where: { shopId, personId: { in: part } }, select: KEY_COLUMNS }),
  );
  return ownKeys(request, orders, keys);
}

async function findReminders(
  tx: Reader,
  shopId: number,
  { customerId, emailHash }: ErasureRequest,
  of: Pick<Traces, 'orders' | 'keys'>,
): Promise<readonly { id: string; checkoutToken: string }[]> {
  const find = (where: Prisma.ReminderWhereInput) =>
    tx.prisma.reminder.findMany({ where: { shopId, ...where }, select: { id: true, checkoutToken: true } });
  const orderIds = of.orders.map((order) => order.orderId);
  const found = [
    ...(await collect(
      of.keys.map((key) => key.id),
      (part) => find({ keyId: { in: part } }),
    )),
    ...(await collect(orderIds, (part) => find({ orderId: { in: part } }))),
    ...(await collect(tokensOf(of), (part) => find({ checkoutToken: { in: part } }))),
    ...(customerId === null ? [] : await find({ customerId })),
    ...(emailHash === null ? [] : await find({ emailHash })),
  ];
  return [...new Map(found.map((row) => [row.id, row])).values()];
}

/** Of the same, and whether a code of theirs may still work at Shopify. */
export interface TracedFollowUp {
  readonly id: string;
  readonly discountCode: string | null;
}

async function findFollowUps(
  tx: Reader,
  shopId: number,
  { customerId, emailHash }: ErasureRequest,
  of: Pick<Traces, 'orders' | 'keys'>,
): Promise<readonly TracedFollowUp[]> {
  const find = (where: Prisma.FollowUpWhereInput) =>
    tx.prisma.followUp.findMany({ where: { shopId, ...where }, select: { id: true, discountCode: true } });
  const found = [
    ...(await collect(
      of.keys.map((key) => key.id),
      (part) => find({ keyId: { in: part } }),
    )),
    ...(await collect(
      of.orders.map((order) => order.orderId),
      (part) => find({ orderId: { in: part } }),
    )),
    ...(customerId === null ? [] : await find({ customerId })),
    ...(emailHash === null ? [] : await find({ emailHash })),
  ];
  return [...new Map(found.map((row) => [row.id, row])).values()];
}

function tokensOf({ orders, keys }: Pick<Traces, 'orders' | 'keys'>): readonly string[] {
  const checkouts = keys.flatMap((key) => (key.kind === 'checkout' ? key.value : []));
  return [...present(orders.map((order) => order.checkoutToken)), ...checkouts];
}

async function findMessages(
  tx: Reader,
  shopId: number,
  { emailHash }: ErasureRequest,
  of: Pick<Traces, 'keys'> & { readonly subjectIds: readonly string[] },
): Promise<readonly string[]> {
  const find = (where: Prisma.MessageWhereInput) =>
    tx.prisma.message.findMany({ where: { shopId, ...where }, select: { id: true } });
  const found = [
    ...(await collect(
      of.keys.map((key) => key.id),
      (part) => find({ keyId: { in: part } }),
    )),
    ...(await collect(of.subjectIds, (part) => find({ subjectId: { in: part } }))),
    ...(emailHash === null ? [] : await find({ emailHash })),
  ];
  return [...new Set(found.map((row) => row.id))];
}

async function collect<V, R>(values: readonly V[], find: (part: V[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (const part of inParts(values)) found.push(...(await find(part)));
  return found;
}

function present(values: readonly (string | null)[]): readonly string[] {
  return values.filter((value) => value !== null);
}

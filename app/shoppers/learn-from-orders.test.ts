import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { loadOrders } from '../orders/arrived-order-store.server';
import { ensureKey, findKey, keysOfPerson } from './key-store.server';
import { learnFromOrders } from './learn-from-orders.server';

const BROWSER = 'browser_browser_browse';
const BIG_ID = 9_007_199_254_740_993n;

let ports: TestPorts;
let shopId: number;

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});

afterEach(() => ports.close());

interface OrderPart {
  customerId?: bigint;
  browserId?: string;
  checkoutToken?: string;
  isTest?: boolean;
  placedAt?: Date;
}

async function makeOrder(orderId: bigint, part: OrderPart): Promise<void> {
  const at = part.placedAt ?? ports.clock.now();
  const fixed = { name: '#1', placedAt: at, placedOn: 0, currency: 'GBP', netMinor: 0, shopifyUpdatedAt: at };
  await ports.db.write((tx) => tx.prisma.order.create({ data: { shopId, orderId, ...fixed, ...part } }));
}

const learn = async (orderIds: readonly bigint[]) =>
  learnFromOrders(ports, { shopId, orders: await loadOrders(ports.db.read, shopId, { orderIds }) });

it('knows account and browser of an order as one person, and draws no arm', async () => {
  await makeOrder(BIG_ID, { customerId: BIG_ID, browserId: BROWSER });
  await learn([BIG_ID]);
  const account = await findKey(ports.db.read, { shopId, kind: 'account', value: '9007199254740993' });
  const keys = await keysOfPerson(ports.db.read, shopId, account?.personId ?? 0);
  expect(keys.map((key) => key.kind)).toEqual(['account', 'browser']);
  expect(await ports.db.read.prisma.assignment.count()).toBe(0);
});

it('leads to the same links however often and in whatever order it learns', async () => {
  const day = (n: number) => new Date(Date.UTC(2026, 9, n));
  await makeOrder(1n, { customerId: 1n, browserId: BROWSER, placedAt: day(1) });
  await makeOrder(2n, { customerId: 2n, browserId: BROWSER, placedAt: day(2) });
  await makeOrder(3n, { customerId: 1n, browserId: BROWSER, placedAt: day(3) });
  for (const orderIds of [[3n], [2n, 1n], [1n, 2n, 3n]]) await learn(orderIds);
  const links = await ports.db.read.prisma.shopperLink.findMany({ orderBy: { at: 'asc' } });
  expect(links.map((link) => link.at)).toEqual([day(1), day(2)]);
  const browser = await findKey(ports.db.read, { shopId, kind: 'browser', value: BROWSER });
  const first = await findKey(ports.db.read, { shopId, kind: 'account', value: '1' });
  const second = await findKey(ports.db.read, { shopId, kind: 'account', value: '2' });
  expect(browser?.personId).toBe(first?.personId);
  expect(second?.personId).not.toBe(first?.personId);
});

it('reads orders oldest first, whatever their ids', async () => {
  const days = [5, 2, 9, 1].map((n) => new Date(Date.UTC(2026, 9, n)));
  for (const [i, placedAt] of days.entries()) await makeOrder(BigInt(i), { placedAt });
  const read = await loadOrders(ports.db.read, shopId, { orderIds: [3n, 0n, 2n, 1n] });
  expect(read.map((order) => order.placedAt.getUTCDate())).toEqual([1, 2, 5, 9]);
});

it('learns nothing from test orders, anonymous orders or made-up browser ids', async () => {
  await makeOrder(1n, { customerId: 1n, browserId: BROWSER, isTest: true });
  await makeOrder(2n, { browserId: "' OR 1=1 --" });
  await makeOrder(3n, {});
  await learn([1n, 2n, 3n, 4n]);
  expect(await ports.db.read.prisma.shopperKey.count()).toBe(0);
});

it('joins a checkout that was offered something to the account that paid', async () => {
  const at = ports.clock.now();
  const checkout = await ports.db.write((tx) =>
    ensureKey(tx, { shopId, kind: 'checkout', value: 'token', at }),
  );
  await makeOrder(1n, { customerId: 7n, browserId: BROWSER, checkoutToken: 'token' });
  await learn([1n]);
  expect(await keysOfPerson(ports.db.read, shopId, checkout.id)).toHaveLength(3);
});

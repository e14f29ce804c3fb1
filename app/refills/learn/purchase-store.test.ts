import { afterEach, expect, test } from 'vitest';
import { plansOf, writeDownStatements, type AnyStatement } from '../../../test/support/query-plans';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { loadPackSizes } from './pack-store.server';
import { loadBuyerPurchases, nextBuyers } from './purchase-store.server';
import { loadRhythms } from './rhythm-store.server';
import { linesByDay, linesOfProduct } from './shop-purchase-store.server';

let ports: TestPorts;
afterEach(() => ports.close());

test('a buyer is read through the index of its own purchases, not through the whole shop', async () => {
  ports = await makeTestPorts();
  const statements = new Set<AnyStatement>();
  const { read } = writeDownStatements(ports, statements).db;
  const sizes = new Map<bigint, number>();
  await loadBuyerPurchases(read, 1, { kind: 'account', value: '1' }, sizes);
  await loadBuyerPurchases(read, 1, { kind: 'browser', value: 'b' }, sizes);
  await loadPackSizes(read, 1, new Set([1n]));
  await nextBuyers(read, 1, 'account', '', 10);
  await nextBuyers(read, 1, 'browser', '', 10);
  await loadRhythms(read, 1, [1n]);
  await linesOfProduct(read, 1, 1n, 1);
  for await (const line of linesByDay(read, 1, 1)) expect(line).toBeNull();
  const plans = plansOf(ports.config.databaseFile, statements).map(({ steps }) => steps[0]);
  expect(
    plans.map((plan) => /(customerId|browserId|productId|boughtOn)(=|>|<)\?/.exec(plan ?? '')?.[0]),
  ).toEqual([
    'customerId=?',
    'browserId=?',
    'productId=?',
    'customerId>?',
    'browserId>?',
    'productId=?',
    'productId=?',
    'boughtOn<?',
  ]);
});

test('a buyer’s purchases come oldest first, consumables only, and those of others not at all', async () => {
  ports = await makeTestPorts();
  const shop = await makeTestShop(ports);
  const verdict = { shopId: shop.id, modelSays: true, score: 1, evidence: {}, decidedAt: ports.clock.now() };
  const line = { shopId: shop.id, orderId: 1n, quantity: 1, unitPriceMinor: 100, isSubscription: false };
  await ports.db.write(async (tx) => {
    await tx.prisma.consumable.create({ data: { ...verdict, productId: 1n, holds: true } });
    await tx.prisma.consumable.create({ data: { ...verdict, productId: 2n, holds: false } });
    await tx.prisma.purchase.createMany({
      data: [
        { ...line, lineId: 1n, productId: 1n, boughtOn: 30, customerId: 7n },
        { ...line, lineId: 2n, productId: 1n, boughtOn: 10, customerId: 7n, browserId: 'b' },
        { ...line, lineId: 3n, productId: 2n, boughtOn: 5, customerId: 7n },
        { ...line, lineId: 4n, productId: 1n, boughtOn: 20, customerId: 8n },
      ],
    });
  });
  const days = async (kind: 'account' | 'browser', value: string) =>
    (await loadBuyerPurchases(ports.db.read, shop.id, { kind, value })).map((purchase) => purchase.boughtOn);
  expect(await days('account', '7')).toEqual([10, 30]);
  expect(await days('browser', 'b')).toEqual([10]);
  expect(await nextBuyers(ports.db.read, shop.id, 'account', '7', 5)).toEqual([
    { kind: 'account', value: '8' },
  ]);
});

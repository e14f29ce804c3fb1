import Sqlite from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { loadSubjectPurchases, nextSubjects } from './purchase-store.server';
import { linesByDay, linesOfProduct, loadOrderBuyer, loadOrderProducts } from './shop-purchase-store.server';

let ports: TestPorts;
afterEach(() => ports.close());

test('a subject is read through the index of its own purchases, not through the whole shop', async () => {
  ports = await makeTestPorts();
  const statements: string[] = [];
  const hot = {
    ...ports.db.hot,
    prepareRead: (sql: string) => (statements.push(sql), ports.db.hot.prepareRead(sql)),
  };
  await loadSubjectPurchases(hot, 1, { kind: 'account', value: '1' });
  await loadSubjectPurchases(hot, 1, { kind: 'browser', value: 'b' });
  await nextSubjects(hot, 1, 'account', '', 10);
  await nextSubjects(hot, 1, 'browser', '', 10);
  await loadOrderBuyer(hot, 1, 1n);
  await loadOrderProducts(hot, 1, 1n);
  Array.from(linesOfProduct(hot, 1, 1n, 1));
  Array.from(linesByDay(hot, 1, 1, new Map()));
  const db = new Sqlite(ports.config.databaseFile, { readonly: true });
  const plans = statements.map((sql) => {
    const args = Array.from(sql.matchAll(/\?/g), () => 1);
    return (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...args) as { detail: string }[])[0]?.detail;
  });
  db.close();
  expect(
    plans.map((plan) => /(customerId|browserId|orderId|productId|boughtOn)(=|>|<)\?/.exec(plan ?? '')?.[0]),
  ).toEqual([
    'customerId=?',
    'browserId=?',
    'customerId>?',
    'browserId>?',
    'orderId=?',
    'orderId=?',
    'productId=?',
    'boughtOn<?',
  ]);
});

test('a subject’s purchases come oldest first, consumables only, and those of others not at all', async () => {
  ports = await makeTestPorts();
  const shop = await makeTestShop(ports);
  const verdict = { shopId: shop.id, modelSays: true, score: 1, evidence: {}, decidedAt: ports.clock.now() };
  const line = { shopId: shop.id, orderId: 1n, quantity: 1, unitPriceMinor: 100, isSubscription: false };
  await ports.db.write(async (tx) => {
    await tx.consumable.create({ data: { ...verdict, productId: 1n, holds: true } });
    await tx.consumable.create({ data: { ...verdict, productId: 2n, holds: false } });
    await tx.purchase.createMany({
      data: [
        { ...line, lineId: 1n, productId: 1n, boughtOn: 30, customerId: 7n },
        { ...line, lineId: 2n, productId: 1n, boughtOn: 10, customerId: 7n, browserId: 'b' },
        { ...line, lineId: 3n, productId: 2n, boughtOn: 5, customerId: 7n },
        { ...line, lineId: 4n, productId: 1n, boughtOn: 20, customerId: 8n },
      ],
    });
  });
  const days = async (kind: 'account' | 'browser', value: string) =>
    (await loadSubjectPurchases(ports.db.hot, shop.id, { kind, value })).map((purchase) => purchase.boughtOn);
  expect(await days('account', '7')).toEqual([10, 30]);
  expect(await days('browser', 'b')).toEqual([10]);
  expect(await nextSubjects(ports.db.hot, shop.id, 'account', '7', 5)).toEqual([
    { kind: 'account', value: '8' },
  ]);
});

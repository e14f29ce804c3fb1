import { afterEach, beforeEach, expect, test } from 'vitest';
import { COFFEE, makeReminderWorld, type ReminderWorld } from '../test/support/reminder-world';
import { wideSteps, writeDownStatements, type AnyStatement } from '../test/support/query-plans';
import { followArrivedOrders } from './follow-orders.server';
import { loadOrders } from './orders/arrived-order-store.server';
import type { Ports, Sql } from './ports';

let world: ReminderWorld;
beforeEach(async () => {
  world = await makeReminderWorld();
});
afterEach(() => world.ports.close());

/** The same ports, with every statement that reads an order or its lines by the order's id written down, as often as it is asked. */
function writeDownOrderReads<P extends Pick<Ports, 'db'>>(from: P, reads: string[]): P {
  const note = (sql: string) => {
    if (/FROM "(Order|Purchase)"\s+WHERE[^]*"orderId"/.test(sql)) reads.push(sql);
  };
  const watch = <S extends Sql>(sql: S): S => {
    const noting: Pick<Sql, 'all' | 'first'> = {
      all: (statement, parameters) => (note(statement.sql), sql.all(statement, parameters)),
      first: (statement, parameters) => (note(statement.sql), sql.first(statement, parameters)),
    };
    // In front of the other, whose methods stay its own.
    return Object.assign(Object.create(sql) as S, noting);
  };
  const { db } = from;
  return {
    ...from,
    db: {
      ...db,
      read: watch(db.read),
      write: (work) => db.write((tx) => work(watch(tx))),
      group: (work) => db.group((tx) => work(watch(tx))),
    },
  };
}

test('an arrived order is read once for all that follows, and once more in the transaction that acts on it', async () => {
  await world.place({ orderId: 1n, customerId: 7n, lines: [{ ...COFFEE }] });
  await world.place({ orderId: 2n, customerId: 8n, lines: [{ ...COFFEE }] });
  const reads: string[] = [];
  await followArrivedOrders(writeDownOrderReads(world.ports, reads), {
    shopId: world.shop.id,
    payload: { orderIds: [1n, 2n] },
  });
  expect(reads).toHaveLength(4);
  expect(await world.ports.db.read.prisma.shopperKey.count({ where: { kind: 'account' } })).toBe(2);
});

test('orders are found by their ids and their checkouts, not by reading the shop', async () => {
  const { ports, shop } = world;
  await world.place({ orderId: 1n, checkoutToken: 'c' });
  const statements = new Set<AnyStatement>();
  const { read } = writeDownStatements(ports, statements).db;
  expect(await loadOrders(read, shop.id, { orderIds: [1n] })).toHaveLength(1);
  expect(await loadOrders(read, shop.id, { checkoutTokens: ['c'] })).toHaveLength(1);
  expect(wideSteps(ports.config.databaseFile, statements, [])).toEqual([]);
});

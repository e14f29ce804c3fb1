import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorld } from './open-world';

const START = Date.parse('2026-11-20T10:00:00Z');
const HOUR_MS = 3_600_000;
let folder: string;
let wall: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'world-'));
  wall = START;
});
afterEach(() => rm(folder, { recursive: true }));

const open = (changes: object = {}) =>
  openWorld({
    stateFile: join(folder, 'state', 'world.bin'),
    seed: 3,
    shoppers: 20,
    days: 30,
    wallNow: () => wall,
    ...changes,
  });

test('a saved world goes on from its clock, whole', async () => {
  const first = await open();
  expect(first.made).toBe(true);
  first.clock.moveTo(START + 5 * HOUR_MS);
  const customer = first.world.findOrCreateCustomer('somebody@example.test');
  await Promise.all([first.save(), first.save()]);

  wall += 100 * HOUR_MS;
  const second = await open();
  expect(second.made).toBe(false);
  expect(second.clock.now()).toBe(START + 5 * HOUR_MS);
  expect(second.world.orders()).toEqual(first.world.orders());
  expect(second.world.customer(customer.id)).toEqual(customer);
  expect(second.world.findOrCreateCustomer('other@example.test').id).not.toBe(customer.id);
  wall += 1000;
  expect(second.clock.now()).toBe(START + 5 * HOUR_MS + 1000);
  const before = second.clock.now();
  second.clock.moveTo(START);
  expect(second.clock.now()).toBeGreaterThanOrEqual(before);
  expect(await readdir(join(folder, 'state'))).toEqual(['world.bin']);
});

test('--fresh forgets', async () => {
  const first = await open();
  first.world.findOrCreateCustomer('somebody@example.test');
  await first.save();
  const second = await open({ fresh: true });
  expect(second.made).toBe(true);
  expect(second.world.customerByEmail('somebody@example.test')).toBeUndefined();
});

test('a damaged or foreign file is refused with the way out', async () => {
  await open();
  const file = join(folder, 'state', 'world.bin');
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length - 10));
  await expect(open()).rejects.toThrow(/is damaged\. Run with --fresh/);
  await writeFile(
    file,
    Buffer.from(bytes.toString('latin1').replace('LARDER-DEMO-2', 'LARDER-DEMO-1'), 'latin1'),
  );
  await expect(open()).rejects.toThrow(/another version\. Run with --fresh/);
  await writeFile(file, 'something else');
  await expect(open()).rejects.toThrow(/is not a demo store\. Run with --fresh/);
});

test('a world made from something else is refused', async () => {
  await open();
  await expect(open({ seed: 4 })).rejects.toThrow(/was made from seed 3.* not from seed 4.*--fresh/);
});

test('the people to act as are found by name, email and id', async () => {
  const { actable, world } = await open();
  const [busiest] = actable('', 1);
  expect(busiest?.orders).toBeGreaterThan(0);
  expect(actable('', 100).some(({ runsLow }) => runsLow.length > 0)).toBe(true);
  expect(actable('', 100).some(({ isSubscribed }) => isSubscribed)).toBe(true);
  expect(actable('', 100)).toHaveLength(world.customers().length);
  expect(actable(busiest?.email)).toEqual([busiest]);
  expect(actable(busiest?.customerId)).toEqual([busiest]);
  expect(actable('nobody of that name')).toEqual([]);
});

test('shoppers of an orders file stand still while time passes', async () => {
  const ordersFile = join(folder, 'orders.csv');
  await writeFile(
    ordersFile,
    'invoice,date,stock_code,description,quantity,unit_price,customer_id,country\n' +
      '1,2011-06-01T10:00,TEA,TEA TIN,2,3.5,17,United Kingdom\n',
  );
  const opened = await open({ ordersFile });
  expect(opened.world.shop).toMatchObject({ currency: 'GBP', domain: 'larder-orders.myshopify.com' });
  expect(opened.report).toMatchObject({ orders: 1, lines: 1 });
  const endAt = Date.parse('2011-06-01T09:01:00Z');
  expect(opened.clock.now()).toBe(endAt);
  const steps: number[] = [];
  const never = () => Promise.reject(new Error('nobody visits'));
  const report = await opened.advance({
    hours: 3,
    acts: { visitHome: never, seeReminderOffer: never, acceptReminder: never, unsubscribe: never },
    stepApp: async (at) => void steps.push(at),
  });
  expect(steps).toEqual([1, 2, 3].map((hour) => endAt + hour * HOUR_MS));
  expect(report).toMatchObject({ visits: 0, orders: 0, failures: [] });
  expect(opened.actable('17')[0]).toMatchObject({ email: 'customer-17@example.test', orders: 1 });
  await opened.save();
  expect((await open({ ordersFile })).report).toEqual(opened.report);
});

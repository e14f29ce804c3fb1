import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadOrdersFile, originOfOrdersFile } from './load-orders-file';

const HEADER = 'invoice,date,stock_code,description,quantity,unit_price,customer_id,country';
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'orders-'))));
afterAll(() => rm(folder, { recursive: true }));

async function load(...rows: string[]) {
  const file = join(folder, 'orders.csv');
  await writeFile(file, [HEADER, ...rows].join('\n'));
  const told: string[] = [];
  const loaded = await loadOrdersFile(file, (done, total, what) => told.push(`${done} of ${total} ${what}`));
  const { records, ...rest } = loaded;
  const order = (name: string) => records.orders.find((candidate) => candidate.name === name);
  return { ...rest, ...records, told, order };
}

test('invoices become orders; the latest description and price of a code count, lines keep their own', async () => {
  const { orders, products, customers, report, endAt, told } = await load(
    '536365,2010-12-01T08:26,85123A,WHITE HEART,6,2.55,17850,United Kingdom',
    '536365,2010-12-01T08:26,71053,"LANTERN, METAL",2,3.39,17850,United Kingdom',
    '536400,2011-07-02T09:00,85123a,CREAM  HEART ,1,2.95,,France',
    '536401,2011-07-03T09:00,85123A,,1,0,17850.0,United Kingdom',
  );
  expect(orders).toHaveLength(3);
  expect(orders[0]).toMatchObject({ name: '#536365', email: 'customer-17850@example.test', currency: 'GBP' });
  expect(orders[0]?.checkoutToken).toMatch(/^[0-9a-f]{32}$/);
  expect(orders[0]?.lines.map(({ title, unitPriceMinor }) => [title, unitPriceMinor])).toEqual([
    ['WHITE HEART', 255],
    ['LANTERN, METAL', 339],
  ]);
  expect(orders[1]).toMatchObject({
    customerId: null,
    email: null,
    createdAt: Date.parse('2011-07-02T08:00:00Z'),
  });
  expect(orders[2]?.lines[0]).toMatchObject({ title: 'CREAM HEART', unitPriceMinor: 0 });
  expect(products).toHaveLength(2);
  expect(products[0]).toMatchObject({
    title: 'CREAM HEART',
    handle: 'cream-heart-85123a',
    isGiftCard: false,
  });
  expect(products[0]?.variants).toMatchObject([{ sku: '85123A', priceMinor: 295, title: 'Default Title' }]);
  expect(customers).toHaveLength(1);
  expect(customers[0]).toMatchObject({ hasAccount: true, createdAt: Date.parse('2010-12-01T08:26:00Z') });
  expect(report).toMatchObject({ rows: 4, orders: 3, lines: 4, ordersWithoutCustomer: 1 });
  expect(endAt).toBe(Date.parse('2011-07-03T08:01:00Z'));
  expect(told.at(-1)).toBe('3 of 3 invoices');
  for (const { id } of [...orders, ...products, ...customers]) expect(BigInt(id)).toBeGreaterThan(2n ** 53n);
});

test('postage and fees are lines without product, and no order of their own; vouchers are gift cards', async () => {
  const { orders, products, report } = await load(
    '1,2011-01-01T10:00,TEA,TEA TIN,1,3.00,5,UK',
    '1,2011-01-01T10:00,POST,POSTAGE,1,18.00,5,UK',
    '1,2011-01-01T10:00,gift_0001_20,Gift Voucher £20.00,1,16.67,5,UK',
    '2,2011-01-02T10:00,BANK CHARGES,Bank Charges,1,15.00,5,UK',
    '2,2011-01-02T10:00,m,Manual,1,1.00,5,UK',
  );
  expect(orders).toHaveLength(1);
  expect(orders[0]?.lines.map(({ productId }) => productId !== null)).toEqual([true, false, true]);
  expect(orders[0]?.lines[1]).toMatchObject({ title: 'POSTAGE', variantId: null, unitPriceMinor: 1800 });
  expect(products.map(({ isGiftCard, requiresShipping }) => [isGiftCard, requiresShipping])).toEqual([
    [false, true],
    [true, false],
  ]);
  expect(report.skippedRows['fees-only']).toBe(2);
});

test('a cancellation is a refund of the latest earlier purchase that it fits', async () => {
  const { order, report } = await load(
    'C9,2011-01-01T09:00,TEA,TEA TIN,-1,3.00,5,UK',
    '1,2011-01-01T10:00,TEA,TEA TIN,6,3.00,5,UK',
    '2,2011-02-01T10:00,TEA,TEA TIN,2,3.00,5,UK',
    '2,2011-02-01T10:00,MUG,MUG,2,4.00,5,UK',
    '3,2011-03-01T10:00,TEA,TEA TIN,9,3.00,6,UK',
    'C4,2011-03-02T10:00,TEA,TEA TIN,-2,3.00,5,UK',
    'C4,2011-03-02T10:00,MUG,MUG,-1,4.00,5,UK',
    'C5,2011-03-03T10:00,TEA,TEA TIN,-1,3.00,5,UK',
    'C6,2011-03-04T10:00,TEA,TEA TIN,-6,3.00,5,UK',
    'C7,2011-03-05T10:00,TEA,TEA TIN,-1,3.00,,UK',
    'C8,2011-03-06T10:00,D,Discount,-1,27.50,5,UK',
    '10,2011-04-01T10:00,TEA,TEA TIN,6,3.00,5,UK',
  );
  const later = order('#2');
  expect(later?.lines.map(({ quantity, currentQuantity }) => [quantity, currentQuantity])).toEqual([
    [2, 0],
    [2, 1],
  ]);
  expect(later?.refunds).toHaveLength(1);
  expect(later?.refunds[0]).toMatchObject({
    createdAt: Date.parse('2011-03-02T10:00:00Z'),
    amountMinor: 1000,
  });
  expect(later?.updatedAt).toBe(Date.parse('2011-03-02T10:00:00Z'));
  expect(order('#1')?.lines[0]?.currentQuantity).toBe(5); // C5, after the later purchase was used up
  expect(order('#3')?.refunds).toEqual([]); // another customer's
  expect(order('#10')?.refunds).toEqual([]); // not earlier
  expect(report).toMatchObject({
    refunds: 2,
    refundedLines: 3,
    droppedCancellations: 4,
    droppedByReason: { 'no-customer': 1, 'no-earlier-purchase': 2, 'more-than-left': 1 },
  });
});

test('rows of one cancellation invoice never take more than is left', async () => {
  const { order, report } = await load(
    '1,2011-01-01T10:00,TEA,TEA TIN,3,3.00,5,UK',
    'C2,2011-01-02T10:00,TEA,TEA TIN,-2,3.00,5,UK',
    'C2,2011-01-02T10:00,TEA,TEA TIN,-2,3.00,5,UK',
  );
  expect(order('#1')?.lines[0]?.currentQuantity).toBe(1);
  expect(report.droppedByReason['more-than-left']).toBe(1);
});

test('odd rows are skipped and counted by reason', async () => {
  const { orders, report } = await load(
    '1,2011-01-01T10:00,TEA,TEA TIN,1,3.00,5,UK',
    '1,yesterday,TEA,TEA TIN,1,3.00,5,UK',
    '1,2011-01-01T10:00,TEA,TEA TIN,1.5,3.00,5,UK',
    '1,2011-01-01T10:00,TEA,TEA TIN,1,free,5,UK',
    '1,2011-01-01T10:00,TEA,TEA TIN,,3.00,5,UK',
    '1,2011-01-01T10:00,,TEA TIN,1,3.00,5,UK',
    '1,2011-01-01T10:00,TEA',
    'A563186,2011-08-12T14:51,B,Adjust bad debt,1,-11062.06,,UK',
    'A563185,2011-08-12T14:50,B,Adjust bad debt,1,11062.06,,UK',
    '2,2011-01-01T11:00,TEA,damaged,-30,0,,UK',
    '3,2011-01-01T11:00,TEA,found,30,0,,UK',
  );
  expect(orders).toHaveLength(1);
  expect(report.skippedRows).toEqual({ malformed: 6, bookkeeping: 2, 'stock-correction': 2, 'fees-only': 0 });
});

test('an invoice is kept whole, however long, and handles stay unique', async () => {
  const rows = Array.from(
    { length: 1114 },
    (_, place) => `7,2011-01-01T10:00,${place}-x,SAME NAME,1,1.00,,UK`,
  );
  const { orders, products } = await load(...rows, '7,2011-01-01T10:00,0 X,SAME NAME,1,1.00,,UK');
  expect(orders[0]?.lines).toHaveLength(1115);
  expect(new Set(products.map(({ handle }) => handle)).size).toBe(1115);
});

test('a gzipped file is the same file', async () => {
  const file = join(folder, 'orders.csv.gz');
  await writeFile(file, gzipSync(`${HEADER}\n1,2011-01-01T10:00,TEA,TEA TIN,1,3.00,5,UK\n`));
  expect((await loadOrdersFile(file, () => undefined)).report.orders).toBe(1);
  expect(await originOfOrdersFile(file)).toMatchObject({ kind: 'orders', name: 'orders.csv.gz' });
});

test('a file that cannot be a shop says why', async () => {
  await expect(load()).rejects.toThrow('holds no sale');
  await expect(originOfOrdersFile(join(folder, 'none.csv'))).rejects.toThrow('There is no orders file');
  const file = join(folder, 'other.csv');
  await writeFile(file, 'invoice,date\n1,2011-01-01\n');
  await expect(loadOrdersFile(file, () => undefined)).rejects.toThrow('has no column "stock_code"');
  const zipped = gzipSync(`${HEADER}\n${'1,2011-01-01T10:00,TEA,TEA,1,3.00,5,UK\n'.repeat(500)}`);
  await writeFile(file, zipped.subarray(0, zipped.length - 20));
  await expect(loadOrdersFile(file, () => undefined)).rejects.toThrow(
    /other\.csv cannot be read: unexpected end/,
  );
});

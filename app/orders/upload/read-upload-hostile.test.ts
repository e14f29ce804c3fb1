/** Files that nobody's shop has written. What would take the square of a cell's length does not come to an end here. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS, exportedOrder, furtherLine, toCsv } from '../../../test/support/order-export';
import { makeUploadShop, type UploadShop } from '../../../test/support/upload-shop';
import { isGiftOrder } from '../intake/gift-order';
import { checkHeader, type UploadColumn } from './header';
import { productTitles } from './matching';
import { readUploadChunk } from './read-upload-chunk.server';

const COLUMNS = [...EXPORT_COLUMNS, 'Billing Country', 'Billing Phone', 'Shipping Country'];
const READ: readonly UploadColumn[] = [
  ...(['Id', 'Name', 'Email', 'Created at', 'Cancelled at', 'Currency', 'Total', 'Subtotal'] as const),
  ...([
    'Refunded Amount',
    'Financial Status',
    'Payment Method',
    'Source',
    'Tags',
    'Note Attributes',
  ] as const),
  ...(['Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem discount', 'Lineitem sku'] as const),
  ...(['Phone', 'Billing Phone', 'Billing Country', 'Shipping Country'] as const),
];

describe('a cell longer than anything that Shopify writes', () => {
  let at: UploadShop;
  beforeEach(async () => void (at = await makeUploadShop()));
  afterEach(() => at.ports.close());

  it('is not read, whichever it is: its line says so, and nothing of it is kept', async () => {
    const filler = `1${' '.repeat(250_000)}x`;
    const isOfPhone = (column: string) => /Phone|Country/.test(column);
    const lines = READ.map((column, index) =>
      exportedOrder(index + 1, {
        ...(isOfPhone(column) ? { Email: '', Phone: column === 'Billing Phone' ? '' : '07911 123456' } : {}),
        [column]: column === 'Id' ? '1'.repeat(250_000) : filler,
      }),
    );
    const done = await at.takeFile(toCsv(lines, COLUMNS));
    expect(done).toMatchObject({ state: 'done', linesRead: READ.length, linesRejected: READ.length });
    const why = expect.stringContaining('Is longer than anything that Shopify writes there.');
    expect(await at.rejects()).toEqual(READ.map((field, index) => ({ line: index + 2, field, reason: why })));
    const kept = JSON.stringify([await at.everything(), await at.rejects()], (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(kept.length).toBeLessThan(READ.length * 500);
  });

  it('may be a long note, which is not read', async () => {
    expect(await at.take([exportedOrder(1, { Notes: 'x'.repeat(500_000) })])).toMatchObject({
      linesAdded: 1,
    });
  });

  it('has no part in an order with more lines than an order can have, however they are strewn', async () => {
    const lines = Array.from({ length: 1_500 }, (_, index) => [
      exportedOrder(1, { 'Lineitem quantity': index + 1 }),
      exportedOrder(2),
    ]).flat();
    const { linesRead, linesAdded, linesKnown } = await at.take(lines);
    expect({ linesRead, linesAdded, linesKnown }).toEqual({
      linesRead: 3_000,
      linesAdded: 1_001,
      linesKnown: 1_999,
    });
  });
});

it('a title of twenty thousand dashes may be some titles, none longer than a title', () => {
  const titles = productTitles('a - '.repeat(20_000));
  expect(titles).toHaveLength(8);
  expect(
    titles.every((title, index) => title.length < 255 && title.length <= (titles[index - 1] ?? title).length),
  ).toBe(true);
  expect(productTitles('Tea - Green - 100 g')).toEqual(['Tea - Green - 100 g', 'Tea - Green', 'Tea']);
});

it('a note under heaps of accents is a note', () => {
  const heap = `a${'\u0301'.repeat(300_000)}${'\u0323'.repeat(300_000)}`;
  expect(isGiftOrder([{ key: 'Gift note', value: heap }])).toBe(true);
  expect(isGiftOrder([{ key: heap, value: 'yes' }])).toBe(false);
});

it('orders with long notes are read by the megabyte, and none longer than an order can be', async () => {
  const Notes = 'x'.repeat(900_000);
  const read = async (csv: string) => {
    const bytes = Buffer.from(csv);
    const checked = checkHeader(bytes.subarray(0, 65_536));
    if (!checked.ok) throw new Error(checked.problem);
    const file = { readFrom: async (byte: number) => bytes.subarray(byte, byte + 65_536) };
    const chunks = [];
    let next = { byte: checked.nextByte, line: checked.nextLine };
    for (let isEnd = false; !isEnd;) {
      const chunk = await readUploadChunk(file, checked.header, next);
      chunks.push({ orders: chunk.orders.length, why: chunk.broken?.message ?? null });
      ({ next, isEnd } = chunk);
    }
    return chunks;
  };
  const thirty = Array.from({ length: 30 }, (_, index) => exportedOrder(index + 1, { Notes }));
  const chunks = await read(toCsv(thirty));
  expect(chunks.reduce((sum, { orders }) => sum + orders, 0)).toBe(30);
  expect(Math.max(...chunks.map(({ orders }) => orders))).toBeLessThan(12);
  const endless = [exportedOrder(1), ...Array.from({ length: 20 }, () => furtherLine(1, { Notes }))];
  expect(await read(toCsv(endless))).toEqual([
    { orders: 0, why: expect.stringContaining('this order is longer than an order can be') },
  ]);
});

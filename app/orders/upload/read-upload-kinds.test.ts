/** Files as merchants have them: each the smallest of its kind. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS, exportedOrder, furtherLine, toCsv } from '../../../test/support/order-export';
import { ADA, makeUploadShop, type UploadShop } from '../../../test/support/upload-shop';

let at: UploadShop;
beforeEach(async () => void (at = await makeUploadShop()));
afterEach(() => at.ports.close());

const csv = toCsv([
  exportedOrder(1, { Notes: 'Ring "twice", please' }),
  furtherLine(1),
  exportedOrder(2, { 'Note Attributes': 'Delivery: a\nBox: b' }),
]);
const bought = async () =>
  (await at.purchases())
    .map(({ orderId, variantId, customerId }) => `${orderId} ${variantId} ${customerId}`)
    .sort();
const whole = [`1 11 ${ADA}`, `1 12 ${ADA}`, `2 11 ${ADA}`];

describe('a file saved in another way holds the same orders', () => {
  const rows = (text: string) => text.replace(/\n$/, '').split(/\n(?=#|Name)/);
  const wrap = (line: string) => `"${line.replaceAll('"', '""')}"`;
  it.each([
    ['with CR at line ends', csv.replaceAll('\n', '\r')],
    ['with CRLF at line ends', csv.replaceAll('\n', '\r\n')],
    ['with all kinds of line ends', csv.replace('\n', '\r').replace(/\n(?=#2)/, '\r\n')],
    ['with a mark of UTF-8 before each part', `\uFEFF\uFEFF${csv}`],
    ['as UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['separated by semicolons', toSeparated(csv, ';')],
    ['separated by tabs', toSeparated(csv, '\t')],
    ['with each row in one quoted field', rows(csv).map(wrap).join('\r\n')],
    [
      'with some rows in one quoted field',
      rows(csv)
        .map((row) => (row.includes('"') ? wrap(row) : row))
        .join('\n'),
    ],
    [
      'with quoted rows before semicolons',
      rows(csv)
        .map((row) => `${wrap(row)};;;`)
        .join('\n'),
    ],
    [
      'with all lines before semicolons',
      rows(csv)
        .map((row) => (row.includes('"') ? `${wrap(row)};;` : `${row};;`))
        .join('\n'),
    ],
    [
      'wrapped line by line, also within notes',
      csv
        .trimEnd()
        .split('\n')
        .map((row) => (row.includes('"') ? `${wrap(row)};` : `${row};`))
        .join('\r\n'),
    ],
    ['with empty columns and rows', `${csv.replace(/\n(?=#|Name|$)/g, ',,,\n')},,,,\n\n,,\n`],
    ['put together of two, with the column names between', `${csv}${csv}`],
  ])('%s', async (_how, content) => {
    expect(await at.takeFile(content)).toMatchObject({ state: 'done', linesRejected: 0, ordersUnnamed: 0 });
    expect(await bought()).toEqual(whole);
  });

  it('in Windows-1252', async () => {
    at.admin.products.push({ id: 9, title: 'Crème', variants: [{ id: 91 }] });
    await at.readProducts();
    const line = exportedOrder(1, { 'Lineitem sku': '', 'Lineitem name': 'Crème', Notes: 'für „dich“' });
    await at.takeFile(Buffer.from(toCsv([line]).replace(/[„“]/g, '\x93'), 'latin1'));
    expect(await at.purchases()).toMatchObject([{ variantId: 91n }]);
  });

  it('put together with other columns is read up to where the other begins', async () => {
    const other = toCsv([exportedOrder(9)], [...EXPORT_COLUMNS].reverse());
    const done = await at.takeFile(`${csv}${other}`);
    expect(done).toMatchObject({
      state: 'failed',
      ordersAdded: 2,
      error: expect.stringContaining('Line 6, column 1: another file begins here'),
    });
  });
});

describe('a file without a line of an order', () => {
  it.each(['\n', '\r', '\r\n\r\n,,,,\r\n'])('is refused: column names and %j', async (rest) => {
    expect(await at.upload(`${EXPORT_COLUMNS.join(',')}${rest}`)).toMatchObject({
      ...{ ok: false, status: 422, problem: expect.stringContaining('holds no orders') },
    });
  });

  it('is reported when it shows only at its end', async () => {
    const done = await at.takeFile(`${EXPORT_COLUMNS.join(',')}\n`.repeat(300));
    expect(done).toMatchObject({
      state: 'failed',
      ordersAdded: 0,
      error: expect.stringContaining('holds no orders'),
    });
  });
});

describe('values saved again by a spreadsheet', () => {
  it.each([
    ['an id as a number', { Id: '1.0' }],
    ['an id with an apostrophe', { Id: "'1" }],
    ['a decimal comma', { Total: '11,50', Subtotal: '8,00', 'Lineitem price': '8,00' }],
    ['thousands', { Total: '1,234.56', 'Refunded Amount': '0' }],
    ['a whole number of items', { 'Lineitem quantity': '1.0' }],
    ['a day without its offset', { 'Created at': '2025-03-11 04:30' }],
    ['a day with the year last', { 'Created at': '13/03/2025 10:00' }],
    ['a code in small letters', { Currency: 'gbp', 'Financial Status': 'PAID' }],
  ])('are read: %s', async (_what, change) => {
    expect(await at.take([exportedOrder(1, change)])).toMatchObject({ linesAdded: 1, linesRejected: 0 });
    expect(await at.purchases()).toMatchObject([{ orderId: 1n, unitPriceMinor: 800 }]);
  });

  it('whose digits are lost say so, and repeat nothing of the cell', async () => {
    const secret = 'Ada Lovelace';
    const cells = [
      'Created at',
      'Currency',
      'Total',
      'Lineitem quantity',
      'Lineitem price',
      'Id',
      'Lineitem name',
    ];
    await at.take([
      exportedOrder(1, { Id: '1.23E+12' }),
      ...cells.map((column, index) => exportedOrder(index + 2, { 'Lineitem sku': '', [column]: secret })),
    ]);
    const said = await at.rejects();
    expect(said).toHaveLength(8);
    expect(said[0]?.reason).toContain('last digits are lost');
    expect(JSON.stringify(said)).not.toContain('Lovelace');
  });
});

describe('lines of one order', () => {
  const filled = (id: number, change = {}) => exportedOrder(id, change);
  const large = { 'Lineitem name': 'Coffee - 1 kg', 'Lineitem sku': 'COF-1000' };

  it('that all have its id are all taken: 43 lines of 40 orders are 43 purchases', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => [
      filled(index + 1),
      ...(index < 3 ? [filled(index + 1, large)] : []),
    ]).flat();
    expect(await at.take(lines)).toMatchObject({
      ordersAdded: 40,
      ordersKnown: 0,
      linesRead: 43,
      linesAdded: 43,
    });
    expect(await at.purchases()).toHaveLength(43);
  });

  it.each([
    ['spelled in two ways', ['1.0', '1', "'1"]],
    ['missing in the middle', ['1', '', '1']],
    ['missing at the end', ['1', '1', '']],
  ])('whose id is %s are lines of one order', async (_how, ids) => {
    const lines = ids.map((Id) => filled(1, { Id }));
    expect(await at.take(lines)).toMatchObject({
      ordersAdded: 1,
      ordersKnown: 0,
      linesAdded: 3,
      linesKnown: 0,
    });
    expect(await at.purchases()).toHaveLength(3);
  });

  it('that stand there twice, as Shopify writes them, are taken once', async () => {
    const lines = [filled(1), furtherLine(1), filled(1), furtherLine(1)];
    expect(await at.take(lines)).toMatchObject({
      ordersAdded: 1,
      ordersKnown: 1,
      linesAdded: 2,
      linesKnown: 2,
    });
  });

  it('that do not stand together are all taken, also when read anew', async () => {
    const lines = [filled(1), filled(2), filled(3), filled(1, large), filled(3, large)];
    expect(await at.take(lines)).toMatchObject({
      ordersAdded: 3,
      linesRead: 5,
      linesAdded: 5,
      linesKnown: 0,
    });
    expect(await at.purchases()).toHaveLength(5);
  });
});

it('every line is counted once, as what it is', async () => {
  await at.take([exportedOrder(1)]);
  const done = await at.take([
    exportedOrder(1),
    exportedOrder(2),
    furtherLine(2, { 'Lineitem sku': 'X', 'Lineitem name': 'Unknown' }),
    exportedOrder(3, { 'Financial Status': 'refunded' }),
    exportedOrder(4, { 'Lineitem sku': 'GIFT' }),
    exportedOrder(5, { Total: '?' }),
    furtherLine(5),
    furtherLine(6),
    exportedOrder(7),
    exportedOrder(7),
  ]);
  const { linesRead, linesAdded, linesKnown, linesRejected, linesUnusable } = done;
  expect({ linesRead, linesAdded, linesKnown, linesRejected, linesUnusable }).toEqual({
    ...{ linesRead: 10, linesAdded: 3, linesKnown: 1, linesRejected: 4, linesUnusable: 2 },
  });
});

/** The same table with another separator. */
function toSeparated(text: string, separator: string): string {
  return text.replace(/"(?:[^"]|"")*"|,/g, (part) => (part === ',' ? separator : part));
}

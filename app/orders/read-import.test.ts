import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportedOrder, furtherLine, toCsv, type ExportLine } from '../../test/support/order-export';
import { pretendAdmin, type PretendAdmin } from '../../test/support/pretend-admin';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { ingestProducts } from '../catalogue/ingest-products.server';
import { fetchProductsPage } from '../catalogue/fetch-products.server';
import type { JobHandler } from '../ports';
import { GraphqlRefused, ShopifyUnavailable } from '../shopify/admin-errors';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import type { Shop } from '../shops/shop';
import { fetchOrdersById } from './fetch-orders.server';
import { ingestOrders } from './ingest-orders.server';
import { loadHistory, loadRejectsCsv } from './load-history.server';
import type { ImportMemories } from './import-memory';
import { readImport } from './read-import.server';
import { receiveImport } from './receive-import.server';
import { stopImport } from './stop-import.server';
import { sweepImports } from './sweep-imports.server';
import { saveTombstones } from './tombstone-store.server';

const ADA = 7001;
const BOB = 7002;
const HOUR_MS = 3_600_000;

let ports: TestPorts;
let admin: PretendAdmin;
let shop: Shop;
let rebuilds: number;
let learned: string[];

const importJob: JobHandler = (given, job) => readImport(given, job, new Map());
const HANDLERS: Record<string, JobHandler> = {
  'orders.import': importJob,
  'shoppers.learn': async (_ports, { payload }) =>
    void learned.push(...(payload as { orderIds: string[] }).orderIds),
  'consumables.rebuild': async () => void (rebuilds += 1),
};

beforeEach(async () => {
  rebuilds = 0;
  learned = [];
  admin = pretendAdmin({
    products: [
      {
        id: 1,
        title: 'Coffee',
        variants: [
          { id: 11, title: '250 g', sku: 'COF-250' },
          { id: 12, title: '1 kg', sku: 'COF-1000' },
        ],
      },
      { id: 2, title: 'Tea', variants: [{ id: 21 }] },
      { id: 3, title: 'Voucher', isGiftCard: true, variants: [{ id: 31, sku: 'GIFT' }] },
      { id: 4, title: 'Soap', variants: [{ id: 41, sku: 'TWICE' }] },
      { id: 5, title: 'Shampoo', variants: [{ id: 51, sku: 'TWICE' }] },
    ],
    customers: [
      { id: ADA, email: 'Ada@example.test' },
      { id: BOB, email: 'bob@example.test' },
    ],
  });
  ports = await makeTestPorts({ admin });
  const { id, domain } = await makeTestShop(ports);
  shop = (await loadShop(ports.db.read, id)) as Shop;
  const page = { after: null, query: null, sortKey: 'CREATED_AT' } as const;
  const { products } = await fetchProductsPage(ports, domain, page);
  await ports.db.write(async (tx) => {
    await ingestProducts(tx, { shop, products });
    await tx.backfill.create({ data: { shopId: id, phase: 'done', startedAt: ports.clock.now() } });
  });
});
afterEach(() => ports.close());

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const upload = (content: string | Uint8Array, fileName = 'orders_export.csv') => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return receiveImport(ports, shop.id, { fileName, bytes: bytes.length, pieces: inPieces(bytes) });
};
const run = () => ports.runJobs(HANDLERS);
async function take(lines: readonly ExportLine[]) {
  expect(await upload(toCsv(lines))).toMatchObject({ ok: true });
  await run();
  return newest();
}
const newest = () => ports.db.read.orderImport.findFirstOrThrow({ orderBy: { id: 'desc' } });
const purchases = () => ports.db.read.purchase.findMany({ orderBy: [{ orderId: 'asc' }, { lineId: 'asc' }] });
const rejects = () =>
  ports.db.read.importReject.findMany({
    orderBy: { line: 'asc' },
    select: { line: true, field: true, reason: true },
  });
const files = () => {
  const folder = join(dirname(ports.config.databaseFile), 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};
async function everything() {
  const orders = await ports.db.read.order.findMany({ orderBy: { orderId: 'asc' } });
  return { orders, purchases: await purchases() };
}

describe('an order export', () => {
  it('becomes purchases: products by SKU or title, buyers by address, days on the shop’s clock', async () => {
    const done = await take([
      exportedOrder(1001, { Email: 'ADA@example.test' }),
      furtherLine(1001),
      exportedOrder(1002, {
        Email: 'bob@example.test',
        'Lineitem sku': '',
        'Lineitem name': 'Tea',
        'Lineitem quantity': 10000,
      }),
      exportedOrder(1003, { Email: 'stranger@example.test' }),
      exportedOrder(1004, { Email: '' }),
    ]);
    expect(done).toMatchObject({
      ...{ state: 'done', ordersAdded: 4, ordersKnown: 0, ordersUnnamed: 2, linesRejected: 0, error: null },
      nextByte: done.sizeBytes,
    });
    const found = await purchases();
    const day = localDay(new Date('2025-03-11T04:30:00Z'), 'Europe/London');
    expect(
      found.map(({ orderId, productId, variantId, quantity, customerId }) => [
        orderId,
        productId,
        variantId,
        quantity,
        customerId,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [1001n, 1n, 11n, 1, BigInt(ADA)],
        [1001n, 1n, 12n, 1, BigInt(ADA)],
        [1002n, 2n, 21n, 10000, BigInt(BOB)],
        [1003n, 1n, 11n, 1, null],
        [1004n, 1n, 11n, 1, null],
      ]),
    );
    expect(new Set(found.map((one) => one.boughtOn))).toEqual(new Set([day]));
    expect(found.every((one) => one.lineId < 0n)).toBe(true);
    expect(learned.sort()).toEqual(['1001', '1002']);
    expect(rebuilds).toBe(1);
    expect(files()).toEqual([]);
  });

  it('loses what is no purchase, as the API’s orders do', async () => {
    await take([
      exportedOrder(1, { 'Cancelled at': '2025-03-12 10:00:00 +0000' }),
      exportedOrder(2, { 'Payment Method': 'bogus' }),
      exportedOrder(3, { 'Financial Status': 'refunded', 'Refunded Amount': '11.50' }),
      exportedOrder(4, { 'Financial Status': 'voided' }),
      exportedOrder(5, { Subtotal: '0.00', Total: '0.00' }),
      exportedOrder(6, { 'Lineitem sku': 'GIFT' }),
      exportedOrder(7, { 'Lineitem quantity': 0 }),
      exportedOrder(8, { 'Financial Status': 'partially_refunded', 'Refunded Amount': '3.00' }),
    ]);
    expect((await purchases()).map((one) => one.orderId)).toEqual([8n]);
    expect(await ports.db.read.order.findMany({ orderBy: { orderId: 'asc' } })).toMatchObject([
      { cancelledAt: new Date('2025-03-12T10:00:00Z') },
      { isTest: true },
      { netMinor: 0 },
      {},
      { netMinor: 0 },
      {},
      {},
      { netMinor: 850 },
    ]);
    expect(await rejects()).toEqual([]);
  });

  it('spreads a discount over its lines, and marks a subscription', async () => {
    await take([
      exportedOrder(1, { Subtotal: '16.00', 'Lineitem quantity': 2, 'Lineitem price': '8.00' }),
      furtherLine(1, { 'Lineitem price': '16.00' }),
      exportedOrder(2, { Source: 'subscription_contract', 'Lineitem discount': '2.00', Subtotal: '6.00' }),
    ]);
    const prices = (await purchases()).map((one) => [one.orderId, one.unitPriceMinor, one.isSubscription]);
    expect(prices).toEqual(
      expect.arrayContaining([
        [1n, 400, false],
        [1n, 800, false],
        [2n, 600, true],
      ]),
    );
  });

  it('rejects what it cannot take, line by line, with column and reason, to be downloaded', async () => {
    const done = await take([
      exportedOrder(1),
      furtherLine(1, { 'Lineitem sku': 'GONE', 'Lineitem name': '=Old, thing' }),
      exportedOrder(2, { Currency: 'USD' }),
      furtherLine(2),
      exportedOrder(3, { 'Created at': '2027-01-01 00:00:00 +0000' }),
      exportedOrder(4, { 'Created at': '03/10/2025' }),
      exportedOrder(5, { Id: '5.92831E+12' }),
      exportedOrder(6, { 'Lineitem quantity': '-1' }),
      exportedOrder(7, { 'Lineitem sku': 'TWICE', 'Lineitem name': 'Old soap' }),
      exportedOrder(8, { 'Lineitem sku': 'TWICE', 'Lineitem name': 'Shampoo' }),
      furtherLine(9),
      exportedOrder(10, { Total: '11,50' }),
    ]);
    expect(done).toMatchObject({ state: 'done', ordersAdded: 4, linesRejected: 10 });
    expect(await rejects()).toEqual([
      { line: 3, field: 'Lineitem sku', reason: 'No product has this SKU or this name.' },
      { line: 4, field: 'Currency', reason: 'Is another than the shop’s, which is GBP.' },
      { line: 5, field: '', reason: 'Its order could not be read: see line 4.' },
      { line: 6, field: 'Created at', reason: 'Lies in the future.' },
      { line: 7, field: 'Created at', reason: expect.stringContaining('Is no time as Shopify writes it') },
      { line: 8, field: 'Id', reason: expect.stringContaining('Was rounded by a spreadsheet') },
      { line: 9, field: 'Lineitem quantity', reason: 'Is no number of items.' },
      { line: 10, field: 'Lineitem sku', reason: expect.stringContaining('Several products') },
      { line: 12, field: 'Id', reason: expect.stringContaining('does not stand before it') },
      { line: 13, field: 'Total', reason: 'Is no amount of money.' },
    ]);
    expect((await purchases()).map((one) => [one.orderId, one.productId])).toEqual([
      [1n, 1n],
      [8n, 5n],
    ]);
    const csv = await loadRejectsCsv(ports, shop.id, done.id);
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'Line,Order,Column,Reason',
      '3,#1,Lineitem sku,No product has this SKU or this name.',
    ]);
    expect(await loadRejectsCsv(ports, shop.id + 1, done.id)).toBe('Line,Order,Column,Reason\r\n');
  });

  it('changes nothing when it is uploaded twice, or holds an order twice', async () => {
    const lines = [exportedOrder(1), furtherLine(1), exportedOrder(2), exportedOrder(1), furtherLine(1)];
    expect(await take(lines)).toMatchObject({ ordersAdded: 2, ordersKnown: 1 });
    const before = await everything();
    expect(await take(lines)).toMatchObject({ ordersAdded: 0, ordersKnown: 3 });
    expect(await everything()).toEqual(before);
    expect(rebuilds).toBe(1);
  });

  it('corrects what an earlier upload said', async () => {
    await take([exportedOrder(1, { 'Lineitem sku': 'GONE', 'Lineitem name': 'Gone' })]);
    expect(await purchases()).toEqual([]);
    expect(await take([exportedOrder(1)])).toMatchObject({ ordersAdded: 1 });
    expect(await purchases()).toMatchObject([{ orderId: 1n, productId: 1n }]);
  });

  it('never overwrites what Shopify’s API told, and is replaced by it', async () => {
    const at = '2025-03-11T04:30:00Z';
    const told = async (id: number) => {
      admin.orders = [{ id, updatedAt: at, lines: [{ id: id * 10, product: 2, variant: 21 }] }];
      const { orders } = await fetchOrdersById(ports, shop.domain, [BigInt(id)]);
      await ports.db.write((tx) => ingestOrders(tx, ports, { shop, orders, source: 'backfill' }));
    };
    await told(1);
    expect(await take([exportedOrder(1), exportedOrder(2)])).toMatchObject({
      ordersAdded: 1,
      ordersKnown: 1,
    });
    await told(2);
    expect(await purchases()).toMatchObject([
      { orderId: 1n, lineId: 10n, productId: 2n },
      { orderId: 2n, lineId: 20n, productId: 2n },
    ]);
    expect(await ports.db.read.order.count({ where: { importId: null } })).toBe(2);
    expect(await take([exportedOrder(2)])).toMatchObject({ ordersAdded: 0, ordersKnown: 1 });
  });

  it('does not bring back who was erased, by customer, order or address', async () => {
    const secret = ports.config.apiSecret;
    const { keyedHash } = await import('../shops/keyed-hash');
    await ports.db.write((tx) =>
      saveTombstones(tx, {
        ...{ secret, shopId: shop.id, erasedAt: ports.clock.now() },
        subjects: [
          { kind: 'customer', value: String(ADA) },
          { kind: 'order', value: '2' },
          { kind: 'address', value: keyedHash(secret, shop.id, 'address', 'gone@example.test') },
        ],
      }),
    );
    await take([
      exportedOrder(1),
      exportedOrder(2, { Email: 'bob@example.test' }),
      exportedOrder(3, { Email: 'Gone@example.test' }),
      exportedOrder(4, { Email: 'bob@example.test' }),
    ]);
    expect((await ports.db.read.order.findMany()).map((one) => one.orderId)).toEqual([4n]);
  });
});

describe('a file that is broken', () => {
  it('is read up to the order in which it breaks, and says where', async () => {
    const csv = toCsv([exportedOrder(1), exportedOrder(2), furtherLine(2), exportedOrder(3)]);
    const broken = csv.replace('Coffee - 1 kg', 'Coffee "large"');
    expect(await upload(broken)).toMatchObject({ ok: true });
    await run();
    const failed = await newest();
    const column = (broken.split('\n')[3] ?? '').indexOf('"large"') + 1;
    expect(failed.state).toBe('failed');
    expect(failed.error).toContain(`Line 4, column ${column}: a quotation mark stands inside`);
    expect((await ports.db.read.order.findMany()).map((one) => one.orderId)).toEqual([1n]);
    expect(files()).toEqual([]);
  });

  it.each([
    ['a wrong header', toCsv([exportedOrder(1)], ['Name', 'Email', 'Total']), 'Lineitem sku'],
    ['a workbook', Buffer.from('PK\u0003\u0004 and so on'), 'workbook'],
    ['nothing', '', 'empty'],
  ])('is refused at once when it is %s', async (_what, content, word) => {
    const answer = await upload(content);
    expect(answer).toMatchObject({ ok: false, status: 422, problem: expect.stringContaining(word) });
    expect(await ports.db.read.orderImport.count()).toBe(0);
    expect(files()).toEqual([]);
  });

  it('in another encoding is read as it was meant', async () => {
    admin.products.push({ id: 9, title: 'Crème brûlée', variants: [{ id: 91 }] });
    const page = await fetchProductsPage(ports, shop.domain, {
      after: null,
      query: null,
      sortKey: 'CREATED_AT',
    });
    await ports.db.write((tx) => ingestProducts(tx, { shop, products: page.products }));
    const csv = (id: number) =>
      toCsv([exportedOrder(id, { 'Lineitem sku': '', 'Lineitem name': 'Crème brûlée' })]);
    for (const content of [
      Buffer.from(`\uFEFF${csv(1)}`),
      Buffer.from(`\uFEFF${csv(2)}`, 'utf16le'),
      Buffer.from(csv(3), 'utf16le').swap16(),
      Buffer.from(csv(4), 'latin1'),
    ])
      expect(await upload(content)).toMatchObject({ ok: true });
    await run();
    expect((await purchases()).map((one) => one.productId)).toEqual([9n, 9n, 9n, 9n]);
    expect(rebuilds).toBe(1);
  });

  it('that stops arriving leaves nothing', async () => {
    const pieces = (async function* () {
      yield Buffer.from(toCsv([exportedOrder(1)]));
      throw new Error('connection reset');
    })();
    const answer = await receiveImport(ports, shop.id, { fileName: 'x.csv', bytes: null, pieces });
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('broke off') });
    expect(files()).toEqual([]);
  });

  it('larger than the limit is refused before it arrives', async () => {
    const pieces = inPieces(Buffer.from(''));
    const bytes = 2 * 1024 ** 3 + 1;
    const answer = await receiveImport(ports, shop.id, { fileName: 'x.csv', bytes, pieces });
    expect(answer).toMatchObject({ ok: false, status: 413, problem: expect.stringContaining('2 GB') });
  });
});

describe('a long file', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      exportedOrder(index + 1, { Email: `buyer${index % 90}@example.test`, Notes: 'a\nb' }),
      furtherLine(index + 1),
    ]).flat();

  it('goes on where it was when the process died, and ends in the same rows', async () => {
    admin.customers = Array.from({ length: 90 }, (_, index) => ({
      id: index + 1,
      email: `buyer${index}@example.test`,
    }));
    await take(many(700));
    const whole = await everything();
    expect(whole.purchases).toHaveLength(1400);
    await ports.db.write(async (tx) => {
      await tx.purchase.deleteMany();
      await tx.order.deleteMany();
      await tx.importReject.deleteMany();
    });
    await upload(toCsv(many(700)));
    let turns = 0;
    // A process that dies between asking Shopify and writing, over and over: the job comes back after its lease.
    const dying: JobHandler = async (given, job) => {
      turns += 1;
      if (turns % 2 === 0) return importJob(given, job);
      const write = () => Promise.reject(new Error('killed'));
      await importJob({ ...given, db: { ...given.db, write } }, job).catch(() => undefined);
      await given.db.write((tx) =>
        given.jobs.enqueue(tx, { kind: 'orders.import', shopId: job.shopId ?? 0 }),
      );
    };
    await ports.runJobs({ ...HANDLERS, 'orders.import': dying });
    expect(turns).toBeGreaterThan(4);
    const again = await everything();
    const withoutImport = (all: typeof whole) => all.orders.map(({ importId: _, ...order }) => order);
    expect(withoutImport(again)).toEqual(withoutImport(whole));
    expect(again.purchases).toEqual(whole.purchases);
    expect(await newest()).toMatchObject({ state: 'done', ordersAdded: 700, ordersKnown: 0 });
  });

  it('can be stopped; what was read stays, the file goes, the next upload has its turn', async () => {
    await upload(toCsv(many(700)));
    await upload(toCsv([exportedOrder(5000)]));
    const [first] = await ports.db.read.orderImport.findMany({ orderBy: { id: 'asc' } });
    await importJob(ports, { id: 0n, shopId: shop.id, payload: {} });
    await stopImport(ports, shop.id, first?.id ?? 0);
    await run();
    expect(
      (await ports.db.read.orderImport.findMany({ orderBy: { id: 'asc' } })).map((one) => one.state),
    ).toEqual(['stopped', 'done']);
    expect(await ports.db.read.order.count()).toBe(251);
    expect(files()).toEqual([]);
    const history = await loadHistory(ports, shop.id);
    expect(history.imports[1]).toMatchObject({ state: 'stopped', ordersAdded: 250 });
    expect(history.imports[1]?.share).toBeGreaterThan(0.3);
  });

  it('asks Shopify for each buyer once', async () => {
    await upload(toCsv(many(700)));
    const memories: ImportMemories = new Map();
    await ports.runJobs({ ...HANDLERS, 'orders.import': (given, job) => readImport(given, job, memories) });
    expect(admin.asked.filter((operation) => operation === 'CustomersByEmail')).toHaveLength(2);
    expect(memories.size).toBe(0);
  });
});

describe('when Shopify cannot be asked', () => {
  it('an upload waits, is woken, and is given up after a day', async () => {
    admin.beforeAnswer = () => {
      throw new ShopifyUnavailable('busy');
    };
    await upload(toCsv([exportedOrder(1)]));
    await expect(run()).rejects.toThrow('busy');
    expect(await newest()).toMatchObject({ state: 'waiting', error: expect.stringContaining('tries again') });
    await ports.db.write((tx) => tx.job.deleteMany());
    ports.clock.advance(HOUR_MS);
    await sweepImports(ports);
    expect(await ports.db.read.job.count({ where: { kind: 'orders.import' } })).toBe(1);
    expect(files()).toHaveLength(1);
    ports.clock.advance(24 * HOUR_MS);
    await sweepImports(ports);
    expect(await newest()).toMatchObject({ state: 'failed', error: expect.stringContaining('Given up') });
    expect(files()).toEqual([]);
  });

  it('for good, an upload fails and says what to do', async () => {
    admin.beforeAnswer = () => {
      throw new GraphqlRefused(['ACCESS_DENIED'], ['no']);
    };
    await upload(toCsv([exportedOrder(1)]));
    await run();
    expect(await newest()).toMatchObject({ state: 'failed', error: expect.stringContaining('permissions') });
    expect(files()).toEqual([]);
  });

  it('rejected lines go after a month', async () => {
    await take([exportedOrder(1, { Currency: 'USD' })]);
    ports.clock.advance(31 * 24 * HOUR_MS);
    await sweepImports(ports);
    expect(await rejects()).toEqual([]);
  });
});

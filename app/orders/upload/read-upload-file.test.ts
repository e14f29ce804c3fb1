import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportedOrder, furtherLine, toCsv } from '../../../test/support/order-export';
import { uploadJob, inPieces, makeUploadShop, type UploadShop } from '../../../test/support/upload-shop';
import type { JobHandlers } from '../../ports';
import { GraphqlRefused, ShopifyUnavailable } from '../../shopify/admin-errors';
import { writeUpload } from './upload-files.server';
import type { UploadMemories } from './upload-memory';
import { loadHistory } from './load-history.server';
import { readUpload } from './read-upload.server';
import { receiveUpload } from './receive-upload.server';
import { stopUpload } from './stop-upload.server';
import { sweepUploads } from './sweep-uploads.server';

const HOUR_MS = 3_600_000;

let at: UploadShop;
beforeEach(async () => void (at = await makeUploadShop()));
afterEach(() => at.ports.close());

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    exportedOrder(index + 1, { Email: `buyer${index % 90}@example.test`, Notes: 'a\nb' }),
    furtherLine(index + 1),
  ]).flat();

describe('a file that is broken', () => {
  it('is read up to the order in which it breaks, and says where', async () => {
    const csv = toCsv([exportedOrder(1), exportedOrder(2), furtherLine(2), exportedOrder(3)]);
    const broken = csv.replace('Coffee - 1 kg', 'Coffee "large"');
    expect(await at.upload(broken)).toMatchObject({ ok: true });
    await at.run();
    const failed = await at.newest();
    const column = (broken.split('\n')[3] ?? '').indexOf('"large"') + 1;
    expect(failed.state).toBe('failed');
    expect(failed.error).toContain(`Line 4, column ${column}: a quotation mark stands inside`);
    expect((await at.ports.db.read.prisma.order.findMany()).map((order) => order.orderId)).toEqual([1n]);
    expect(at.files()).toEqual([]);
  });

  it.each([
    ['a wrong header', toCsv([exportedOrder(1)], ['Name', 'Email', 'Total']), 'Lineitem name'],
    ['a workbook', Buffer.from('PK\u0003\u0004 and so on'), 'workbook'],
    ['nothing', '', 'empty'],
  ])('is refused at once when it is %s', async (_what, content, word) => {
    const answer = await at.upload(content);
    expect(answer).toMatchObject({ ok: false, status: 422, problem: expect.stringContaining(word) });
    expect(await at.ports.db.read.prisma.orderImport.count()).toBe(0);
    expect(at.files()).toEqual([]);
  });

  it('in another encoding is read as it was meant', async () => {
    at.admin.products.push({ id: 9, title: 'Crème brûlée', variants: [{ id: 91 }] });
    await at.readProducts();
    const csv = (id: number) =>
      toCsv([exportedOrder(id, { 'Lineitem sku': '', 'Lineitem name': 'Crème brûlée' })]);
    for (const content of [
      Buffer.from(`\uFEFF${csv(1)}`),
      Buffer.from(`\uFEFF${csv(2)}`, 'utf16le'),
      Buffer.from(csv(3), 'utf16le').swap16(),
      Buffer.from(csv(4), 'latin1'),
    ])
      expect(await at.upload(content)).toMatchObject({ ok: true });
    await at.run();
    expect((await at.purchases()).map((purchase) => purchase.productId)).toEqual([9n, 9n, 9n, 9n]);
    expect(at.count.rebuilds).toBe(1);
  });

  it('that stops arriving leaves nothing', async () => {
    const pieces = (async function* () {
      yield Buffer.from(toCsv([exportedOrder(1)]));
      throw new Error('connection reset');
    })();
    const answer = await receiveUpload(at.ports, at.shop.id, { fileName: 'x.csv', bytes: null, pieces });
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('broke off') });
    expect(at.files()).toEqual([]);
  });

  it('that finds no more room on its way is gone at once, and the browser hears why', async () => {
    const there: number[] = [];
    const pieces = (async function* () {
      for (let piece = 0; piece < 5; piece += 1) {
        there.push(at.files().length);
        yield Buffer.from(toCsv(many(20)));
      }
    })();
    let looks = 0;
    const room = { take: async () => (looks += 1) < 3 };
    const written = await writeUpload(at.ports, '1-full.csv', pieces, room);
    expect(written).toEqual({ ok: false, status: 507, problem: expect.stringContaining('no room') });
    expect(there).toEqual([1, 1, 1, 0, 0]);
  });

  it('larger than the limit is refused before it arrives', async () => {
    const pieces = inPieces(Buffer.from(''));
    const bytes = 2 * 1024 ** 3 + 1;
    const answer = await receiveUpload(at.ports, at.shop.id, { fileName: 'x.csv', bytes, pieces });
    expect(answer).toMatchObject({ ok: false, status: 413, problem: expect.stringContaining('2 GB') });
  });
});

describe('a long file', () => {
  it('goes on where it was when the process died, and ends in the same rows', async () => {
    at.admin.customers = Array.from({ length: 90 }, (_, index) => ({
      id: index + 1,
      email: `buyer${index}@example.test`,
    }));
    await at.take(many(700));
    const whole = await at.everything();
    expect(whole.purchases).toHaveLength(1400);
    await at.ports.db.write(async (tx) => {
      await tx.prisma.purchase.deleteMany();
      await tx.prisma.order.deleteMany();
      await tx.prisma.importReject.deleteMany();
    });
    await at.upload(toCsv(many(700)));
    let turns = 0;
    // A process that dies between asking Shopify and writing, over and over: the job comes back after its lease.
    const dying: JobHandlers['orders.import'] = async (given, job) => {
      turns += 1;
      if (turns % 2 === 0) return uploadJob(given, job);
      const write = () => Promise.reject(new Error('killed'));
      await uploadJob({ ...given, db: { ...given.db, write } }, job).catch(() => undefined);
      await given.db.write((tx) => given.jobs.enqueue(tx, { kind: 'orders.import', shopId: job.shopId }));
    };
    await at.ports.runJobs({ ...at.handlers, 'orders.import': dying });
    expect(turns).toBeGreaterThan(4);
    const again = await at.everything();
    const withoutUpload = (all: typeof whole) => all.orders.map(({ importId: _, ...order }) => order);
    expect(withoutUpload(again)).toEqual(withoutUpload(whole));
    expect(again.purchases).toEqual(whole.purchases);
    expect(await at.newest()).toMatchObject({ state: 'done', ordersAdded: 700, ordersKnown: 0 });
  });

  it('can be stopped; what was read stays, the file goes, the next at.upload has its turn', async () => {
    await at.upload(toCsv(many(700)));
    await at.upload(toCsv([exportedOrder(5000)]));
    const [first] = await at.ports.db.read.prisma.orderImport.findMany({ orderBy: { id: 'asc' } });
    await uploadJob(at.ports, { id: 0n, shopId: at.shop.id, payload: {} });
    await stopUpload(at.ports, at.shop.id, first?.id ?? 0);
    await at.run();
    expect(
      (await at.ports.db.read.prisma.orderImport.findMany({ orderBy: { id: 'asc' } })).map(
        (upload) => upload.state,
      ),
    ).toEqual(['stopped', 'done']);
    expect(await at.ports.db.read.prisma.order.count()).toBe(251);
    expect(at.files()).toEqual([]);
    const history = await loadHistory(at.ports, at.shop.id);
    expect(history.uploads[1]).toMatchObject({ state: 'stopped', ordersAdded: 250 });
    expect(history.uploads[1]?.share).toBeGreaterThan(0.3);
  });

  it('asks Shopify for each buyer once', async () => {
    await at.upload(toCsv(many(700)));
    const memories: UploadMemories = new Map();
    await at.ports.runJobs({
      ...at.handlers,
      'orders.import': (given, job) => readUpload(given, job, memories),
    });
    expect(at.admin.asked.filter((operation) => operation === 'CustomersByEmail')).toHaveLength(2);
    expect(memories.size).toBe(0);
  });
});

describe('when Shopify cannot be asked', () => {
  it('an at.upload waits, is woken, and is given up after a day', async () => {
    at.admin.beforeAnswer = () => {
      throw new ShopifyUnavailable('busy');
    };
    await at.upload(toCsv([exportedOrder(1)]));
    await expect(at.run()).rejects.toThrow('busy');
    expect(await at.newest()).toMatchObject({
      state: 'waiting',
      error: expect.stringContaining('tries again'),
    });
    await at.ports.db.write((tx) => tx.prisma.job.deleteMany());
    at.ports.clock.advance(HOUR_MS);
    await sweepUploads(at.ports);
    expect(await at.ports.db.read.prisma.job.count({ where: { kind: 'orders.import' } })).toBe(1);
    expect(at.files()).toHaveLength(1);
    at.ports.clock.advance(24 * HOUR_MS);
    await sweepUploads(at.ports);
    expect(await at.newest()).toMatchObject({ state: 'failed', error: expect.stringContaining('Given up') });
    expect(at.files()).toEqual([]);
  });

  it('for good, an at.upload fails and says what to do', async () => {
    at.admin.beforeAnswer = () => {
      throw new GraphqlRefused(['ACCESS_DENIED'], ['no']);
    };
    await at.upload(toCsv([exportedOrder(1)]));
    await at.run();
    expect(await at.newest()).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('permissions'),
    });
    expect(at.files()).toEqual([]);
  });

  it('rejected lines go after a month', async () => {
    await at.take([exportedOrder(1, { Currency: '?' })]);
    at.ports.clock.advance(31 * 24 * HOUR_MS);
    await sweepUploads(at.ports);
    expect(await at.rejects()).toEqual([]);
  });
});

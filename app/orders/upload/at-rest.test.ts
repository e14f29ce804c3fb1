/** What of an upload lies on the disk, and what is kept of it. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EXPORT_COLUMNS, exportedOrder, toCsv, type ExportLine } from '../../../test/support/order-export';
import { pretendAdmin } from '../../../test/support/pretend-admin';
import {
  makeTestPorts,
  makeTestShop,
  TEST_KEY,
  testKeys,
  type TestPorts,
} from '../../../test/support/test-ports';
import { createSeals } from '../../sealing/seals.server';
import { readUpload } from './read-upload.server';
import { receiveUpload } from './receive-upload.server';
import { resealUploads } from './reseal-uploads.server';

const NEW_KEY = Buffer.alloc(32, 'a newer key').toString('base64');

let ports: TestPorts;
let shopId: number;

beforeEach(async () => {
  ports = await makeTestPorts({ admin: pretendAdmin() });
  shopId = (await makeTestShop(ports)).id;
  await ports.db.write((tx) =>
    tx.prisma.backfill.create({ data: { shopId, phase: 'done', startedAt: ports.clock.now() } }),
  );
});
afterEach(() => ports.close());

const HANDLERS = {
  'orders.import': (given: unknown, job: { shopId: number }) =>
    readUpload({ ...ports, ...(given as object) }, job, new Map()),
  'consumables.rebuild': async () => undefined,
  'shoppers.learn': async () => undefined,
};

async function upload(text: string): Promise<void> {
  const pieces = (async function* () {
    yield Buffer.from(text);
  })();
  expect(await receiveUpload(ports, shopId, { fileName: 'x.csv', bytes: null, pieces })).toMatchObject({
    ok: true,
  });
}

const folder = () => join(dirname(ports.config.databaseFile), 'uploads');
const files = () => readdirSync(folder()).map((name) => join(folder(), name));
const done = () => ports.db.read.prisma.orderImport.findFirstOrThrow({ orderBy: { id: 'desc' } });

it('a waiting upload is encrypted, and its owner’s alone', async () => {
  await upload(toCsv([exportedOrder(1, { 'Billing Name': 'Ada Lovelace' })]));
  const [file = ''] = files();
  expect(readFileSync(file).includes('ada@example.test')).toBe(false);
  expect(readFileSync(file).includes('Lovelace')).toBe(false);
  expect([statSync(file).mode & 0o777, statSync(folder()).mode & 0o777]).toEqual([0o600, 0o700]);
});

it('one that was changed on the disk is given up with a sentence, and nothing of it is taken', async () => {
  await upload(toCsv([exportedOrder(1)]));
  const [file = ''] = files();
  writeFileSync(file, readFileSync(file).subarray(0, -1));
  await ports.runJobs(HANDLERS);
  expect(await done()).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('not as it was stored'),
  });
  expect(await ports.db.read.prisma.order.count()).toBe(0);
  expect(files()).toEqual([]);
});

it('one that an older version left plain is sealed, and an older key is changed for the present one', async () => {
  const lines = Array.from({ length: 600 }, (_, index) => exportedOrder(index + 1));
  await upload(toCsv(lines));
  const [file = ''] = files();
  mkdirSync(folder(), { recursive: true });
  writeFileSync(file, toCsv(lines));
  expect(await resealUploads(ports, 'plain')).toBe(1);
  expect(await resealUploads(ports, 'plain')).toBe(0);
  const rotated = { config: ports.config, seals: createSeals(testKeys(NEW_KEY, TEST_KEY)) };
  expect(await resealUploads(rotated, 'plain')).toBe(0);
  expect(await resealUploads(rotated, 'all')).toBe(1);
  const later = { ...ports, seals: createSeals(testKeys(NEW_KEY)) };
  await ports.runJobs({ ...HANDLERS, 'orders.import': (_given, job) => readUpload(later, job, new Map()) });
  expect(await done()).toMatchObject({ state: 'done', ordersAdded: 600 });
});

it('of a rejected line nothing is kept but where it stands, the number of its order, and why', async () => {
  const secret = (column: string) => `Ada Lovelace ${column} ada@example.test`;
  const spoiled = EXPORT_COLUMNS.map((column): ExportLine => exportedOrder(1, { [column]: secret(column) }));
  const slipped = Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, secret(column)]));
  // Looks like an order's number, in a row that has slipped.
  const house = { ...exportedOrder(3), Name: '12345', Id: 'Lovelace' };
  const further = { ...exportedOrder(4), Name: '12345', Id: '' };
  const broken = `"#7","Ada Lovelace",ada@example.test\n`;
  await upload(`${toCsv([...spoiled, slipped, house, exportedOrder(2), further])}${broken}`);
  await ports.runJobs(HANDLERS);
  const rejects = await ports.db.read.prisma.importReject.findMany();
  expect(rejects.length).toBeGreaterThan(5);
  expect(JSON.stringify([rejects, (await done()).error])).not.toMatch(/Ada|Lovelace|example|12345/);
  expect(new Set(rejects.map((reject) => reject.orderName))).toEqual(new Set(['', '#1', '#2']));
});

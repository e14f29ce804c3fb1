/** An order export on its way through the real server: who may send it, what is refused, and that its size costs no memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../app/config.server';
import { readUpload } from '../app/orders/upload/read-upload.server';
import { buildPorts, type BuiltPorts } from '../app/ports.server';
import { createHttpServer } from '../server/create-server';
import { createBuiltRemix } from '../server/remix';
import { exportedOrder, toCsv } from './support/order-export';
import { storeSession } from './support/store-session';
import { TEST_KEY, TEST_SECRET } from './support/test-ports';

const SHOP = 'corner.myshopify.com';
const KEY = 'key';
const DESKTOP =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const MB = 1024 * 1024;

let folder: string;
let ports: BuiltPorts;
let server: Server;
let url: string;
let shopId: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larder-upload-'));
  ports = await buildPorts(
    readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      ENCRYPTION_KEY: TEST_KEY,
      SHOPIFY_API_KEY: KEY,
      SHOPIFY_API_SECRET: TEST_SECRET,
      SHOPIFY_APP_URL: 'http://localhost:3000',
      DATABASE_URL: `file:${join(folder, 'larder.sqlite')}`,
    }),
  );
  await installShop();
  server = createHttpServer(ports, await createBuiltRemix(ports));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await ports.db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function installShop(): Promise<void> {
  const scopes = ports.config.scopes.join(',');
  const at = ports.clock.now();
  shopId = await ports.db.write(async (tx) => {
    const shop = await tx.prisma.shop.create({
      data: { domain: SHOP, currency: 'GBP', scopes, installedAt: at },
    });
    await tx.prisma.backfill.create({ data: { shopId: shop.id, phase: 'done', startedAt: at } });
    await tx.prisma.product.create({
      data: {
        ...{ shopId: shop.id, productId: 1n, handle: 'coffee', title: 'Coffee', tags: [] },
        ...{ isLive: true, isAvailable: true, shopifyUpdatedAt: at },
      },
    });
    const variant = { variantId: 11n, title: '250 g', sku: 'COF-250', priceMinor: 800, isAvailable: true };
    await tx.prisma.variant.create({ data: { shopId: shop.id, productId: 1n, ...variant } });
    return shop.id;
  });
  await storeSession(ports, SHOP, scopes);
}

async function sessionToken(secret = TEST_SECRET): Promise<string> {
  return new SignJWT({ iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, sid: 'session' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(KEY)
    .setSubject('1')
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('60s')
    .sign(new TextEncoder().encode(secret));
}

async function send(
  body: string,
  { token, name = 'orders_export.csv' }: { token?: string; name?: string } = {},
) {
  const authorization = `Bearer ${token ?? (await sessionToken())}`;
  const answer = await fetch(`${url}/app/history/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization, 'user-agent': DESKTOP, 'content-type': 'text/csv' },
    body,
  });
  return { status: answer.status, text: await answer.text() };
}

const files = () => {
  const uploads = join(folder, 'uploads');
  return existsSync(uploads) ? readdirSync(uploads) : [];
};
const imports = () => ports.db.read.prisma.orderImport.findMany();

/** Writes an export with as many orders as it takes to be so long: each with long notes, as some are. @returns how many */
async function writeLongExport(path: string, bytes: number): Promise<number> {
  const notes = `Please ring "twice", then\n${'wait. '.repeat(1500)}`;
  const file = await open(path, 'w');
  let orders = 0;
  for (let written = 0; written < bytes;) {
    const lines = Array.from({ length: 20 }, () => exportedOrder((orders += 1), { Email: '', Notes: notes }));
    const rows = toCsv(lines);
    const text = written === 0 ? rows : rows.slice(rows.indexOf('\n') + 1);
    written += (await file.write(text)).bytesWritten;
  }
  await file.close();
  return orders;
}

/** Sends a file from a process of its own, so that only what the server holds is measured. @returns the answer */
async function sendFromElsewhere(path: string): Promise<string> {
  const script = `
    const [address, token, path] = process.argv.slice(1);
    const headers = { authorization: 'Bearer ' + token, 'user-agent': ${JSON.stringify(DESKTOP)} };
    const sending = require('node:http').request(address, { method: 'POST', headers }, (answer) => answer.pipe(process.stdout));
    require('node:fs').createReadStream(path).pipe(sending);`;
  const address = `${url}/app/history/upload?name=long.csv`;
  const child = spawn(process.execPath, ['-e', script, address, await sessionToken(), path]);
  let answer = '';
  child.stdout.on('data', (piece: Buffer) => (answer += piece.toString()));
  await once(child, 'close');
  return answer;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The most memory that was in use meanwhile, beyond what was before, in bytes. Garbage does not count. */
async function memoryDuring(work: () => Promise<unknown>): Promise<number> {
  const used = () => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, used())), 1000);
  await work();
  clearInterval(timer);
  return Math.max(most, used()) - before;
}

describe('an upload', () => {
  test('is taken from a signed-in merchant, and from nobody else', async () => {
    const csv = toCsv([exportedOrder(1)]);
    expect((await send(csv, { token: await sessionToken('another-secret-of-16-bytes') })).status).toBe(401);
    expect(await imports()).toEqual([]);
    expect(await send(csv, { name: '../Bestellungen März.csv' })).toEqual({
      status: 200,
      text: '{"problem":null}',
    });
    expect(await imports()).toMatchObject([
      { shopId, fileName: 'Bestellungen März.csv', state: 'waiting', sizeBytes: BigInt(csv.length) },
    ]);
    expect(files()).toHaveLength(1);
  });

  test('of something else is refused with a sentence, and nothing is kept', async () => {
    const answer = await send('Handle,Title\nx,y\n');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('these columns are missing: Name');
    expect([await imports(), files()]).toEqual([[], []]);
  });

  test('that breaks off leaves nothing', async () => {
    const token = await sessionToken();
    const sending = httpRequest(`${url}/app/history/upload?name=x.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'user-agent': DESKTOP, 'content-length': 10 * MB },
    });
    sending.on('error', () => undefined);
    sending.write(toCsv([exportedOrder(1)]).repeat(200));
    await vi.waitUntil(() => files().length === 1, { timeout: 10_000 });
    sending.destroy();
    await vi.waitUntil(() => files().length === 0, { timeout: 10_000 });
    expect(await imports()).toEqual([]);
  });

  test('has its rejected lines for whoever uploaded it; of one that is not there is said so', async () => {
    const ask = async (id: number) => {
      const headers = { authorization: `Bearer ${await sessionToken()}`, 'user-agent': DESKTOP };
      const answer = await fetch(`${url}/app/history/rejects/${id}`, { headers });
      return [answer.status, await answer.text()];
    };
    await send(toCsv([exportedOrder(1)]));
    const [mine] = await imports();
    const stranger = { shopId: shopId + 1, fileName: 'x.csv', storedAs: 'x.csv', sizeBytes: 1n };
    const begun = { startedAt: ports.clock.now(), state: 'done' };
    const other = await ports.db.write((tx) =>
      tx.prisma.orderImport.create({ data: { ...stranger, ...begun } }),
    );
    expect(await ask(mine?.id ?? 0)).toEqual([200, 'Line,Order,Column,Reason\r\n']);
    for (const id of [other.id, 99]) expect(await ask(id)).toEqual([404, 'There is no such upload.']);
  });

  test('of any length costs no memory, neither arriving nor being read', async () => {
    await send(toCsv([exportedOrder(9_000_001, { Email: '' })])); // warms up what is loaded once
    const path = join(folder, 'long.csv');
    const orders = await writeLongExport(path, 100 * MB);
    let answer = '';
    const arriving = await memoryDuring(async () => void (answer = await sendFromElsewhere(path)));
    expect(answer).toBe('{"problem":null}');
    expect(arriving).toBeLessThan(50 * MB);
    const [, upload] = await imports();
    expect(Number(upload?.sizeBytes)).toBeGreaterThan(100 * MB);
    const memories = new Map();
    const read = async () => {
      for (
        let open = 2;
        open > 0;
        open = await ports.db.read.prisma.orderImport.count({ where: { finishedAt: null } })
      )
        await readUpload(ports, { shopId }, memories as Parameters<typeof readUpload>[2]);
    };
    expect(await memoryDuring(read)).toBeLessThan(50 * MB);
    expect(await ports.db.read.prisma.order.count()).toBe(orders + 1);
    expect(files()).toEqual([]);
  });
});

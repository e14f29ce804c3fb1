/** The built app behind the real server, with one installed shop and the session token of its merchant. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import pino from 'pino';
import { readConfig } from '../../app/config.server';
import { buildPorts, type BuiltPorts } from '../../app/ports.server';
import { createHttpServer } from '../../server/create-server';
import { createBuiltRemix } from '../../server/remix';
import { storeSession } from './store-session';
import { TEST_KEY, TEST_SECRET } from './test-ports';

const SHOP = 'corner.myshopify.com';
const KEY = 'key';

export interface AdminServer {
  readonly url: string;
  readonly ports: BuiltPorts;
  readonly shopId: number;
  /** What was logged as an error so far. */
  readonly errors: readonly string[];
  /** As App Bridge asks for data: with the token in a header. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** As Shopify's admin opens a page in its frame: with the token in the address. */
  open(path: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** @param env over the usual of a test */
export async function startAdminServer(env: Readonly<Record<string, string>> = {}): Promise<AdminServer> {
  const folder = mkdtempSync(join(tmpdir(), 'larder-admin-'));
  const built = await buildPorts(
    readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      SHOPIFY_API_KEY: KEY,
      SHOPIFY_API_SECRET: TEST_SECRET,
      ENCRYPTION_KEY: TEST_KEY,
      SHOPIFY_APP_URL: 'http://localhost:3000',
      DATABASE_URL: `file:${join(folder, 'larder.sqlite')}`,
      ...env,
    }),
  );
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
  const ports = { ...built, log };
  const shopId = await installShop(ports);
  const server = createHttpServer(ports, await createBuiltRemix(ports));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, ports, shopId, errors },
    async ask(path, init = {}) {
      const authorization = `Bearer ${await sessionToken()}`;
      const headers = { authorization, ...(init.headers as Record<string, string>) };
      return fetch(url + path, { redirect: 'manual', ...init, headers });
    },
    async open(path, headers = {}) {
      const host = Buffer.from(`admin.shopify.com/store/corner`).toString('base64url');
      const query = new URLSearchParams({ shop: SHOP, host, embedded: '1', id_token: await sessionToken() });
      return fetch(`${url}${path}${path.includes('?') ? '&' : '?'}${query}`, { redirect: 'manual', headers });
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await ports.db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function installShop(ports: BuiltPorts): Promise<number> {
  const scopes = ports.config.scopes.join(',');
  const at = ports.clock.now();
  await storeSession(ports, SHOP, scopes);
  return ports.db.write(async (tx) => {
    const shop = await tx.prisma.shop.create({
      data: { domain: SHOP, name: 'Corner', currency: 'GBP', scopes, installedAt: at },
    });
    await tx.prisma.backfill.create({ data: { shopId: shop.id, phase: 'done', startedAt: at } });
    await tx.prisma.product.create({
      data: {
        ...{ shopId: shop.id, productId: 1n, handle: 'coffee', title: 'Coffee', tags: [] },
        ...{ isLive: true, isAvailable: true, shopifyUpdatedAt: at },
      },
    });
    return shop.id;
  });
}

async function sessionToken(): Promise<string> {
  return new SignJWT({ iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, sid: 'session' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(KEY)
    .setSubject('1')
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('60s')
    .sign(new TextEncoder().encode(TEST_SECRET));
}

/** The Node server around the real ports: what it answers itself, and how it stops. */
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../app/config.server';
import { buildPorts, type BuiltPorts } from '../app/ports.server';
import { createHttpServer } from '../server/create-server';
import { TEST_KEY } from './support/test-ports';

let folder: string;
let ports: BuiltPorts;
let server: Server;
let url: string;

async function start(env: Record<string, string> = {}): Promise<void> {
  ports = await buildPorts(
    readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      ENCRYPTION_KEY: TEST_KEY,
      SHOPIFY_API_KEY: 'key',
      SHOPIFY_API_SECRET: 'a-secret-for-tests-only',
      SHOPIFY_APP_URL: 'http://localhost:3000',
      DATABASE_URL: `file:${join(folder, 'larder.sqlite')}`,
      ...env,
    }),
  );
  const remix = {
    listener: (_req: unknown, res: ServerResponse) => void res.end('remix'),
    close: async () => undefined,
  };
  server = createHttpServer(ports, remix);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'larder-server-'));
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await ports.db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the server', () => {
  test('answers health itself, gives every request an id, and leaves the rest to Remix', async () => {
    await start();
    const health = await fetch(`${url}/healthz`);
    expect(await health.json()).toEqual({ status: 'ok' });
    const page = await fetch(`${url}/app`);
    expect(await page.text()).toBe('remix');
    expect(page.headers.get('x-request-id')).not.toBe(health.headers.get('x-request-id'));
  });

  test('refuses what is unsigned or too large at its hot doors, and stores nothing', async () => {
    await start();
    expect((await fetch(`${url}/proxy/shelf?visitor=x`)).status).toBe(401);
    expect((await fetch(`${url}/proxy/events`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await fetch(`${url}/webhooks`, { method: 'POST', body: '{}' })).status).toBeGreaterThanOrEqual(
      400,
    );
    const large = fetch(`${url}/webhooks`, { method: 'POST', body: 'x'.repeat(1_100_000) });
    expect((await large).status).toBe(413);
    expect(await ports.db.read.inboxMessage.count()).toBe(0);
    expect(await ports.db.read.exposure.count()).toBe(0);
  });

  test('survives a hot path that fails', async () => {
    await start({ LARDER_DEMO_TOKEN: 'token' });
    const headers = { 'x-larder-demo': 'token' };
    expect((await fetch(`${url}/demo/clock`, { method: 'POST', headers, body: 'no json' })).status).toBe(400);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('has no movable clock outside a demo, and none without its token', async () => {
    await start();
    expect((await fetch(`${url}/demo/clock`)).status).toBe(404);
  });

  test('moves the demo’s clock forward only', async () => {
    await start({ LARDER_DEMO_TOKEN: 'token', LARDER_DEMO_NOW: String(Date.UTC(2026, 0, 1)) });
    const move = async (nowAt: number) => {
      const body = JSON.stringify({ nowAt });
      const answer = await fetch(`${url}/demo/clock`, {
        method: 'POST',
        headers: { 'x-larder-demo': 'token' },
        body,
      });
      return ((await answer.json()) as { nowAt: number }).nowAt;
    };
    const later = Date.UTC(2026, 0, 2);
    expect(await move(later)).toBeGreaterThanOrEqual(later);
    expect(await move(Date.UTC(2025, 0, 1))).toBeGreaterThanOrEqual(later);
  });
});

/** The Node server around the real ports: what it answers itself, and how it stops. */
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import pino from 'pino';
import { readConfig } from '../app/config.server';
import { buildPorts, type BuiltPorts } from '../app/ports.server';
import { signWebhook } from '../app/shopify/verify-webhook';
import { signProxyQuery } from '../app/shopify/verify-proxy';
import { createHttpServer } from '../server/create-server';
import { TEST_KEY } from './support/test-ports';

let folder: string;
let ports: BuiltPorts;
let server: Server;
let url: string;
let logged: string;

async function start(env: Record<string, string> = {}): Promise<void> {
  const built = await buildPorts(
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
  logged = '';
  ports = { ...built, log: pino({ level: 'trace' }, { write: (line) => void (logged += line) }) };
  const remix = {
    listener: (req: IncomingMessage, res: ServerResponse) => void res.end(`remix ${req.method} ${req.url}`),
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
    expect(await page.text()).toBe('remix GET /app');
    expect(page.headers.get('x-request-id')).not.toBe(health.headers.get('x-request-id'));
  });

  test('refuses what is unsigned or too large at its hot doors, and stores nothing', async () => {
    await start();
    expect((await fetch(`${url}/proxy/shelf?visitor=x`)).status).toBe(401);
    expect((await fetch(`${url}/proxy/events`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await fetch(`${url}/webhooks`, { method: 'POST', body: '{}' })).status).toBe(401);
    const large = fetch(`${url}/webhooks`, { method: 'POST', body: 'x'.repeat(1_100_000) });
    expect((await large).status).toBe(413);
    expect(await ports.db.read.prisma.inboxMessage.count()).toBe(0);
    expect(await ports.db.read.prisma.exposure.count()).toBe(0);
  });

  test('takes a webhook only for the shop that its signed body names', async () => {
    await start();
    await ports.db.write(async (tx) => {
      for (const domain of ['one.myshopify.com', 'two.myshopify.com'])
        await tx.prisma.shop.create({ data: { domain, installedAt: ports.clock.now() } });
    });
    const body = JSON.stringify({ shop_id: 1, shop_domain: 'one.myshopify.com' });
    const send = async (shop: string, hmac?: string) => {
      const headers: Record<string, string> = {
        'x-shopify-topic': 'shop/redact',
        'x-shopify-shop-domain': shop,
        'x-shopify-webhook-id': shop,
        'x-shopify-api-version': '2026-07',
      };
      if (hmac) headers['x-shopify-hmac-sha256'] = hmac;
      return (await fetch(`${url}/webhooks`, { method: 'POST', headers, body })).status;
    };
    const hmac = signWebhook(Buffer.from(body), ports.config.apiSecret);
    expect(await send('two.myshopify.com', hmac)).toBe(401);
    expect(await send('one.myshopify.com')).toBe(401);
    expect((await fetch(`${url}/webhooks`, { method: 'POST', body })).status).toBe(401);
    expect(await ports.db.read.prisma.inboxMessage.count()).toBe(0);
    expect(await send('one.myshopify.com', hmac)).toBe(200);
    expect(await ports.db.read.prisma.inboxMessage.findMany()).toMatchObject([{ topic: 'shop/redact' }]);
  });

  test.each([
    '/proxy/%2e%2e/',
    '/proxy/%2E%2e/app',
    '/proxy/../app',
    '/proxy/..%2f..%2fapp',
    '/proxy/..\\app',
    '/proxy//evil.example',
    '/proxy/shelf/',
    '/proxy/events',
    '/proxy/%73helf',
    '/proxy;/shelf',
    '/',
    '/app',
    '//evil.example/app',
    '//[',
    'http://evil.example/proxy/shelf/',
  ])('what the app proxy signed never reaches Remix, a redirect or the log: %s', async (path) => {
    await start();
    const query = new URLSearchParams({
      shop: 'corner.myshopify.com',
      logged_in_customer_id: '7',
      path_prefix: '/apps/larder',
      timestamp: String(Math.floor(Date.now() / 1000)),
    });
    query.set('signature', signProxyQuery(query, ports.config.apiSecret));
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const { status, headers, body } = await askFor(method, `${path}?${query}`);
      expect([status, headers.location, headers['content-type']]).toEqual([
        404,
        undefined,
        'text/plain; charset=utf-8',
      ]);
      expect(body).toBe(method === 'HEAD' ? '' : 'Not found\n');
    }
    expect(logged).not.toContain(query.get('signature'));
  });

  test.each([
    ['GET', 'http://evil.example/healthz', 200, '{"status":"ok"}'],
    ['GET', 'HTTP://evil.example?a=1', 200, 'remix GET /?a=1'],
    ['GET', 'http://evil.example', 200, 'remix GET /'],
    ['POST', '/mail/unsubscribe/x?_data=routes%2Fx', 200, 'remix POST /mail/unsubscribe/x'],
    ['POST', '/mail/unsubscribe/x?a=1&_data&b=2', 200, 'remix POST /mail/unsubscribe/x?a=1&b=2'],
    ['POST', '/mail/unsubscribe/x?signature=1', 200, 'remix POST /mail/unsubscribe/x?signature=1'],
    ['GET', 'http://[', 400, 'This address is written wrongly.'],
    ['OPTIONS', '*', 400, 'This address is written wrongly.'],
    ['PUT', '/api/reminders', 405, 'There is nothing behind this verb.'],
    ['PATCH', '/app/settings', 405, 'There is nothing behind this verb.'],
    ['DELETE', '/proxy/shelf', 405, 'There is nothing behind this verb.'],
  ])('%s %s is answered with %i', async (method, target, status, body) => {
    await start();
    const { port } = server.address() as AddressInfo;
    const sent = request({ host: '127.0.0.1', port, method, path: target });
    sent.end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const said = (await answer.toArray()).join('');
    expect([answer.statusCode, said]).toEqual([status, body]);
    expect(logged).toBe('');
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

/** A request whose target goes out as it is written, which `fetch` would not do. */
async function askFor(method: string, target: string) {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', method, path: target }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of answer) body += String(chunk);
  return { status: answer.statusCode, headers: answer.headers, body };
}

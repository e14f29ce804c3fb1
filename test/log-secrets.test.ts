/** Hostile requests at every door of the built app: no line of the log holds what stood in their addresses. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_KEY, TEST_SECRET } from './support/test-ports';

let folder: string;
let app: ChildProcess;
let port: number;
/** Everything that the process has said, on either stream. */
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larder-log-'));
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as AddressInfo).port;
  probe.close();
  app = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: {
      PATH: process.env.PATH,
      ...{ NODE_ENV: 'production', LOG_LEVEL: 'debug', PORT: String(port), ENCRYPTION_KEY: TEST_KEY },
      ...{
        SHOPIFY_API_KEY: 'key',
        SHOPIFY_API_SECRET: TEST_SECRET,
        SHOPIFY_APP_URL: 'http://localhost:3000',
      },
      ...{ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'reminders@larder.example' },
      DATABASE_URL: `file:${join(folder, 'larder.sqlite')}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((ready) => {
    for (const stream of [app.stdout, app.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Larder is ready')) ready();
      });
  });
});
afterAll(async () => {
  const gone = once(app, 'exit');
  app.kill('SIGKILL');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

interface RouteOfBuild {
  readonly path?: string;
  readonly parentId?: string;
}

/** Every address of the built app, with a secret for each parameter. */
async function addresses(secret: string): Promise<string[]> {
  const build = (await import(new URL('../build/server/index.js', import.meta.url).href)) as {
    routes: Record<string, RouteOfBuild>;
  };
  const pathOf = (route: RouteOfBuild | undefined): string =>
    route ? `${pathOf(build.routes[route.parentId ?? ''])}${route.path ? `/${route.path}` : ''}` : '';
  const paths = Object.values(build.routes).map((route) => pathOf(route).replace(/:\w+|\*/g, secret));
  return [
    ...new Set(paths.map((path) => path || '/')),
    '/proxy/shelf',
    '/proxy/events',
    '/webhooks',
    '/demo/clock',
  ];
}

/** As it stands: fetch would mend it. */
async function send(method: string, path: string): Promise<void> {
  const headers = { 'user-agent': 'Mozilla/5.0 Chrome/140', 'content-type': 'application/json' };
  const sent = request({ host: '127.0.0.1', port, method, path, headers });
  sent.end(method === 'POST' ? '{' : undefined);
  const [answer] = (await once(sent, 'response')) as [NodeJS.ReadableStream];
  answer.resume();
  await once(answer, 'end');
}

it('whatever is asked, in path or query', async () => {
  const secret = 'S3cretTokenOfAda-_0123';
  const query = `token=${secret}&hmac=${secret}&id_token=${secret}&email=ada%40example.test`;
  const found = await addresses(secret);
  expect(found.length).toBeGreaterThan(20);
  for (const path of found) {
    for (const address of [
      path,
      `${path}/${secret}/x`,
      `${path}.data`,
      `${path}/%E0%A4%A${secret}`,
      `/${path}`,
    ]) {
      // What is signed as the app proxy signs ends before the router: each is asked both ways.
      for (const asked of [query, `signature=${secret}&${query}`]) {
        await send('GET', `${address}?${asked}`);
        await send('POST', `${address}?${asked}`);
      }
    }
  }
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])
    await send(method, `/mail/snooze/${secret}?${query}`);
  const lines = said.split('\n');
  // The log was on, and what was asked reached it.
  expect(said).toContain('Webhook refused');
  expect(lines.filter((line) => /S3cret|ada(@|%40)/.test(line))).toEqual([]);
});

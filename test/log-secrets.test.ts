/** Hostile requests at every door of the built app: no line of the log holds what stood in their addresses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../app/config.server';
import { createLog } from '../app/log.server';
import { buildPorts, type BuiltPorts } from '../app/ports.server';
import { createHttpServer } from '../server/create-server';
import { createBuiltRemix } from '../server/remix';
import { TEST_KEY, TEST_SECRET } from './support/test-ports';

const lines: string[] = [];
let folder: string;
let ports: BuiltPorts;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larder-log-'));
  const built = await buildPorts(
    readConfig({
      NODE_ENV: 'test',
      ENCRYPTION_KEY: TEST_KEY,
      SHOPIFY_API_KEY: 'key',
      SHOPIFY_API_SECRET: TEST_SECRET,
      SHOPIFY_APP_URL: 'http://localhost:3000',
      DATABASE_URL: `file:${join(folder, 'larder.sqlite')}`,
    }),
  );
  // Whatever is asked of the database fails, with the request's own words: doors that look further fail as well.
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  ports = { ...built, log };
  server = createHttpServer(ports, await createBuiltRemix(ports));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await ports.db.close();
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
  const { port } = server.address() as AddressInfo;
  const headers = { 'user-agent': 'Mozilla/5.0 Chrome/140', 'content-type': 'application/json' };
  const sent = request({ host: '127.0.0.1', port, method, path, headers });
  sent.end(method === 'POST' ? '{' : undefined);
  const [answer] = (await once(sent, 'response')) as [NodeJS.ReadableStream];
  answer.resume();
  await once(answer, 'end');
}

it('whatever is asked, in path or query', async () => {
  const secret = 'S3cretTokenOfAda-_0123';
  const query = `token=${secret}&signature=${secret}&hmac=${secret}&id_token=${secret}&email=ada%40example.test`;
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
      await send('GET', `${address}?${query}`);
      await send('POST', `${address}?${query}`);
    }
  }
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])
    await send(method, `/mail/snooze/${secret}?${query}`);
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => /S3cret|ada(@|%40)/.test(line))).toEqual([]);
});

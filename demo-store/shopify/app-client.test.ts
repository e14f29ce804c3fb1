import { afterEach, beforeEach, expect, it } from 'vitest';
import { listen, type Listening } from '../listen';
import { createAppClient } from './app-client';
import { readBody, sendJson } from './http-answers';
import type { Installation } from './installation';

let app: Listening;
let asked: { method?: string; token?: unknown; body: string }[];
let left: number[]; // jobs left at each answer, the last one staying

beforeEach(async () => {
  asked = [];
  app = await listen(0, 'PORT');
  app.answerWith(async (request, response) => {
    asked.push({
      method: request.method,
      token: request.headers['x-larder-demo'],
      body: await readBody(request),
    });
    const jobs = left.length > 1 ? left.shift() : left[0];
    const failures = jobs === 0 ? [{ what: 'send-mail', error: 'no such host' }] : [];
    sendJson(response, 200, { nowAt: 1, left: { inbox: 0, dirtyOrders: 0, jobs }, failures });
  });
});
afterEach(() => app.close());

function client(demoToken: string | null, port = app.port) {
  const url = `http://127.0.0.1:${port}`;
  const urls = { demo: '', storefront: '', edge: '', app: url };
  const installation = { get: () => ({ installedAt: 1 }) } as unknown as Installation;
  const settled: string[] = [];
  return createAppClient({ urls, demoToken }, installation, {
    settle: async () => void settled.push('settled'),
  });
}

it("moves the app's clock and asks until nothing is left, then tells what failed", async () => {
  left = [3, 2, 0];
  expect(await client('secret').stepApp(1_700_000_000_000)).toEqual([
    { what: 'send-mail', error: 'no such host' },
  ]);
  expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  expect(asked[0]).toMatchObject({ token: 'secret', body: '{"nowAt":1700000000000}' });
});

it('says so when the app is down or keeps its own time', async () => {
  left = [0];
  expect(await client(null).stepApp(1)).toMatchObject([
    { what: 'clock', error: expect.stringContaining('LARDER_DEMO_TOKEN') as string },
  ]);
  expect(await client('secret', 1).stepApp(1)).toMatchObject([{ what: 'clock' }]);
  expect(asked).toEqual([]);
});

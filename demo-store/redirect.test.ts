import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, type Listening } from './listen';

let store: Listening;

beforeAll(async () => {
  store = await listen(0, 'DEMO_PORT');
  store.answerWith((request, response) => {
    response.end(JSON.stringify({ path: request.url, shop: request.headers['x-demo-shop'] ?? null }));
  });
});
afterAll(() => store.close());

/** What `fetch(url)` gives in a process of its own that runs with the redirect. */
async function fetchElsewhere(url: string): Promise<string> {
  const program = `fetch('${url}').then((r) => r.text(), (e) => String(e.cause?.message ?? e)).then((t) => process.stdout.write(t))`;
  const redirect = join(import.meta.dirname, 'redirect.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', redirect, '--eval', program], {
    env: { ...process.env, DEMO_STORE_URL: `http://127.0.0.1:${store.port}` },
  });
  return stdout;
}

it('sends calls for a shop to the demo store and names the shop', async () => {
  const answer = await fetchElsewhere('https://larder-demo.myshopify.com/admin/api?x=1');
  expect(JSON.parse(answer)).toEqual({ path: '/admin/api?x=1', shop: 'larder-demo.myshopify.com' });
});

it('lets this machine be called, and nothing else', async () => {
  expect(JSON.parse(await fetchElsewhere(`http://localhost:${store.port}/here`))).toEqual({
    path: '/here',
    shop: null,
  });
  expect(await fetchElsewhere('https://example.com')).toBe(
    'The demo keeps to this machine: example.com was not called.',
  );
});

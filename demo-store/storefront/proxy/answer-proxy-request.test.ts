import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestStorefront, type TestStorefront } from '../testing/open-test-storefront';

let store: TestStorefront;
beforeAll(async () => {
  store = await openTestStorefront();
});
afterAll(() => store.close());
beforeEach(() => {
  store.toApp.length = 0;
});

function whyNotSigned(query: URLSearchParams, secret: string): string | null {
  const message = [...new Set(query.keys())]
    .filter((name) => name !== 'signature')
    .sort()
    .map((name) => `${name}=${query.getAll(name).join(',')}`)
    .join('');
  const expected = createHmac('sha256', secret).update(message).digest('hex');
  return query.get('signature') === expected ? null : `not ${expected}`;
}

test('the query is signed, the path prefix replaced, and no cookie passes either way', async () => {
  store.answerWith(() => ({
    headers: { 'content-type': 'text/plain', 'set-cookie': 'app=1', server: 'x' },
    body: 'ok',
  }));
  const visit = store.browser();
  await visit('/cart/update.js', { method: 'POST', body: new URLSearchParams({ 'attributes[a]': 'b' }) });
  const answer = await visit('/apps/larder/shelf?visitor=v&view=w&visitor=z');
  expect(await answer.text()).toBe('ok');
  expect(answer.headers.get('set-cookie') ?? '').not.toContain('app=1');
  const [seen] = store.toApp;
  expect(seen?.url.pathname).toBe('/proxy/shelf');
  expect(seen?.headers.cookie).toBeUndefined();
  const query = seen?.url.searchParams ?? new URLSearchParams();
  expect(whyNotSigned(query, store.config.secret)).toBeNull();
  expect(query.get('shop')).toBe('larder-demo.myshopify.com');
  expect(query.get('path_prefix')).toBe('/apps/larder');
  expect(query.getAll('visitor')).toEqual(['v', 'z']);
  expect(Math.abs(Number(query.get('timestamp')) - Date.now() / 1000)).toBeLessThan(30);
});

test('a visitor cannot choose who is signed in', async () => {
  store.answerWith(() => ({ status: 204 }));
  const visit = store.browser();
  await visit(
    `/apps/larder/shelf?logged_in_customer_id=${store.shop.ada.id}&shop=evil.myshopify.com&signature=0`,
  );
  expect(store.toApp[0]?.url.searchParams.getAll('logged_in_customer_id')).toEqual(['']);
  expect(store.toApp[0]?.url.searchParams.getAll('shop')).toEqual(['larder-demo.myshopify.com']);
  await visit('/account/login', { method: 'POST', body: new URLSearchParams({ email: 'ada@example.test' }) });
  await visit('/apps/larder/shelf');
  expect(store.toApp[1]?.url.searchParams.getAll('logged_in_customer_id')).toEqual([store.shop.ada.id]);
});

test('a path that the merchant renamed reaches the app and is named to it; the old one is nobody’s', async () => {
  store.answerWith(() => ({ status: 204 }));
  store.proxyPath = '/tools/pantry';
  const visit = store.browser();
  expect((await visit('/apps/larder/shelf')).status).toBe(404);
  expect((await visit('/tools/pantry/shelf')).status).toBe(204);
  expect(store.toApp.map(({ url }) => [url.pathname, url.searchParams.get('path_prefix')])).toEqual([
    ['/proxy/shelf', '/tools/pantry'],
  ]);
  store.proxyPath = '/apps/larder';
});

test('method, body and 204 pass', async () => {
  store.answerWith(() => ({ status: 204 }));
  const answer = await store.browser()('/apps/larder/events', { method: 'POST', body: '{"type":"seen"}' });
  expect(answer.status).toBe(204);
  expect(store.toApp[0]).toMatchObject({ method: 'POST', body: '{"type":"seen"}' });
});

test('Liquid is rendered with the prices and handles of the storefront, without its layout', async () => {
  store.answerWith(() => ({
    headers: { 'content-type': 'application/liquid; charset=utf-8', 'cache-control': 'private, no-store' },
    body: `{% layout none %}{% assign p = all_products['coffee'] %}<li>{{ p.title | escape }} {{ p.price | money }} {{ routes.cart_add_url }}</li>{{ all_products['gone'].title }}`,
  }));
  const answer = await store.browser()('/apps/larder/shelf');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(await answer.text()).toBe('<li>Coffee &quot;A&quot; $9.90 /cart/add</li>');
});

test('Liquid without the layout tag stands in the theme', async () => {
  store.answerWith(() => ({
    headers: { 'content-type': 'application/liquid' },
    body: '<p>Hello {{ shop.name }}</p>',
  }));
  const page = await store
    .browser()('/apps/larder/page')
    .then((answer) => answer.text());
  expect(page).toContain('<p>Hello Small Shop</p>');
  expect(page).toContain('<!doctype html>');
});

test('all_products gives nothing past twenty handles', async () => {
  const asked = Array.from(
    { length: 20 },
    (_each, place) => `{{ all_products['none-${place}'].title }}`,
  ).join('');
  store.answerWith(() => ({
    headers: { 'content-type': 'application/liquid' },
    body: `{% layout none %}${asked}[{{ all_products['coffee'].title }}]`,
  }));
  expect(
    await store
      .browser()('/apps/larder/x')
      .then((answer) => answer.text()),
  ).toBe('[]');
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestStorefront, type TestStorefront } from '../testing/open-test-storefront';

let store: TestStorefront;
beforeAll(async () => {
  store = await openTestStorefront();
});
afterAll(() => store.close());
beforeEach(() => void store.placements.set({ shelfOnHome: false, embedOn: false, shelfSettings: {} }));

const page = (path: string) =>
  store
    .browser()(path)
    .then((answer) => answer.text());

describe('every template', () => {
  test.each([
    ['/', 'A bit of everything'],
    ['/products/coffee', '250 g'],
    ['/collections', 'Pantry'],
    ['/collections/all', '3 products'],
    ['/collections/pantry', 'Rare Tea'],
    ['/collections/best-sellers', 'Best sellers'],
    ['/search?q=soap', 'Results for “soap”'],
    ['/search?q=nothing', 'Nothing found'],
    ['/cart', 'It is empty.'],
    ['/account/login', 'Act as a customer'],
  ])('%s', async (path, words) => {
    const answer = await store.browser()(path);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).not.toMatch(/Translation missing|\[object Object\]|undefined/);
  });

  test.each(['/nope', '/products/gone', '/collections/gone', '/products/a/b'])(
    '%s is not there',
    async (path) => {
      const answer = await store.browser()(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('That page is not here');
    },
  );

  test('what is not published does not exist', async () => {
    const shop = store.shop;
    shop.world.updateProduct(shop.soldOut.id, { status: 'DRAFT' });
    expect((await store.browser()('/products/rare-tea')).status).toBe(404);
    shop.world.updateProduct(shop.soldOut.id, { status: 'ACTIVE' });
  });

  test('a malformed address is a bad request', async () => {
    expect((await store.browser()('/products/%E0%A4%A')).status).toBe(400);
  });

  test('titles are escaped', async () => {
    expect(await page('/products/coffee')).toContain('<h1>Coffee &quot;A&quot;</h1>');
  });

  test('pictures are drawn, and unknown ones are not', async () => {
    expect(await page('/images/coffee.svg?width=720')).toContain('<svg');
    expect((await store.browser()('/images/gone.svg')).status).toBe(404);
  });

  test('nothing outside the asset folders is served', async () => {
    expect((await store.browser()('/cdn/theme/..%2Flayout%2Ftheme.liquid')).status).toBe(404);
    expect((await store.browser()('/cdn/theme/..%2F..%2F..%2F..%2Fpackage.json')).status).toBe(404);
  });
});

describe('the app’s block and embed', () => {
  test('stand only where the merchant has placed them', async () => {
    expect(await page('/')).not.toContain('data-larder-shelf');
    store.placements.set({ shelfOnHome: true, embedOn: true });
    const home = await page('/');
    expect(home).toContain('data-larder-shelf');
    expect(home).toContain('class="shopify-block shopify-app-block"');
    expect(home).toContain('/cdn/extensions/refill-shelf/assets/shelf.css');
    expect(home.match(/assets\/visitor\.js/g)?.length).toBeGreaterThanOrEqual(1);
    const cart = await page('/cart');
    expect(cart).not.toContain('data-larder-shelf');
    expect(cart).toContain('assets/visitor.js');
  });

  test('their assets are served', async () => {
    const answer = await store.browser()('/cdn/extensions/refill-shelf/assets/shelf.js');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
  });

  test('the block shows the app’s own top sellers first, and its edited settings', async () => {
    store.placements.set({ shelfOnHome: true, shelfSettings: { items: 2, heading: 'Hand-picked' } });
    store.metafields.push({ namespace: 'larder', key: 'top_sellers', type: 'json', value: '["soap"]' });
    const home = await page('/');
    store.metafields.length = 0;
    expect(home).toContain('data-larder-heading>Hand-picked</span>');
    const shelf = home.slice(home.indexOf('data-larder-items'), home.indexOf('data-larder-status'));
    expect(shelf.indexOf('Soap')).toBeGreaterThan(0);
    expect(shelf.indexOf('Soap')).toBeLessThan(shelf.indexOf('Coffee'));
  });

  test('the theme editor’s preview shows what is not saved yet, and says it is the editor', async () => {
    const preview = await page('/?design_mode=1&preview=shelfOnHome');
    expect(preview).toContain('data-larder-shelf');
    expect(preview).toContain('"designMode":true');
    expect(preview).toContain('data-shopify-editor-block="{&quot;id&quot;');
    expect(await page('/?preview=shelfOnHome')).not.toContain('data-larder-shelf');
  });
});

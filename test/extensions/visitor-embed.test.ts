import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Browser, newVisitor, openBrowser, type Page, untilQuiet } from './open-browser';
import { openStorefront, type Storefront } from './shelf-storefront';

vi.setConfig({ testTimeout: 20_000 });
const until = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

let browser: Browser;
let storefront: Storefront;
let page: Page;

beforeAll(async () => {
  [browser, storefront] = await Promise.all([openBrowser(), openStorefront()]);
}, 30_000);
afterAll(async () => {
  await browser.close();
  await storefront.close();
});
beforeEach(async () => {
  storefront.reset();
  storefront.state.blocks = ['visitor-embed'];
  page = await newVisitor(browser);
  await page.clock.install();
});
afterEach(() => page.context().close());

async function open() {
  await page.goto(storefront.url);
  await untilQuiet(page);
}
const stored = () => page.evaluate(() => localStorage.larder_visitor as string | undefined);
const writes = () => storefront.state.cartRequests.filter(({ path }) => path === '/cart/update.js');
/** The theme's own way of changing the cart. */
const themeAdds = () =>
  page.evaluate(() =>
    fetch('/cart/add.js', { method: 'POST', body: '{"items":[{"id":1}]}' }).then((it) => it.status),
  );
const choose = (allowed: boolean) =>
  page.evaluate((value) => (window as unknown as { choose(allowed: boolean): void }).choose(value), allowed);
/** Lets the quiet time after a cart change pass, and once more for the embed's own write. */
async function settled() {
  for (let turn = 0; turn < 3; turn += 1) {
    await untilQuiet(page);
    await page.clock.fastForward(500);
  }
}

test('a page view alone stores nothing and asks nothing', async () => {
  await open();
  await settled();
  expect(storefront.state.cartRequests).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test.each([
  ['readable', false],
  ['hidden from scripts', true],
])('writes the id once, after the cart has changed, when its cookie is %s', async (_, hideCartCookie) => {
  storefront.state.hideCartCookie = hideCartCookie;
  await open();
  await themeAdds();
  await themeAdds();
  await until(() => expect(writes()).toHaveLength(1));
  await themeAdds();
  await settled();
  expect(writes()).toHaveLength(1);
  const id = await stored();
  expect(id).toMatch(/^[\w-]{22}$/);
  expect(storefront.state.attributes).toEqual({ __larder_visitor: id });
  expect(storefront.state.cartRequests.map(({ path }) => path).slice(0, 3)).toEqual([
    '/cart/add.js',
    '/cart/add.js',
    '/cart/update.js',
  ]);
});

test('keeps the id for the next page and does not write it to the same cart again', async () => {
  await open();
  await themeAdds();
  await until(() => expect(writes()).toHaveLength(1));
  await until(async () =>
    expect(await page.evaluate(() => localStorage.larder_cart as string)).toBe('token-1'),
  );
  const id = await stored();
  await open();
  await themeAdds();
  await settled();
  expect(await stored()).toBe(id);
  expect(writes()).toHaveLength(1);
});

test('writes to a cart that a form without script has made', async () => {
  await open();
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<form method="post" action="/cart/add"><button>Add</button></form>',
    );
  });
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('heading', { name: 'Your cart' }).waitFor();
  await open();
  await until(() => expect(writes()).toHaveLength(1));
});

test("hears of changes made by the storefront's own cart action, and waits until they are done", async () => {
  await open();
  await page.evaluate(() => {
    const change = new Event('shopify:cart:lines-update', { bubbles: true });
    document.body.dispatchEvent(
      Object.assign(change, { promise: new Promise((done) => setTimeout(done, 60_000)) }),
    );
  });
  await settled();
  expect(writes()).toEqual([]);
  await page.clock.fastForward(60_000);
  await settled();
  expect(writes()).toHaveLength(1);
});

test('without consent a changed cart stays as it is; with it, the id follows', async () => {
  storefront.state.consent = { preferences: true, analytics: false };
  await open();
  await themeAdds();
  await settled();
  expect(writes()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await choose(true);
  await until(() => expect(writes()).toHaveLength(1));
});

test('withdrawn consent removes the id from browser and cart', async () => {
  await open();
  await themeAdds();
  await until(async () =>
    expect(await page.evaluate(() => localStorage.larder_cart as string)).toBe('token-1'),
  );
  await choose(false);
  await until(() => expect(storefront.state.attributes).toEqual({ __larder_visitor: '' }));
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await themeAdds();
  await settled();
  expect(storefront.state.attributes).toEqual({ __larder_visitor: '' });
});

test('does nothing in the theme editor', async () => {
  storefront.state.designMode = true;
  await open();
  await themeAdds();
  await settled();
  expect(writes()).toEqual([]);
});

test('with the shelf on the same page the id is still written once', async () => {
  storefront.state.blocks = ['refill-shelf', 'visitor-embed'];
  await open();
  await themeAdds();
  await until(() => expect(writes()).toHaveLength(1));
  await settled();
  expect(writes()).toHaveLength(1);
  expect(storefront.state.shelfRequests).toEqual([]);
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Browser, newVisitor, openBrowser, type Page, untilQuiet } from './open-browser';
import { fragment, REFILLS, TOP_SELLERS } from './shelf-products';
import { openStorefront, type Storefront } from './shelf-storefront';

const KNOWN = 'knownBrowser_-22chars0';
const REFILL_HEADING = 'Time for a refill?';

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
  page = await newVisitor(browser);
});
afterEach(() => page.context().close());

/** Opens the home page, as a browser with this id when one is given, and waits until the shelf has had its say. */
async function open(visitor?: string) {
  if (visitor) await page.addInitScript((id) => (localStorage.larder_visitor ??= id), visitor);
  await page.goto(storefront.url);
  await untilQuiet(page);
}
const titles = () => page.locator('.larder-card__title').allTextContents();
const heading = () => page.locator('.larder h2').textContent();
const shift = () => page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);
const answerWith = (count: number) => {
  storefront.state.shelf = () => ({ body: fragment(REFILLS.slice(0, count)) });
};
const DEFAULT = TOP_SELLERS.slice(0, 4).map(({ title }) => title);
const REFILL_TITLES = REFILLS.map(({ title }) => title);

describe('everyone', () => {
  test('sees top sellers rendered by the theme, without any script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(storefront.url);
    expect(await plain.locator('.larder-card__title').allTextContents()).toEqual(DEFAULT);
    await plain.getByRole('button', { name: 'Add to cart: Oat biscuits' }).click();
    expect(await plain.textContent('h1')).toBe('Your cart');
    await context.close();
  });

  test('sees nothing at all, not even a box, when the shop has no products', async () => {
    storefront.state.products = [];
    await open();
    expect(await page.locator('main').innerText()).toBe('');
  });

  test('is not shown what is sold out', async () => {
    storefront.state.products = TOP_SELLERS.map((each, index) => ({ ...each, available: index > 0 }));
    await open();
    expect(await titles()).toEqual(TOP_SELLERS.slice(1).map(({ title }) => title));
  });

  test('gets as many places as the merchant chose', async () => {
    storefront.state.settings = { items: 2, heading: 'Good things' };
    await open();
    expect(await titles()).toHaveLength(2);
    expect(await heading()).toBe('Good things');
  });
});

describe('nothing is asked', () => {
  test.each([
    ['without any consent', { preferences: false, analytics: false }],
    ['with consent to preferences only', { preferences: true, analytics: false }],
    ['with consent to analytics only', { preferences: false, analytics: true }],
  ])('%s, and nothing is stored', async (_, consent) => {
    storefront.state.consent = consent;
    storefront.state.signedIn = true;
    await open();
    expect(storefront.state.shelfRequests).toEqual([]);
    expect(storefront.state.cartRequests).toEqual([]);
    expect(await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }))).toEqual([]);
  });

  test('by a browser without id and without sign-in, and no id is made up', async () => {
    await open();
    expect(storefront.state.shelfRequests).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('in the theme editor, which shows a hint where nothing can be shown', async () => {
    storefront.state.designMode = true;
    storefront.state.products = [];
    await open(KNOWN);
    expect(storefront.state.shelfRequests).toEqual([]);
    expect(await page.locator('main').innerText()).toContain('nothing to show yet');
  });
});

describe('a recognised browser', () => {
  test('asks once after loading, with its id and a random id of this page view', async () => {
    await open(KNOWN);
    const [request] = storefront.state.shelfRequests;
    expect(storefront.state.shelfRequests).toHaveLength(1);
    expect(request?.pathname).toBe('/apps/larder/shelf');
    expect(Object.fromEntries(request?.searchParams ?? [])).toEqual({
      v: '1',
      visitor: KNOWN,
      view: expect.stringMatching(/^[\w-]{22}$/),
    });
    await page.reload();
    await untilQuiet(page);
    expect(storefront.state.shelfRequests[1]?.searchParams.get('view')).not.toBe(
      request?.searchParams.get('view'),
    );
  });

  test('asks on the path the merchant has set', async () => {
    storefront.state.settings = { proxy_path: '/tools/pantry' };
    await open(KNOWN);
    expect(storefront.state.shelfRequests[0]?.pathname).toBe('/tools/pantry/shelf');
  });

  test.each([1280, 390])('sees refills in the same box at %i px, and nothing moves', async (width) => {
    await page.context().close();
    page = await newVisitor(browser, width);
    storefront.state.shelf = () => ({ body: fragment(REFILLS), delayMs: 300 });
    await page.addInitScript((id) => (localStorage.larder_visitor = id), KNOWN);
    await page.goto(storefront.url);
    const before = await page.locator('.larder').boundingBox();
    await page.getByText('Dark roast').waitFor();
    expect(await titles()).toEqual(REFILL_TITLES.slice(0, 4));
    expect(await heading()).toBe(REFILL_HEADING);
    expect(await page.locator('.larder').boundingBox()).toEqual(before);
    expect(await shift()).toBe(0);
  });

  test('sees top sellers in the places that refills leave', async () => {
    answerWith(2);
    await open(KNOWN);
    expect(await titles()).toEqual([...REFILL_TITLES.slice(0, 2), ...DEFAULT.slice(0, 2)]);
  });

  test('never sees a product twice', async () => {
    storefront.state.shelf = () => ({ body: fragment([TOP_SELLERS[1] ?? REFILLS[0]!]) });
    await open(KNOWN);
    expect((await titles()).sort()).toEqual([...DEFAULT].sort());
  });

  test.each([
    ['has nothing to say', () => ({ status: 204 })],
    ['fails', () => ({ status: 500, body: fragment(REFILLS) })],
    ['answers an empty page', () => ({ body: '' })],
    ['answers a page without cards', () => ({ body: '<h1>Liquid error</h1>' })],
  ])('keeps the default when the app %s', async (_, shelf) => {
    storefront.state.shelf = shelf;
    await open(KNOWN);
    expect(storefront.state.shelfRequests).toHaveLength(1);
    expect(await titles()).toEqual(DEFAULT);
    expect(await heading()).toBe('From our shelves');
    expect(storefront.state.events).toEqual([]);
  });

  test('keeps the default when the app has not answered within 1.5 seconds', async () => {
    storefront.state.shelf = () => ({ body: fragment(REFILLS), delayMs: 5000 });
    await page.clock.install();
    await page.addInitScript((id) => (localStorage.larder_visitor = id), KNOWN);
    await page.goto(storefront.url);
    await until(() => expect(storefront.state.shelfRequests).toHaveLength(1));
    await page.clock.fastForward(1600);
    await untilQuiet(page);
    expect(await titles()).toEqual(DEFAULT);
  });

  test('keeps the card it is just pointing at', async () => {
    storefront.state.shelf = () => ({ body: fragment(REFILLS), delayMs: 300 });
    await page.addInitScript((id) => (localStorage.larder_visitor = id), KNOWN);
    await page.goto(storefront.url);
    await page.getByRole('link', { name: 'Oat biscuits' }).focus();
    await page.getByText('Dark roast').waitFor();
    expect(await titles()).toEqual([REFILL_TITLES[0], 'Oat biscuits', ...REFILL_TITLES.slice(1, 3)]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Oat biscuits');
  });

  test('loses id, list and cart attribute when consent is withdrawn', async () => {
    answerWith(2);
    await page.addInitScript(() => (localStorage.larder_cart ??= '1'));
    await open(KNOWN);
    expect(await heading()).toBe(REFILL_HEADING);
    await page.evaluate(() => (window as unknown as { choose(allowed: boolean): void }).choose(false));
    await until(() => expect(storefront.state.attributes).toEqual({ __larder_visitor: '' }));
    expect(await titles()).toEqual(DEFAULT);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test('a signed-in customer without id is asked for with an empty one; consent may come later', async () => {
  storefront.state.signedIn = true;
  storefront.state.consent = { preferences: false, analytics: false };
  answerWith(1);
  await open();
  await page.evaluate(() => (window as unknown as { choose(allowed: boolean): void }).choose(true));
  await page.getByText('Dark roast').waitFor();
  expect(storefront.state.shelfRequests[0]?.searchParams.get('visitor')).toBe('');
  expect(await page.content()).not.toContain('7331');
  await page.getByRole('button', { name: 'Hide this list' }).click();
  await page.reload();
  await untilQuiet(page);
  expect(storefront.state.shelfRequests).toHaveLength(1);
});

describe('what the shopper does with refills', () => {
  const addFirst = () => page.getByRole('button', { name: 'Buy again: Dark roast' });
  const events = (type: string) => storefront.state.events.filter((event) => event.type === type);

  test('being in view is reported once', async () => {
    answerWith(4);
    await open(KNOWN);
    await until(() => expect(events('seen')).toHaveLength(1));
    expect(events('seen')[0]).toEqual({
      visitor: KNOWN,
      view: storefront.state.shelfRequests[0]?.searchParams.get('view'),
      type: 'seen',
    });
  });

  test('one tap puts the exact item into the cart, stays on the page and says so', async () => {
    answerWith(2);
    await open(KNOWN);
    await addFirst().click();
    await page.getByRole('button', { name: 'Added: Dark roast' }).waitFor();
    const variant = REFILLS[0]?.variants[0]?.id;
    expect(storefront.state.cartRequests[0]).toEqual({
      path: '/cart/add.js',
      body: { items: [{ id: variant, quantity: 1 }] },
    });
    expect(await page.getByRole('status').textContent()).toBe('Added: Dark roast');
    await until(() => expect(events('added')).toMatchObject([{ productId: REFILLS[0]?.id }]));
    await page.getByRole('button', { name: 'View cart: Dark roast' }).click();
    await page.getByRole('heading', { name: 'Your cart' }).waitFor();
  });

  test('an item that did not get in says so and can be tried again', async () => {
    answerWith(2);
    storefront.state.addToCart = () => ({ status: 422 });
    await open(KNOWN);
    await addFirst().click();
    const again = page.getByRole('button', { name: 'Not added. Try again: Dark roast' });
    await again.waitFor();
    expect(events('added')).toEqual([]);
    storefront.state.addToCart = () => ({ body: '{}' });
    await again.click();
    await page.getByRole('button', { name: 'Added: Dark roast' }).waitFor();
  });

  test("the storefront's own cart action is preferred, and its cart opened", async () => {
    answerWith(2);
    await open(KNOWN);
    await page.evaluate(() => {
      const calls: unknown[] = [];
      const openCart = Object.assign(async () => void calls.push('open'), { isDefault: () => false });
      const updateCart = async (change: unknown) => (calls.push(change), { cart: {} });
      Object.assign((window as unknown as { Shopify: object }).Shopify, {
        actions: { updateCart, openCart },
        calls,
      });
    });
    await addFirst().click();
    await page.getByRole('button', { name: 'Added: Dark roast' }).waitFor();
    const merchandiseId = `gid://shopify/ProductVariant/${REFILLS[0]?.variants[0]?.id}`;
    expect(
      await page.evaluate(() => (window as unknown as { Shopify: { calls: unknown } }).Shopify.calls),
    ).toEqual([{ lines: [{ merchandiseId, quantity: 1 }] }, 'open']);
  });

  test('"Not for me" gives the place to a top seller and the focus to its link', async () => {
    answerWith(2);
    await open(KNOWN);
    await page.getByRole('button', { name: 'Not for me: Dark roast' }).click();
    expect(await titles()).toEqual([DEFAULT[2], REFILL_TITLES[1], DEFAULT[0], DEFAULT[1]]);
    await until(() =>
      expect(events('dismissed')).toMatchObject([{ visitor: KNOWN, productId: REFILLS[0]?.id }]),
    );
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(DEFAULT[2]);
    await page.getByRole('button', { name: /^Not for me/ }).click();
    expect(await titles()).toEqual(DEFAULT);
    expect(await heading()).toBe('From our shelves');
  });

  test('"Not you?" forgets this browser, here and in the cart, and brings the default back', async () => {
    answerWith(3);
    await page.addInitScript(() => (localStorage.larder_cart ??= '1'));
    await open(KNOWN);
    await page.getByRole('button', { name: 'Not you? Clear this list' }).click();
    expect(await titles()).toEqual(DEFAULT);
    await until(() => expect(storefront.state.attributes).toEqual({ __larder_visitor: '' }));
    expect(await page.evaluate(() => localStorage.larder_visitor as string | undefined)).toBeUndefined();
    expect(events('dismissed')).toEqual([expect.not.objectContaining({ productId: expect.anything() })]);
    expect(await shift()).toBe(0);
  });
});

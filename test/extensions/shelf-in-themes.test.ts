/** The real block on the demo store's storefront, in every theme it has: what a shopper would see and touch there. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { shelfFragment } from '../../app/storefront/shelf-fragment';
import {
  openTestStorefront,
  type TestStorefront,
} from '../../demo-store/storefront/testing/open-test-storefront';
import { THEMES } from '../../demo-store/storefront/themes/open-theme';
import { type Browser, layoutShifts, newVisitor, openBrowser, type Page, untilQuiet } from './open-browser';

vi.setConfig({ testTimeout: 30_000 });
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LONG = 'Dishwasher tablets for hard water, unscented, in a box with a name that no card can hold';

let browser: Browser;
let store: TestStorefront;
let page: Page;

beforeAll(async () => {
  [browser, store] = await Promise.all([
    openBrowser(),
    openTestStorefront({ moreTitles: [LONG, 'Oat biscuits', 'Cat food', 'Olive oil'] }),
  ]);
  store.placements.set({ shelfOnHome: true, embedOn: true });
}, 30_000);
afterAll(async () => {
  await browser.close();
  await store.close();
});
beforeEach(() => answerRefills('soap'));
afterEach(() => page.context().close());

function answerRefills(...handles: string[]) {
  const items = handles.map((handle) => {
    const variantId = store.shop.world.productByHandle(handle)?.variants[0]?.id ?? '0';
    return { handle, variantId: BigInt(variantId), usualWeeks: 5 };
  });
  store.answerWith(({ url }) =>
    url.pathname.endsWith('/shelf')
      ? { headers: { 'content-type': 'application/liquid' }, body: shelfFragment(items) }
      : { status: 204 },
  );
}

const box = () => page.locator('.larder').boundingBox();
const styleOf = (selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, key) => getComputedStyle(element).getPropertyValue(key), name);
const pixels = async (selector: string, name = 'font-size') =>
  Number.parseFloat(await styleOf(selector, name));
const count = () => page.locator('[data-cart-count]').textContent();

async function openHome(theme: string, width = 1280) {
  page = await newVisitor(browser, width);
  await page.goto(`${store.config.urls.storefront}/?theme=${theme}`);
  await page.waitForFunction('window.Shopify.customerPrivacy');
  await page.evaluate(() => document.querySelector('[data-consent]')?.remove());
  await untilQuiet(page);
}

/** Consent, given by a browser that has an id: the shelf asks, and shows what the app answers. */
async function showRefills() {
  await page.evaluate(`
    Shopify.customerPrivacy.setTrackingConsent({ preferences: true, analytics: true });
    localStorage.larder_visitor = 'knownBrowser_-22chars0';
    document.dispatchEvent(new Event('visitorConsentCollected'))`);
  await page.locator('.larder-card__dismiss').first().waitFor();
  await untilQuiet(page);
}

const tap = (name: string) => page.getByRole('button', { name }).click();

describe.each(THEMES)('in the theme %s', (theme) => {
  test.each([1280, 390])(
    'the shelf can be read and touched at %i px, and refills take its very box',
    async (width) => {
      await openHome(theme, width);
      const before = await box();
      await showRefills();
      expect(await box()).toEqual(before);
      expect(await layoutShifts(page)).toEqual([]);

      const body = await pixels('body');
      for (const part of ['title', 'price', 'detail', 'note', 'add'])
        expect(await pixels(`.larder-card__${part}`), part).toBeGreaterThanOrEqual(Math.max(12, body * 0.8));
      const targets = page.locator('.larder button:visible, .larder-card > a.larder-card__add');
      for (const target of await targets.all())
        expect((await target.boundingBox())?.height, await target.innerText()).toBeGreaterThanOrEqual(44);
      expect(
        (await page.locator('.larder-card__dismiss').first().boundingBox())?.width,
      ).toBeGreaterThanOrEqual(44);

      const room = await page.evaluate(() => {
        const heading = document.querySelector('[data-larder-heading]')!;
        const grid = document.querySelector('.larder-grid')!.getBoundingClientRect();
        const page = document.scrollingElement!;
        return {
          isHeadingCut: heading.scrollWidth > heading.clientWidth + 1,
          sideways: page.scrollWidth - page.clientWidth,
          edge: Math.min(grid.left, page.clientWidth - grid.right),
        };
      });
      expect(room).toMatchObject({ isHeadingCut: false, sideways: 0 });
      expect(room.edge).toBeGreaterThanOrEqual(14);
      await page.evaluate(AXE);
      const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        `axe.run('.larder').then(({ violations }) => violations)`,
      );
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );

  test('one tap adds once, and what the shopper sees of the cart is true', async () => {
    await openHome(theme);
    await showRefills();
    const stays = page.evaluate('window.stays = true');
    await stays;
    await page.getByRole('button', { name: 'Buy again: Soap' }).dblclick();
    await page.getByRole('button', { name: 'Added: Soap' }).waitFor();
    const cart = await page.evaluate<{ item_count: number }>(
      `fetch('/cart.js').then((answer) => answer.json())`,
    );
    expect(cart.item_count).toBe(1);
    await expect.poll(count).toBe('1');
    expect(await page.evaluate('window.stays')).toBe(true);
  });
});

test('the shelf takes the look of the theme’s own buttons: square in one, round in another', async () => {
  const radius: Record<string, string> = {};
  for (const theme of ['ledger', 'loft', 'souk']) {
    await openHome(theme);
    radius[theme] = await styleOf('.larder-card__add', 'border-top-left-radius');
    if (theme !== 'souk') await page.context().close();
  }
  expect(radius).toEqual({ ledger: '0px', loft: '14px', souk: '999px' });
});

test('right to left, everything starts at the right', async () => {
  await openHome('souk');
  await showRefills();
  const grid = await page.locator('.larder-grid').boundingBox();
  const forget = await page.locator('.larder__forget').boundingBox();
  const dismiss = await page.locator('.larder-card__dismiss').boundingBox();
  const card = await page.locator('.larder-card').first().boundingBox();
  const right = (each: typeof grid) => Math.round((each?.x ?? 0) + (each?.width ?? 0));
  expect(right(forget)).toBe(right(grid));
  expect(right(card)).toBe(right(grid));
  expect(dismiss?.x).toBe(card?.x);
});

test('a theme with a drawer that redraws itself from sections shows it, full', async () => {
  await openHome('ledger');
  await showRefills();
  await tap('Buy again: Soap');
  await page.getByText('1 in your cart').waitFor();
  expect(await page.locator('cart-drawer').getAttribute('class')).toBe('active');
});

test('a theme with actions of its own is asked for them', async () => {
  await openHome('loft');
  await showRefills();
  await tap('Buy again: Soap');
  await page.getByText('Your cart is here.').waitFor();
});

test('elsewhere the button leads to the cart', async () => {
  await openHome('corner');
  await showRefills();
  await tap('Buy again: Soap');
  await tap('View cart: Soap');
  await page.waitForURL('**/cart');
});

test.each(['corner', 'loft'])(
  'in %s the shop’s own reason is shown when the item did not get in',
  async (theme) => {
    await openHome(theme);
    await showRefills();
    const [variant] = store.shop.soap.variants;
    if (variant) variant.stock = 0;
    await tap('Buy again: Soap');
    const reason = "The product 'Soap' is already sold out.";
    await page.locator('.larder-card__note').getByText(reason).waitFor();
    expect(await page.locator('.larder [role=status]').textContent()).toBe(reason);
    await page.getByRole('button', { name: 'Buy again: Soap' }).waitFor();
    if (variant) variant.stock = 100;
  },
);

test('an answer of 200 that is no cart is a failure', async () => {
  await openHome('corner');
  await showRefills();
  await page.route('**/cart/add.js', (route) => route.fulfill({ status: 200, body: '<html>Are you human?' }));
  await tap('Buy again: Soap');
  await page.getByRole('button', { name: 'Not added. Try again: Soap' }).waitFor();
});

test('a drawer that breaks while it redraws itself does not turn an added item into a failure', async () => {
  await openHome('ledger');
  await showRefills();
  await page.evaluate(
    `document.querySelector('cart-drawer').renderContents = () => { throw new Error('broken'); }`,
  );
  await tap('Buy again: Soap');
  await page.getByRole('button', { name: 'View cart: Soap' }).waitFor();
});

test('refills say why, the others what they are; alone they need not', async () => {
  await openHome('corner');
  const notes = () => page.locator('.larder-card__note').allTextContents();
  expect(await notes()).toEqual(['', '', '', '']);
  await showRefills();
  expect(await page.locator('[data-larder-heading]').textContent()).toBe('Time for a refill?');
  expect(await notes()).toEqual([
    'Often bought again after about 5 weeks',
    'From our shelves',
    'From our shelves',
    'From our shelves',
  ]);
  await tap('Not for me: Soap');
  expect(await notes()).toEqual(['', '', '', '']);
  expect(await page.locator('[data-larder-heading]').textContent()).toBe('From our shelves');
});

/** The real block on the demo store's storefront, in every theme it has: what a shopper would see and touch there. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { THEMES } from '../../demo-store/storefront/themes/open-theme';
import { layoutShifts } from './new-visitor';
import { visitThemes } from './theme-visit';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const visit = visitThemes();

const box = () => visit.page.locator('.larder').boundingBox();
const styleOf = (selector: string, name: string) =>
  visit.page
    .locator(selector)
    .first()
    .evaluate((element, key) => getComputedStyle(element).getPropertyValue(key), name);
const pixels = async (selector: string, name = 'font-size') =>
  Number.parseFloat(await styleOf(selector, name));
const count = () => visit.page.locator('[data-cart-count]').textContent();
const tap = (name: string) => visit.page.getByRole('button', { name }).click();

describe.each(THEMES)('in the theme %s', (theme) => {
  test.each([1280, 390])(
    'the shelf can be read and touched at %i px, and refills take its very box',
    async (width) => {
      await visit.openHome(theme, width);
      const before = await box();
      await visit.showRefills();
      expect(await box()).toEqual(before);
      expect(await layoutShifts(visit.page)).toEqual([]);

      const body = await pixels('body');
      for (const part of ['title', 'price', 'detail', 'note', 'add'])
        expect(await pixels(`.larder-card__${part}`), part).toBeGreaterThanOrEqual(Math.max(12, body * 0.8));
      const targets = visit.page.locator('.larder button:visible, .larder-card > a.larder-card__add');
      for (const target of await targets.all())
        expect((await target.boundingBox())?.height, await target.innerText()).toBeGreaterThanOrEqual(44);
      expect(
        (await visit.page.locator('.larder-card__dismiss').first().boundingBox())?.width,
      ).toBeGreaterThanOrEqual(44);

      const room = await visit.page.evaluate(() => {
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
      await visit.page.evaluate(AXE);
      const found = await visit.page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        `axe.run('.larder').then(({ violations }) => violations)`,
      );
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );

  test('one tap adds once, and what the shopper sees of the cart is true', async () => {
    await visit.openHome(theme);
    await visit.showRefills();
    const stays = visit.page.evaluate('window.stays = true');
    await stays;
    const added = visit.page.getByRole('button', { name: 'Added: Soap' }).waitFor(); // it says so for two seconds
    await visit.page.getByRole('button', { name: 'Buy again: Soap' }).dblclick();
    await added;
    const cart = await visit.page.evaluate<{ item_count: number }>(
      `fetch('/cart.js').then((answer) => answer.json())`,
    );
    expect(cart.item_count).toBe(1);
    await expect.poll(count).toBe('1');
    expect(await visit.page.evaluate('window.stays')).toBe(true);
  });
});

test('the shelf takes the look of the theme’s own buttons: square in one, round in another', async () => {
  const radius: Record<string, string> = {};
  for (const theme of ['ledger', 'loft', 'souk']) {
    await visit.openHome(theme);
    radius[theme] = await styleOf('.larder-card__add', 'border-top-left-radius');
    if (theme !== 'souk') await visit.page.context().close();
  }
  expect(radius).toEqual({ ledger: '0px', loft: '14px', souk: '999px' });
});

test('a theme with a drawer that redraws itself from sections shows it, full', async () => {
  await visit.openHome('ledger');
  await visit.showRefills();
  await tap('Buy again: Soap');
  await visit.page.getByText('1 in your cart').waitFor();
  expect(await visit.page.locator('cart-drawer').getAttribute('class')).toBe('active');
});

test('a theme with actions of its own is asked for them', async () => {
  await visit.openHome('loft');
  await visit.showRefills();
  await tap('Buy again: Soap');
  await visit.page.getByText('Your cart is here.').waitFor();
});

test('elsewhere the button leads to the cart', async () => {
  await visit.openHome('corner');
  await visit.showRefills();
  await tap('Buy again: Soap');
  await tap('View cart: Soap');
  await visit.page.waitForURL('**/cart');
});

test.each(['corner', 'loft'])(
  'in %s the shop’s own reason is shown when the item did not get in',
  async (theme) => {
    await visit.openHome(theme);
    await visit.showRefills();
    const [variant] = visit.store.shop.soap.variants;
    if (variant) variant.stock = 0;
    await tap('Buy again: Soap');
    const reason = "The product 'Soap' is already sold out.";
    await visit.page.locator('.larder-card__note').getByText(reason).waitFor();
    expect(await visit.page.locator('.larder [role=status]').textContent()).toBe(reason);
    await visit.page.getByRole('button', { name: 'Buy again: Soap' }).waitFor();
    if (variant) variant.stock = 100;
  },
);

test('an answer of 200 that is no cart is a failure', async () => {
  await visit.openHome('corner');
  await visit.showRefills();
  await visit.page.route('**/cart/add.js', (route) =>
    route.fulfill({ status: 200, body: '<html>Are you human?' }),
  );
  await tap('Buy again: Soap');
  await visit.page.getByRole('button', { name: 'Not added. Try again: Soap' }).waitFor();
});

test('a drawer that breaks while it redraws itself does not turn an added item into a failure', async () => {
  await visit.openHome('ledger');
  await visit.showRefills();
  await visit.page.evaluate(
    `document.querySelector('cart-drawer').renderContents = () => { throw new Error('broken'); }`,
  );
  await tap('Buy again: Soap');
  await visit.page.getByRole('button', { name: 'View cart: Soap' }).waitFor();
});

test('refills say why, the others what they are; alone they need not', async () => {
  await visit.openHome('corner');
  const notes = () => visit.page.locator('.larder-card__note').allTextContents();
  expect(await notes()).toEqual(['', '', '', '']);
  await visit.showRefills();
  expect(await visit.page.locator('[data-larder-heading]').textContent()).toBe('Time for a refill?');
  expect(await notes()).toEqual([
    'Often bought again after about 5 weeks',
    'From our shelves',
    'From our shelves',
    'From our shelves',
  ]);
  await tap('Not for me: Soap');
  expect(await notes()).toEqual(['', '', '', '']);
  expect(await visit.page.locator('[data-larder-heading]').textContent()).toBe('From our shelves');
});

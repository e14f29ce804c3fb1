import { beforeEach, expect, test } from 'vitest';
import { untilQuiet } from './new-visitor';
import { until, visitStorefront } from './storefront-visit';

const visit = visitStorefront();
beforeEach(async () => {
  visit.state.blocks = ['visitor-embed'];
  await visit.page.clock.install();
});

const writes = () => visit.state.cartRequests.filter(({ path }) => path === '/cart/update.js');
/** The theme's own way of changing the cart. */
const themeAdds = () =>
  visit.page.evaluate(() =>
    fetch('/cart/add.js', { method: 'POST', body: '{"items":[{"id":1}]}' }).then((it) => it.status),
  );
/** Lets the quiet time after a cart change pass, and once more for the embed's own write. */
async function settled() {
  for (let turn = 0; turn < 3; turn += 1) {
    await untilQuiet(visit.page);
    await visit.page.clock.fastForward(500);
  }
}

test('a page view alone stores nothing and asks nothing', async () => {
  await visit.open();
  await settled();
  expect(visit.state.cartRequests).toEqual([]);
  expect(await visit.storedKeys()).toEqual([]);
});

test.each([
  ['readable', false],
  ['hidden from scripts', true],
])('writes the id once, after the cart has changed, when its cookie is %s', async (_, hideCartCookie) => {
  visit.state.hideCartCookie = hideCartCookie;
  await visit.open();
  await themeAdds();
  await themeAdds();
  await until(() => expect(writes()).toHaveLength(1));
  await themeAdds();
  await settled();
  expect(writes()).toHaveLength(1);
  const id = await visit.stored('larder_visitor');
  expect(id).toMatch(/^[\w-]{22}$/);
  expect(visit.state.attributes).toEqual({ __larder_visitor: id });
  expect(visit.state.cartRequests.map(({ path }) => path).slice(0, 3)).toEqual([
    '/cart/add.js',
    '/cart/add.js',
    '/cart/update.js',
  ]);
});

test('keeps the id for the next page and does not write it to the same cart again', async () => {
  await visit.open();
  await themeAdds();
  await until(() => expect(writes()).toHaveLength(1));
  await until(async () => expect(await visit.stored('larder_cart')).toBe('token-1'));
  const id = await visit.stored('larder_visitor');
  await visit.open();
  await themeAdds();
  await settled();
  expect(await visit.stored('larder_visitor')).toBe(id);
  expect(writes()).toHaveLength(1);
});

test('writes to a cart that a form without script has made', async () => {
  await visit.open();
  await visit.page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<form method="post" action="/cart/add"><button>Add</button></form>',
    );
  });
  await visit.page.getByRole('button', { name: 'Add' }).click();
  await visit.page.getByRole('heading', { name: 'Your cart' }).waitFor();
  await visit.open();
  await until(() => expect(writes()).toHaveLength(1));
});

test("hears of changes made by the storefront's own cart action, and waits until they are done", async () => {
  await visit.open();
  await visit.page.evaluate(() => {
    const change = new Event('shopify:cart:lines-update', { bubbles: true });
    document.body.dispatchEvent(
      Object.assign(change, { promise: new Promise((done) => setTimeout(done, 60_000)) }),
    );
  });
  await settled();
  expect(writes()).toEqual([]);
  await visit.page.clock.fastForward(60_000);
  await settled();
  expect(writes()).toHaveLength(1);
});

test('without consent a changed cart stays as it is; with it, the id follows', async () => {
  visit.state.consent = { preferences: true, analytics: false };
  await visit.open();
  await themeAdds();
  await settled();
  expect(writes()).toEqual([]);
  expect(await visit.storedKeys()).toEqual([]);
  await visit.choose(true);
  await until(() => expect(writes()).toHaveLength(1));
});

test('withdrawn consent removes the id from browser and cart', async () => {
  await visit.open();
  await themeAdds();
  await until(async () => expect(await visit.stored('larder_cart')).toBe('token-1'));
  await visit.choose(false);
  await until(() => expect(visit.state.attributes).toEqual({ __larder_visitor: '' }));
  expect(await visit.storedKeys()).toEqual([]);
  await themeAdds();
  await settled();
  expect(visit.state.attributes).toEqual({ __larder_visitor: '' });
});

test('does nothing in the theme editor', async () => {
  visit.state.designMode = true;
  await visit.open();
  await themeAdds();
  await settled();
  expect(writes()).toEqual([]);
});

test('with the shelf on the same page the id is still written once', async () => {
  visit.state.blocks = ['refill-shelf', 'visitor-embed'];
  await visit.open();
  await themeAdds();
  await until(() => expect(writes()).toHaveLength(1));
  await settled();
  expect(writes()).toHaveLength(1);
  expect(visit.state.shelfRequests).toEqual([]);
});

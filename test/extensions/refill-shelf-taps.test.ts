import { expect, test } from 'vitest';
import { REFILLS, TOP_SELLERS } from './shelf-products';
import { KNOWN_BROWSER, until, visitStorefront } from './storefront-visit';

const visit = visitStorefront();
const answerWith = (count: number) => {
  visit.state.shelf = () => ({ refills: REFILLS.slice(0, count) });
};
const DEFAULT = TOP_SELLERS.slice(0, 4).map(({ title }) => title);
const REFILL_TITLES = REFILLS.map(({ title }) => title);

const said = () => visit.page.getByRole('status').textContent();
const reason = () => visit.page.locator('.larder-card__note').first().textContent();
const button = (name: string) => visit.page.getByRole('button', { name });
const addFirst = () => button('Buy again: Dark roast');

/** Taps, and sees "Added", which stands there for two seconds. */
async function tapUntilAdded(tapped = addFirst()) {
  await Promise.all([button('Added: Dark roast').waitFor(), tapped.click()]);
}

test('being in view is reported once', async () => {
  answerWith(4);
  await visit.open(KNOWN_BROWSER);
  await until(() => expect(visit.events('seen')).toHaveLength(1));
  expect(visit.events('seen')[0]).toEqual({
    visitor: KNOWN_BROWSER,
    view: visit.state.shelfRequests[0]?.searchParams.get('view'),
    type: 'seen',
  });
});

test('one tap puts the exact item into the cart, stays on the page and says so', async () => {
  answerWith(2);
  await visit.open(KNOWN_BROWSER);
  await tapUntilAdded();
  const variant = REFILLS[0]?.variants[0]?.id;
  expect(visit.state.cartRequests[0]).toEqual({
    path: '/cart/add.js',
    body: { id: variant, quantity: 1 },
  });
  expect(await said()).toBe('Added: Dark roast');
  await until(() => expect(visit.events('added')).toMatchObject([{ productId: REFILLS[0]?.id }]));
  await button('View cart: Dark roast').click();
  await visit.page.getByRole('heading', { name: 'Your cart' }).waitFor();
});

test('an item that did not get in says so and can be tried again', async () => {
  answerWith(2);
  visit.state.addToCart = () => ({ status: 422 });
  await visit.open(KNOWN_BROWSER);
  await addFirst().click();
  const again = button('Not added. Try again: Dark roast');
  await again.waitFor();
  expect(visit.events('added')).toEqual([]);
  visit.state.addToCart = () => ({ body: '{}' });
  await tapUntilAdded(again);
});

test("the shop's own sentence takes the place of the card's reason, which comes back with success", async () => {
  answerWith(2);
  const why = 'Often bought again after about 5 weeks';
  visit.state.addToCart = () => ({ status: 422, body: '{"description":"Only 2 are left."}' });
  await visit.open(KNOWN_BROWSER);
  expect(await reason()).toBe(why);
  await addFirst().click();
  await until(async () => expect(await reason()).toBe('Only 2 are left.'));
  visit.state.addToCart = () => ({ body: '{}' });
  await tapUntilAdded();
  expect(await reason()).toBe(why);
});

test("the storefront's own cart action is preferred, and its cart opened", async () => {
  answerWith(2);
  await visit.open(KNOWN_BROWSER);
  await visit.page.evaluate(() => {
    const calls: unknown[] = [];
    const openCart = Object.assign(async () => void calls.push('open'), { isDefault: () => false });
    const updateCart = Object.assign(async (change: unknown) => (calls.push(change), { cart: {} }), {
      isDefault: () => false,
    });
    Object.assign((window as unknown as { Shopify: object }).Shopify, {
      actions: { updateCart, openCart },
      calls,
    });
  });
  await tapUntilAdded();
  const merchandiseId = `gid://shopify/ProductVariant/${REFILLS[0]?.variants[0]?.id}`;
  expect(
    await visit.page.evaluate(() => (window as unknown as { Shopify: { calls: unknown } }).Shopify.calls),
  ).toEqual([{ lines: [{ merchandiseId, quantity: 1 }] }, 'open']);
});

test('"Not for me" gives the place to a top seller and the focus to its link', async () => {
  answerWith(2);
  await visit.open(KNOWN_BROWSER);
  await visit.page.getByRole('button', { name: 'Not for me: Dark roast' }).click();
  expect(await visit.titles()).toEqual([DEFAULT[2], REFILL_TITLES[1], DEFAULT[0], DEFAULT[1]]);
  await until(() =>
    expect(visit.events('dismissed')).toMatchObject([{ visitor: KNOWN_BROWSER, productId: REFILLS[0]?.id }]),
  );
  expect(await visit.page.evaluate(() => document.activeElement?.textContent)).toContain(DEFAULT[2]);
  expect(await said()).toBe('Removed: Dark roast');
  await visit.page.getByRole('button', { name: /^Not for me/ }).click();
  expect(await visit.titles()).toEqual(DEFAULT);
  expect(await visit.heading()).toBe('From our shelves');
  expect(await said()).toBe(`Removed: ${REFILL_TITLES[1]}`);
});

test('"Not you?" forgets this browser, here and in the cart, and brings the default back', async () => {
  answerWith(3);
  await visit.page.addInitScript(() => (localStorage.larder_cart ??= '1'));
  await visit.open(KNOWN_BROWSER);
  await visit.page.getByRole('button', { name: 'Not you? Clear this list' }).click();
  expect(await visit.titles()).toEqual(DEFAULT);
  expect(await said()).toBe('List cleared');
  await until(() => expect(visit.state.attributes).toEqual({ __larder_visitor: '' }));
  expect(await visit.stored('larder_visitor')).toBeNull();
  expect(visit.events('dismissed')).toEqual([expect.not.objectContaining({ productId: expect.anything() })]);
  expect(await visit.layoutShifts()).toEqual([]);
});

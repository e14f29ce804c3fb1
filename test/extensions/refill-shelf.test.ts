import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { untilQuiet } from './new-visitor';
import { REFILLS, TOP_SELLERS } from './shelf-products';
import { KNOWN_BROWSER, until, visitStorefront } from './storefront-visit';

const visit = visitStorefront();
const answerWith = (count: number) => {
  visit.state.shelf = () => ({ refills: REFILLS.slice(0, count) });
};
const REFILL_HEADING = 'Time for a refill?';
const DEFAULT = TOP_SELLERS.slice(0, 4).map(({ title }) => title);
const REFILL_TITLES = REFILLS.map(({ title }) => title);

describe('everyone', () => {
  test('sees top sellers rendered by the theme, without any script', async () => {
    const plain = await visit.plainPage();
    expect(await plain.locator('.larder-card__title').allTextContents()).toEqual(DEFAULT);
    await plain.getByRole('button', { name: 'Add to cart: Oat biscuits' }).click();
    expect(await plain.textContent('h1')).toBe('Your cart');
    await plain.context().close();
  });

  test('sees nothing at all, not even a box, when the shop has no products', async () => {
    visit.state.products = [];
    await visit.open();
    expect(await visit.page.locator('main').innerText()).toBe('');
  });

  test('is not shown what is sold out', async () => {
    visit.state.products = TOP_SELLERS.map((each, index) => ({ ...each, available: index > 0 }));
    await visit.open();
    expect(await visit.titles()).toEqual(TOP_SELLERS.slice(1).map(({ title }) => title));
  });

  test('gets as many places as the merchant chose', async () => {
    visit.state.settings = { items: 2, heading: 'Good things' };
    await visit.open();
    expect(await visit.titles()).toHaveLength(2);
    expect(await visit.heading()).toBe('Good things');
  });
});

describe('nothing is asked', () => {
  test.each([
    ['without any consent', { preferences: false, analytics: false }],
    ['with consent to preferences only', { preferences: true, analytics: false }],
    ['with consent to analytics only', { preferences: false, analytics: true }],
  ])('%s, and nothing is stored', async (_, consent) => {
    visit.state.consent = consent;
    visit.state.signedIn = true;
    await visit.open();
    expect(visit.state.shelfRequests).toEqual([]);
    expect(visit.state.cartRequests).toEqual([]);
    expect(await visit.storedKeys()).toEqual([]);
  });

  test('by a browser without id and without sign-in, and no id is made up', async () => {
    await visit.open();
    expect(visit.state.shelfRequests).toEqual([]);
    expect(await visit.storedKeys()).toEqual([]);
  });

  test('in the theme editor, which shows a hint where nothing can be shown', async () => {
    visit.state.designMode = true;
    visit.state.products = [];
    await visit.open(KNOWN_BROWSER);
    expect(visit.state.shelfRequests).toEqual([]);
    expect(await visit.page.locator('main').innerText()).toContain('nothing to show yet');
  });
});

describe('a recognised browser', () => {
  test('asks once after loading, with its id and a random id of this page view', async () => {
    await visit.open(KNOWN_BROWSER);
    const [request] = visit.state.shelfRequests;
    expect(visit.state.shelfRequests).toHaveLength(1);
    expect(request?.pathname).toBe('/apps/larder/shelf');
    expect(Object.fromEntries(request?.searchParams ?? [])).toEqual({
      v: '1',
      visitor: KNOWN_BROWSER,
      view: expect.stringMatching(/^[\w-]{22}$/),
    });
    await visit.reload();
    expect(visit.state.shelfRequests[1]?.searchParams.get('view')).not.toBe(
      request?.searchParams.get('view'),
    );
  });

  test('asks on the path that the app has published', async () => {
    visit.state.metafields = { larder: { proxy_path: { value: '/tools/pantry' } } };
    await visit.open(KNOWN_BROWSER);
    expect(visit.state.shelfRequests[0]?.pathname).toBe('/tools/pantry/shelf');
  });

  test.each([1280, 390])('sees refills in the same box at %i px, and nothing moves', async (width) => {
    await visit.resize(width);
    const answer = visit.holdRefills();
    await visit.start(KNOWN_BROWSER);
    const before = await visit.page.locator('.larder').boundingBox();
    answer();
    await visit.page.getByText('Dark roast').waitFor();
    expect(await visit.titles()).toEqual(REFILL_TITLES.slice(0, 4));
    expect(await visit.heading()).toBe(REFILL_HEADING);
    expect(await visit.page.locator('.larder').boundingBox()).toEqual(before);
    expect(await visit.layoutShifts()).toEqual([]);
  });

  test.each([0, 3])('meets no barrier with %i refills', async (count) => {
    answerWith(count);
    await visit.open(KNOWN_BROWSER);
    await visit.page.evaluate(axe.source);
    const { violations } = await visit.page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run('.larder'),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('sees top sellers in the places that refills leave', async () => {
    answerWith(2);
    await visit.open(KNOWN_BROWSER);
    expect(await visit.titles()).toEqual([...REFILL_TITLES.slice(0, 2), ...DEFAULT.slice(0, 2)]);
  });

  test('never sees a product twice', async () => {
    visit.state.shelf = () => ({ refills: [TOP_SELLERS[1] ?? REFILLS[0]!] });
    await visit.open(KNOWN_BROWSER);
    expect((await visit.titles()).sort()).toEqual([...DEFAULT].sort());
  });

  test.each([
    ['has nothing to say', () => ({ status: 204 })],
    ['fails', () => ({ status: 500, refills: REFILLS })],
    ['answers an empty page', () => ({ body: '' })],
    ['answers a page without cards', () => ({ body: '<h1>Liquid error</h1>' })],
  ])('keeps the default when the app %s', async (_, shelf) => {
    visit.state.shelf = shelf;
    await visit.open(KNOWN_BROWSER);
    expect(visit.state.shelfRequests).toHaveLength(1);
    expect(await visit.titles()).toEqual(DEFAULT);
    expect(await visit.heading()).toBe('From our shelves');
    expect(visit.state.events).toEqual([]);
  });

  test('keeps the default when the app has not answered within 1.5 seconds', async () => {
    const answer = visit.holdRefills();
    await visit.page.addInitScript(() => Object.assign(window, { isHurried: true }));
    const givenUp = visit.page.waitForEvent('requestfailed');
    await visit.start(KNOWN_BROWSER);
    expect(new URL((await givenUp).url()).pathname).toBe('/apps/larder/shelf');
    answer();
    await untilQuiet(visit.page);
    expect(visit.state.shelfRequests).toHaveLength(1);
    expect(await visit.titles()).toEqual(DEFAULT);
  });

  test('keeps the card it is just pointing at', async () => {
    const answer = visit.holdRefills();
    await visit.start(KNOWN_BROWSER);
    await visit.page.getByRole('link', { name: 'Oat biscuits' }).focus();
    answer();
    await visit.page.getByText('Dark roast').waitFor();
    expect(await visit.titles()).toEqual([REFILL_TITLES[0], 'Oat biscuits', ...REFILL_TITLES.slice(1, 3)]);
    expect(await visit.page.evaluate(() => document.activeElement?.textContent)).toContain('Oat biscuits');
  });

  test('loses id, list and cart attribute when consent is withdrawn', async () => {
    answerWith(2);
    await visit.page.addInitScript(() => (localStorage.larder_cart ??= '1'));
    await visit.open(KNOWN_BROWSER);
    expect(await visit.heading()).toBe(REFILL_HEADING);
    await visit.choose(false);
    await until(() => expect(visit.state.attributes).toEqual({ __larder_visitor: '' }));
    expect(await visit.titles()).toEqual(DEFAULT);
    expect(await visit.storedKeys()).toEqual([]);
  });
});

test('a signed-in customer without id is asked for with an empty one; consent may come later', async () => {
  visit.state.signedIn = true;
  visit.state.consent = { preferences: false, analytics: false };
  answerWith(1);
  await visit.open();
  await visit.choose(true);
  await visit.page.getByText('Dark roast').waitFor();
  expect(visit.state.shelfRequests[0]?.searchParams.get('visitor')).toBe('');
  expect(await visit.page.content()).not.toContain('7331');
  await visit.page.getByRole('button', { name: 'Hide this list' }).click();
  expect(await visit.page.getByRole('status').textContent()).toBe('List hidden');
  await visit.reload();
  expect(visit.state.shelfRequests).toHaveLength(1);
});

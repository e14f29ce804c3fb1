import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStorefront, type TestStorefront } from '../testing/open-test-storefront';

let store: TestStorefront;
beforeAll(async () => {
  store = await openTestStorefront();
});
afterAll(() => store.close());

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});
const ids = () => ({
  coffee: store.shop.coffee.variants[0]?.id ?? '',
  noCoffee: store.shop.coffee.variants[1]?.id ?? '',
  soap: store.shop.soap.variants[0]?.id ?? '',
});

describe('adding', () => {
  test('items as JSON answer the lines added, ids whole and as numbers', async () => {
    const visit = store.browser();
    const answer = await visit(
      '/cart/add.js',
      json({ items: [{ id: ids().coffee, quantity: 2 }, { id: ids().soap }] }),
    );
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain(`"variant_id":${ids().coffee},`);
    expect(text).toContain(`"product_id":${store.shop.soap.id},`);
    const cart = await visit('/cart.js').then((response) => response.json());
    expect(cart).toMatchObject({ item_count: 3, total_price: 2 * 990 + 450, currency: 'USD' });
  });

  test('an id beyond 2^53 survives as a bare number', async () => {
    const visit = store.browser();
    await visit('/cart/add.js', { ...json({}), body: `{"id":${ids().soap},"quantity":1}` });
    expect(await visit('/cart.js').then((response) => response.text())).toContain(`"id":${ids().soap},`);
  });

  test('a form adds as well, and the same variant joins its line', async () => {
    const visit = store.browser();
    await visit('/cart/add.js', form({ id: ids().soap, quantity: '2' }));
    const data = new FormData();
    data.set('id', ids().soap);
    const line = await visit('/cart/add.js', { method: 'POST', body: data }).then((response) =>
      response.json(),
    );
    expect(line).toMatchObject({
      quantity: 3,
      final_line_price: 1350,
      product_title: 'Soap',
      variant_title: null,
    });
  });

  test('a plain form ends on the cart page', async () => {
    const answer = await store.browser()('/cart/add', form({ id: ids().soap }));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/cart']);
  });

  test('different properties are different lines', async () => {
    const visit = store.browser();
    await visit('/cart/add.js', json({ id: ids().soap, properties: { wrap: 'yes' } }));
    await visit('/cart/add.js', json({ id: ids().soap }));
    const cart = await visit('/cart.js').then((response) => response.json());
    expect(cart.items).toMatchObject([{ properties: {} }, { properties: { wrap: 'yes' } }]);
    expect(cart.items[0].properties).toEqual({});
  });

  test.each([
    ['sold out', () => json({ id: ids().noCoffee }), /already sold out/],
    ['more than there is', () => json({ id: ids().coffee, quantity: 6 }), /5 left/],
    ['unknown', () => json({ id: '1' }), /Cannot find variant/],
    ['no number', () => json({ id: ids().soap, quantity: 'many' }), /whole number/],
  ])('%s: refused with a reason, the cart stays', async (_what, init, reason) => {
    const visit = store.browser();
    const answer = await visit('/cart/add.js', init());
    expect(answer.status).toBe(422);
    expect((await answer.json()).description).toMatch(reason);
    expect((await visit('/cart.js').then((response) => response.json())).item_count).toBe(0);
  });

  test('malformed JSON is a bad request', async () => {
    expect((await store.browser()('/cart/add.js', { ...json({}), body: '{"id":' })).status).toBe(400);
  });
});

describe('changing', () => {
  test('by line, by key, to nothing, and clearing', async () => {
    const visit = store.browser();
    await visit('/cart/add.js', json({ items: [{ id: ids().soap }, { id: ids().coffee }] }));
    const byLine = await visit('/cart/change.js', json({ line: 1, quantity: 3 })).then((answer) =>
      answer.json(),
    );
    expect(byLine.items[0]).toMatchObject({ product_title: 'Coffee "A"', quantity: 3 });
    const key = byLine.items[1].key as string;
    const gone = await visit('/cart/change.js', json({ id: key, quantity: 0 })).then((answer) =>
      answer.json(),
    );
    expect(gone.items).toHaveLength(1);
    const clear = await visit('/cart/clear.js', { method: 'POST' }).then((answer) => answer.json());
    expect(clear.item_count).toBe(0);
  });

  test('updates as a list are by position, even when a line goes', async () => {
    const visit = store.browser();
    await visit('/cart/add.js', json({ items: [{ id: ids().soap }, { id: ids().coffee }] }));
    const cart = await visit('/cart/update.js', json({ updates: [0, 4] })).then((answer) => answer.json());
    expect(cart.items).toHaveLength(1);
    expect(cart.items[0]).toMatchObject({ product_title: 'Soap', quantity: 4 });
  });

  test('updates by variant add what is not there yet', async () => {
    const cart = await store
      .browser()('/cart/update.js', json({ updates: { [ids().soap]: 2 } }))
      .then((answer) => answer.json());
    expect(cart.items[0]).toMatchObject({ quantity: 2 });
  });

  test('sections come along when asked for', async () => {
    const answer = await store.browser()(
      '/cart/add.js',
      json({ items: [{ id: ids().soap }], sections: 'header' }),
    );
    expect((await answer.json()).sections.header).toContain('data-cart-count aria-label="1 items"');
  });
});

describe('attributes', () => {
  test('private ones are kept, and neither /cart.js nor Liquid shows them', async () => {
    const visit = store.browser();
    await visit('/cart/add.js', json({ id: ids().soap }));
    const attributes = { __larder_visitor: 'secret-browser', gift: 'yes' };
    const cart = await visit('/cart/update.js', json({ attributes })).then((answer) => answer.json());
    expect(cart.attributes).toEqual({ gift: 'yes' });
    const page = await visit('/cart').then((answer) => answer.text());
    expect(page).toContain('gift: yes');
    expect(page).not.toContain('secret-browser');
  });

  test('nothing takes an attribute away', async () => {
    const visit = store.browser();
    await visit('/cart/update.js', form({ 'attributes[gift]': 'yes' }));
    const cart = await visit('/cart/update.js', json({ attributes: { gift: '' } })).then((answer) =>
      answer.json(),
    );
    expect(cart.attributes).toEqual({});
  });

  test('a field named __proto__ harms nobody', async () => {
    await store.browser()('/cart/update.js', form({ '__proto__[polluted]': 'yes' }));
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('scripts can tell carts apart by the cookie, which is there once the cart was touched', async () => {
    const visit = store.browser();
    expect((await visit('/cart.js')).headers.getSetCookie().join()).not.toMatch(/\bcart=/);
    const touched = await visit('/cart/update.js', json({ attributes: { a: 'b' } }));
    const { token } = await touched.clone().json();
    expect(touched.headers.getSetCookie()).toEqual([`cart=${token}; Path=/; SameSite=Lax`]);
  });
});

test('what is sold by subscription only cannot be added without a plan', async () => {
  store.shop.soap.requiresSellingPlan = true;
  const visit = store.browser();
  const refused = await visit('/cart/add.js', json({ id: ids().soap }));
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    description: 'Variant can only be purchased with a selling plan.',
  });
  await visit(`/cart/${ids().soap}:1?storefront=true`);
  expect(await visit('/cart.js').then((answer) => answer.json())).toMatchObject({ item_count: 0 });
  expect((await visit('/cart/add.js', json({ id: ids().soap, selling_plan: 1 }))).status).toBe(200);
  const page = await visit('/products/soap').then((answer) => answer.text());
  expect(page).toContain('Every month');
  expect(page).not.toContain('Once');
  delete store.shop.soap.requiresSellingPlan;
});

test('a permalink fills a new cart with attributes, and lands on the cart or at checkout', async () => {
  const visit = store.browser();
  await visit('/cart/add.js', json({ id: ids().coffee }));
  const link = `/cart/${ids().soap}:2?storefront=true&attributes[larder_mail]=m1`;
  expect((await visit(link)).headers.get('location')).toBe('/cart');
  expect(await visit('/cart.js').then((answer) => answer.json())).toMatchObject({
    item_count: 2,
    attributes: { larder_mail: 'm1' },
  });
  expect((await visit(`/cart/${ids().soap}:1`)).headers.get('location')).toMatch(/^\/checkouts\//);
  expect((await visit('/cart/123:1')).headers.get('location')).toBe('/cart');
});

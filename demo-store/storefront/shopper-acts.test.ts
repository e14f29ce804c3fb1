import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestStorefront, type TestStorefront } from './testing/open-test-storefront';

let store: TestStorefront;
beforeAll(async () => {
  store = await openTestStorefront();
});
afterAll(() => store.close());
beforeEach(() => {
  store.toApp.length = 0;
  store.placements.set({ shelfOnHome: true, reminderOnThankYou: true });
});

const fragment =
  '{% layout none %}{% assign product = all_products[\'soap\'] %}<li class="larder-card" data-larder-product="{{ product.id }}"></li>';
const shelf = () => ({ headers: { 'content-type': 'application/liquid' }, body: fragment });
const guest = { browserId: 'abcdefghijklmnopqrstuv', signedInCustomerId: null };

describe('a visit to the home page', () => {
  test('asks for the shelf as the block does and reports it seen', async () => {
    store.answerWith((request) => (request.method === 'GET' ? shelf() : { status: 204 }));
    expect(await store.storefront.acts.visitHome(guest)).toEqual({ refillProductIds: [store.shop.soap.id] });
    const [asked, seen] = store.toApp;
    expect(asked?.url.pathname).toBe('/proxy/shelf');
    const query = asked?.url.searchParams;
    expect([query?.get('v'), query?.get('visitor'), query?.get('logged_in_customer_id')]).toEqual([
      '1',
      guest.browserId,
      '',
    ]);
    expect(query?.get('view')).toMatch(/^[\w-]{22}$/);
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      visitor: guest.browserId,
      view: query?.get('view'),
      type: 'seen',
    });
  });

  test('a signed-in customer is named by the proxy', async () => {
    store.answerWith(() => ({ status: 204 }));
    const visit = { browserId: null, signedInCustomerId: store.shop.ada.id };
    expect(await store.storefront.acts.visitHome(visit)).toEqual({ refillProductIds: [] });
    expect(store.toApp[0]?.url.searchParams.get('logged_in_customer_id')).toBe(store.shop.ada.id);
  });

  test('goes where the theme was told, which a renamed path is not', async () => {
    store.answerWith(() => ({ status: 204 }));
    store.proxyPath = '/tools/pantry';
    await store.storefront.acts.visitHome(guest);
    expect(store.toApp).toEqual([]);
    store.metafields.push({
      namespace: 'larder',
      key: 'proxy_path',
      type: 'single_line_text_field',
      value: '/tools/pantry',
    });
    await store.storefront.acts.visitHome(guest);
    expect(store.toApp.map(({ url }) => url.pathname)).toEqual(['/proxy/shelf']);
    store.metafields.length = 0;
    store.proxyPath = '/apps/larder';
  });

  test('strangers, a shop without the block, and an app in trouble: nothing', async () => {
    store.answerWith(() => ({ status: 500, body: 'data-larder-product="1"' }));
    const { acts } = store.storefront;
    expect(await acts.visitHome(guest)).toEqual({ refillProductIds: [] });
    store.toApp.length = 0;
    expect(await acts.visitHome({ browserId: null, signedInCustomerId: null })).toEqual({
      refillProductIds: [],
    });
    store.placements.set({ shelfOnHome: false });
    expect(await acts.visitHome(guest)).toEqual({ refillProductIds: [] });
    expect(store.toApp).toEqual([]);
  });
});

describe('a reminder', () => {
  const order = () =>
    store.shop.world.placeOrder({
      customerId: store.shop.ada.id,
      email: 'ada@example.test',
      checkoutToken: `token-${store.shop.world.orders().length}`,
      lines: [{ variantId: store.shop.soap.variants[0]?.id ?? '', quantity: 2 }],
      customAttributes: [{ key: '__larder_visitor', value: 'hidden' }],
    });

  test('is seen and accepted with tokens that prove no more than is true', async () => {
    const productId = store.shop.soap.id;
    const offer = { productId, variantId: '1', remindOn: '2026-12-12' };
    store.answerWith(() => ({ body: JSON.stringify({ show: true, offers: [offer], existing: [] }) }));
    const bought = order();
    expect(await store.storefront.acts.seeReminderOffer(bought, { signedIn: false, consents: true })).toEqual(
      { productIds: [productId] },
    );
    await store.storefront.acts.acceptReminder(bought, { signedIn: true, consents: true }, productId);
    const [asked, accepted] = store.toApp;
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({
      checkoutToken: bought.checkoutToken,
      consent: { preferences: true, analytics: true },
      visitor: null,
      lines: [{ productId, quantity: 2 }],
    });
    expect(JSON.parse(accepted?.body ?? '')).toMatchObject({
      productId,
      remindOn: '2026-12-12',
      wording: 'v1',
    });
    const sub = (bearer = '') => decodeJwt(bearer.replace('Bearer ', '')).sub;
    expect(sub(asked?.headers.authorization)).toBeUndefined();
    expect(sub(accepted?.headers.authorization)).toBe(`gid://shopify/Customer/${store.shop.ada.id}`);
  });

  test('no offer, no extension on the page, no app: null', async () => {
    store.answerWith(() => ({ body: '{"show":false}' }));
    const { acts } = store.storefront;
    expect(await acts.seeReminderOffer(order(), { signedIn: false, consents: false })).toBeNull();
    store.answerWith(() => ({ status: 503 }));
    expect(await acts.seeReminderOffer(order(), { signedIn: false, consents: false })).toBeNull();
    store.placements.set({ reminderOnThankYou: false });
    expect(await acts.seeReminderOffer(order(), { signedIn: false, consents: false })).toBeNull();
  });
});

test('leaving a mail posts what a mail program posts; where the mail has no such link, nothing', async () => {
  store.answerWith(() => ({ status: 200 }));
  const { acts } = store.storefront;
  const header = (key: string, value: string) => ({ key, value });
  await acts.unsubscribe({ headers: [header('List-Unsubscribe', `<${store.config.urls.edge}/u/1>`)] });
  expect(store.toApp).toEqual([]);
  await acts.unsubscribe({
    headers: [
      header('List-Unsubscribe', `<${store.config.urls.edge}/u/1>`),
      header('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
    ],
  });
  expect(store.toApp).toMatchObject([{ method: 'POST', body: 'List-Unsubscribe=One-Click' }]);
});

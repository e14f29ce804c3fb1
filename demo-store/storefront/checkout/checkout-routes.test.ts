import { jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestStorefront, type TestStorefront } from '../testing/open-test-storefront';

let store: TestStorefront;
beforeAll(async () => {
  store = await openTestStorefront();
});
afterAll(() => store.close());
beforeEach(() => void store.placements.set({ reminderOnThankYou: true, reminderOnOrderStatus: true }));

type Visit = ReturnType<TestStorefront['browser']>;
const post = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});

async function fillCart(visit: Visit): Promise<void> {
  const items = { id: store.shop.soap.variants[0]?.id ?? '', 'attributes[__larder_visitor]': 'browser-1' };
  await visit('/cart/add.js', post(items));
}

/** Buys one soap and gives back the thank-you page's path. */
async function buy(visit: Visit, contact: Record<string, string>): Promise<string> {
  await fillCart(visit);
  const checkout = (await visit('/checkout')).headers.get('location') ?? '';
  const paid = await visit(checkout, post(contact));
  return paid.headers.get('location') ?? '';
}

const orderOf = (thankYou: string) => store.shop.world.orderByCheckoutToken(thankYou.split('/')[2] ?? '');

describe('who the order belongs to', () => {
  test('typing an address attaches that customer, signs nobody in and shows nothing of them', async () => {
    const visit = store.browser();
    const thankYou = await buy(visit, { email: 'ADA@example.test', first_name: 'Eve', last_name: 'Nosy' });
    expect(orderOf(thankYou)).toMatchObject({ customerId: store.shop.ada.id, email: 'ADA@example.test' });
    const page = await visit(thankYou).then((answer) => answer.text());
    expect(page).toContain('Thank you, Eve!');
    expect(page).not.toContain('Ada');
    expect((await visit('/account')).headers.get('location')).toBe('/account/login');
    const order = orderOf(thankYou);
    expect((await visit(`/account/orders/${order?.id}`)).headers.get('location')).toBe('/account/login');
  });

  test('a new address becomes a customer without an account', async () => {
    const thankYou = await buy(store.browser(), {
      email: 'new@example.test',
      first_name: 'New',
      last_name: 'One',
    });
    const customer = store.shop.world.customerByEmail('new@example.test');
    expect(customer).toMatchObject({ firstName: 'New', hasAccount: false });
    expect(orderOf(thankYou)?.customerId).toBe(customer?.id);
  });

  test('who is signed in buys as themselves', async () => {
    const visit = store.browser();
    await visit('/account/login', post({ customer_id: store.shop.ada.id }));
    const thankYou = await buy(visit, { email: 'other@example.test', first_name: 'Ada', last_name: 'Lane' });
    const order = orderOf(thankYou);
    expect(order).toMatchObject({ customerId: store.shop.ada.id, email: 'ada@example.test' });
    const status = await visit(`/account/orders/${order?.id}`).then((answer) => answer.text());
    expect(status).toContain(`Order ${order?.name}`);
  });

  test('who has no account cannot sign in', async () => {
    const answer = await store.browser()('/account/login', post({ email: 'gus@example.test' }));
    expect(answer.status).toBe(422);
  });
});

describe('the order', () => {
  test('carries the attributes as they were when checkout opened, private ones too', async () => {
    const visit = store.browser();
    await fillCart(visit);
    const checkout = (await visit('/checkout')).headers.get('location') ?? '';
    await visit('/cart/update.js', post({ 'attributes[__larder_visitor]': 'too-late' }));
    const paid = await visit(checkout, post({ email: 'late@example.test', last_name: 'L' }));
    expect(orderOf(paid.headers.get('location') ?? '')).toMatchObject({
      customAttributes: [{ key: '__larder_visitor', value: 'browser-1' }],
      lines: [{ quantity: 1, unitPriceMinor: 450 }],
    });
  });

  test('is placed once, and empties the cart with its cookie', async () => {
    const visit = store.browser();
    const thankYou = await buy(visit, { email: 'once@example.test', last_name: 'O' });
    const before = store.shop.world.orders().length;
    const again = await visit(
      thankYou.replace('/thank-you', ''),
      post({ email: 'x@example.test', last_name: 'X' }),
    );
    expect(again.headers.get('location')).toBe(thankYou);
    expect(store.shop.world.orders()).toHaveLength(before);
    expect((await visit('/cart.js').then((answer) => answer.json())).item_count).toBe(0);
  });

  test.each([
    ['no address', { email: 'nobody', last_name: 'L' }, 'Enter an email address.'],
    ['no name', { email: 'a@example.test', last_name: ' ' }, 'Enter a last name.'],
  ])('%s: asked again, nothing placed', async (_what, contact, words) => {
    const visit = store.browser();
    await fillCart(visit);
    const checkout = (await visit('/checkout')).headers.get('location') ?? '';
    const before = store.shop.world.orders().length;
    const answer = await visit(checkout, post(contact));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect(store.shop.world.orders()).toHaveLength(before);
  });

  test('an empty cart has no checkout', async () => {
    expect((await store.browser()('/checkout')).headers.get('location')).toBe('/cart');
  });
});

describe('the extension after the purchase', () => {
  const frameOf = (page: string) => /data-extension src="([^"]+)"/.exec(page)?.[1];
  const host = (frame: string) =>
    JSON.parse(/window\.extensionHost = (\{.*\});/.exec(frame)?.[1] ?? '{}') as Record<string, unknown>;

  async function frameData(visit: Visit, thankYou: string) {
    const token = thankYou.split('/')[2] ?? '';
    return host(await visit(`/checkouts/${token}/extension/thank-you`).then((answer) => answer.text()));
  }
  async function claims(visit: Visit, tokenUrl: string) {
    const answer = await visit(tokenUrl);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { token } = (await answer.json()) as { token: string };
    return (await jwtVerify(token, new TextEncoder().encode(store.config.secret))).payload;
  }

  test('a guest’s token names no customer, and private attributes stay hidden', async () => {
    const visit = store.browser();
    const thankYou = await buy(visit, { email: 'ada@example.test', last_name: 'L' });
    const data = await frameData(visit, thankYou);
    expect(data).toMatchObject({
      target: 'purchase.thank-you.block.render',
      attributes: [],
      customerId: null,
    });
    expect(data.checkoutToken).toBe(thankYou.split('/')[2]);
    const payload = await claims(visit, data.tokenUrl as string);
    expect(payload).toMatchObject({ aud: store.config.apiKey, dest: 'larder-demo.myshopify.com' });
    expect(payload.sub).toBeUndefined();
  });

  test('a signed-in buyer’s token names them, but not to another browser', async () => {
    const visit = store.browser();
    await visit('/account/login', post({ customer_id: store.shop.ada.id }));
    const thankYou = await buy(visit, { first_name: 'Ada', last_name: 'Lane' });
    const own = await frameData(visit, thankYou);
    const sub = `gid://shopify/Customer/${store.shop.ada.id}`;
    expect((await claims(visit, own.tokenUrl as string)).sub).toBe(sub);
    const stranger = store.browser();
    const theirs = await frameData(stranger, thankYou);
    expect((await claims(stranger, theirs.tokenUrl as string)).sub).toBeUndefined();
  });

  test('stands on the page only where the merchant has placed it', async () => {
    const visit = store.browser();
    const thankYou = await buy(visit, { email: 'p@example.test', last_name: 'L' });
    store.placements.set({ reminderOnThankYou: false });
    expect(frameOf(await visit(thankYou).then((answer) => answer.text()))).toBeUndefined();
  });
});

test('private attributes reach the extension when the demo is told so', async () => {
  const open = await openTestStorefront({ showPrivateAttributes: true });
  const visit = open.browser();
  await visit(
    '/cart/add.js',
    post({ id: open.shop.soap.variants[0]?.id ?? '', 'attributes[__larder_visitor]': 'b' }),
  );
  const checkout = (await visit('/checkout')).headers.get('location') ?? '';
  await visit(checkout, post({ email: 'v@example.test', last_name: 'V' }));
  const frame = await visit(`${checkout}/extension/order-status`).then((answer) => answer.text());
  expect(frame).toContain('"attributes":[{"key":"__larder_visitor","value":"b"}]');
  expect(frame).toContain('customer-account.order-status.block.render');
  await open.close();
});

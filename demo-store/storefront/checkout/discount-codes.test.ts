import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestStorefront, type TestStorefront } from '../testing/open-test-storefront';

const HOUR_MS = 3_600_000;
let store: TestStorefront;
let code: string;
let made = 0;
beforeAll(async () => {
  store = await openTestStorefront();
});
afterAll(() => store.close());
beforeEach(() => {
  made += 1;
  code = `THANKS-${made}`;
  const { world, ada } = store.shop;
  world.createDiscount({
    title: 'Thank you',
    code,
    value: { kind: 'percentage', share: 0.1 },
    customerIds: [ada.id],
    usageLimit: 1,
    oncePerCustomer: true,
    startsAt: world.now() - HOUR_MS,
    endsAt: world.now() + HOUR_MS,
  });
});

type Visit = ReturnType<TestStorefront['browser']>;
const post = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});
const permalink = (more = `discount=${code}`) => {
  const { coffee, soap } = store.shop;
  return `/cart/${coffee.variants[0]?.id}:2,${soap.variants[0]?.id}:1?storefront=true&${more}`;
};
const FULL = 2 * 990 + 450;
const OFF = 243;
const signIn = async (visit: Visit) =>
  void (await visit('/account/login', post({ customer_id: store.shop.ada.id })));
const cartOf = (visit: Visit) => visit('/cart.js').then((answer) => answer.json());
const openCheckout = async (visit: Visit) => (await visit('/checkout')).headers.get('location') ?? '';
const textAt = (visit: Visit, path: string, init?: RequestInit) =>
  visit(path, init).then((answer) => answer.text());
const orderAfter = (answer: Response) =>
  store.shop.world.orderByCheckoutToken((answer.headers.get('location') ?? '').split('/')[2] ?? '');
const ada = { email: 'ada@example.test', last_name: 'Lane' };

test('a permalink fills the cart with several lines, and the signed-in customer sees their code at work', async () => {
  const visit = store.browser();
  await signIn(visit);
  expect((await visit(permalink())).headers.get('location')).toBe('/cart');
  expect(await cartOf(visit)).toMatchObject({
    item_count: 3,
    original_total_price: FULL,
    total_price: FULL - OFF,
    total_discount: OFF,
    discount_codes: [{ code, applicable: true }],
  });
  expect(await textAt(visit, '/cart')).toContain(code);
  const checkout = await openCheckout(visit);
  const page = await textAt(visit, checkout);
  expect(page).toContain(`${code} is applied.`);
  expect(page).toContain('−$2.43');
  expect(page).toContain('$21.87');
  const paid = await visit(checkout, post({ last_name: 'Lane', discount: code }));
  const order = orderAfter(paid);
  expect(order?.discount).toMatchObject({ code, perLineMinor: [198, 45] });
  expect(await textAt(visit, paid.headers.get('location') ?? '')).toContain('−$2.43');
  expect(await textAt(visit, '/account')).toContain('$21.87');
});

test('it works once', async () => {
  const visit = store.browser();
  for (const expected of [code, undefined]) {
    await visit(permalink());
    const checkout = await openCheckout(visit);
    const first = await visit(checkout, post({ ...ada, discount: code }));
    if (expected) expect(orderAfter(first)?.discount?.code).toBe(expected);
    else {
      expect(first.status).toBe(422);
      expect(await first.text()).toContain(`${code} was used already. Pay now to order without it.`);
      expect(orderAfter(await visit(checkout, post({ ...ada, discount: '' })))?.discount).toBeNull();
    }
  }
});

describe('a guest', () => {
  test('is asked whose it is, and gets it once the address is the one', async () => {
    const visit = store.browser();
    await visit(permalink());
    expect(await cartOf(visit)).toMatchObject({
      total_price: FULL,
      discount_codes: [{ code, applicable: false }],
    });
    const checkout = await openCheckout(visit);
    expect(await textAt(visit, checkout)).toContain(`${code} was sent to one address.`);
    const applied = await textAt(visit, checkout, post({ ...ada, discount: code, intent: 'apply' }));
    expect(applied).toContain(`${code} is applied.`);
    expect(applied).toContain('value="ada@example.test"');
    expect(orderAfter(await visit(checkout, post({ ...ada, discount: code })))?.discount?.code).toBe(code);
  });

  test.each([
    ['another', 'gus@example.test', 'was sent to another address'],
    ['an unknown one', 'stranger@example.test', 'was sent to one address'],
  ])('with %s is told, and orders without it only after that', async (_what, email, words) => {
    const visit = store.browser();
    await visit(permalink());
    const checkout = await openCheckout(visit);
    const before = store.shop.world.orders().length;
    const refused = await visit(checkout, post({ email, last_name: 'L', discount: code }));
    expect([refused.status, store.shop.world.orders().length]).toEqual([422, before]);
    expect(await refused.text()).toContain(words);
    expect(
      orderAfter(await visit(checkout, post({ email, last_name: 'L', discount: '' })))?.discount,
    ).toBeNull();
  });
});

test.each([
  ['an unknown code', 'NOPE', 'There is no code NOPE.'],
  ['markup', '<b>x</b>', 'There is no code &lt;b&gt;x&lt;/b&gt;.'],
])('%s says so', async (_what, typed, words) => {
  const visit = store.browser();
  await visit(permalink('discount='));
  const checkout = await openCheckout(visit);
  expect(await textAt(visit, checkout, post({ ...ada, discount: typed, intent: 'apply' }))).toContain(words);
});

test('a shareable link puts the code into the cart and leads on, within the shop only', async () => {
  const visit = store.browser();
  await signIn(visit);
  await visit(permalink('discount='));
  const link = `/discount/${code}?redirect=`;
  expect((await visit(`${link}/products/soap`)).headers.get('location')).toBe('/products/soap');
  expect((await cartOf(visit)).total_discount).toBe(OFF);
  for (const away of ['https://evil.example', '//evil.example', '/\\evil.example'])
    expect((await visit(link + encodeURIComponent(away))).headers.get('location')).toBe('/');
});

describe('the shop’s mail', () => {
  const marketing = () => store.shop.world.customer(store.shop.ada.id)?.marketing;

  test('is taken and left in the account', async () => {
    const visit = store.browser();
    await signIn(visit);
    await visit('/account', post({ marketing: 'on' }));
    expect([marketing(), await textAt(visit, '/account')]).toEqual([
      'SUBSCRIBED',
      expect.stringContaining('We email you news and offers.'),
    ]);
    await visit('/account', post({ marketing: 'off' }));
    expect(marketing()).toBe('UNSUBSCRIBED');
    await store.browser()('/account', post({ marketing: 'on' }));
    expect(marketing()).toBe('UNSUBSCRIBED');
  });

  test('is offered at checkout, never ticked', async () => {
    const visit = store.browser();
    await visit(permalink('discount='));
    const checkout = await openCheckout(visit);
    expect(await textAt(visit, checkout)).toMatch(/name="accepts_marketing">/);
    await visit(checkout, post({ email: 'news@example.test', last_name: 'N', accepts_marketing: 'on' }));
    expect(store.shop.world.customerByEmail('news@example.test')?.marketing).toBe('SUBSCRIBED');
  });
});

test('an order tells when it was sent', async () => {
  const visit = store.browser();
  await signIn(visit);
  await visit(permalink('discount='));
  const order = orderAfter(await visit(await openCheckout(visit), post({ last_name: 'Lane' })));
  const page = () => textAt(visit, `/account/orders/${order?.id}`);
  expect(await page()).toContain('We are packing your order.');
  store.shop.world.fulfilOrder(order?.id ?? '');
  expect(await page()).toMatch(/We sent (it|a part of it) on November 20, 2026/);
});

import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, TEST_SECRET, type TestPorts } from '../../../test/support/test-ports';
import { signWebhook } from '../../shopify/verify-webhook';
import { receiveWebhook } from './receive-webhook.server';

let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

let deliveries = 0;

function delivery(topic: string, body: unknown, headers: Record<string, string> = {}) {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return {
    rawBody,
    headers: {
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': 'corner.myshopify.com',
      'x-shopify-api-version': '2026-07',
      'x-shopify-webhook-id': `delivery-${(deliveries += 1)}`,
      'x-shopify-hmac-sha256': signWebhook(rawBody, TEST_SECRET),
      ...headers,
    },
  };
}

const ORDER = {
  id: 1,
  admin_graphql_api_id: 'gid://shopify/Order/820982911946154508',
  updated_at: '2026-11-20T10:00:00Z',
};

const NOTHING = {
  'x-shopify-hmac-sha256': '',
  'x-shopify-topic': '',
  'x-shopify-shop-domain': '',
  'x-shopify-api-version': '',
  'x-shopify-webhook-id': '',
};

const PLACE = { shop_id: 954889, shop_domain: 'corner.myshopify.com' };
const UNINSTALLED = { id: 954889, domain: 'corner.example', myshopify_domain: 'corner.myshopify.com' };
const CUSTOMER = {
  ...PLACE,
  customer: { id: 71, email: 'ada@example.test', phone: null },
  orders_to_redact: [5],
};
const ASKED = { orders_requested: [5], data_request: { id: 9 } };

const inbox = () => ports.db.read.prisma.inboxMessage.findMany({ orderBy: { receivedAt: 'asc' } });

async function expectNothingKept(): Promise<void> {
  expect(await inbox()).toEqual([]);
  expect(await ports.db.read.prisma.job.count()).toBe(0);
}

describe('a delivery of Shopify', () => {
  it('is kept lean, with its 64-bit id whole, and wakes one job', async () => {
    const answer = await receiveWebhook(
      ports,
      delivery('orders/create', { ...ORDER, email: 'a@b.test', note: 'private' }),
    );
    expect(answer.status).toBe(200);
    expect(await inbox()).toMatchObject([
      { shopId, topic: 'orders/create', state: 'new', payload: { orderId: '820982911946154508' } },
    ]);
    expect(await ports.db.read.prisma.job.findMany()).toMatchObject([
      { kind: 'orders.process-inbox', key: 'inbox' },
    ]);
  });

  it('is kept once, however often it comes', async () => {
    const webhook = delivery('orders/updated', ORDER);
    const answers = await Promise.all([
      receiveWebhook(ports, webhook),
      receiveWebhook(ports, webhook),
      receiveWebhook(ports, webhook),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await inbox()).toHaveLength(1);
  });

  it('keeps an unfiltered id beyond 2^53 whole', async () => {
    await receiveWebhook(
      ports,
      delivery('refunds/create', '{"id":890088186047892319,"order_id":820982911946154508}'),
    );
    expect(await inbox()).toMatchObject([{ payload: { orderId: '820982911946154508' } }]);
  });

  it('keeps of a person only ids and a keyed hash of the address', async () => {
    const customer = { id: 71, email: 'Ada@Example.test ', phone: '555' };
    const body = { shop_domain: 'corner.myshopify.com', customer, orders_to_redact: [5, 6] };
    await receiveWebhook(ports, delivery('customers/redact', body));
    const [message] = await inbox();
    expect(message?.payload).toMatchObject({ customerId: '71', orderIds: ['5', '6'] });
    expect(JSON.stringify(message)).not.toMatch(/ada@|555/i);
  });

  it.each([
    ['a missing signature', 401, { 'x-shopify-hmac-sha256': '' }],
    ['no signature and nothing else', 401, NOTHING],
    ['a wrong signature', 401, { 'x-shopify-hmac-sha256': 'bm90IGl0' }],
    ['a wrong signature and nothing else', 401, { ...NOTHING, 'x-shopify-hmac-sha256': 'bm90IGl0' }],
    ['a missing webhook id', 400, { 'x-shopify-webhook-id': '' }],
    ['a missing topic', 400, { 'x-shopify-topic': '' }],
    ['a missing shop', 400, { 'x-shopify-shop-domain': '' }],
    ['another shop', 400, { 'x-shopify-shop-domain': 'other.myshopify.com' }],
    ['a host that is no shop', 400, { 'x-shopify-shop-domain': 'evil.example' }],
  ])('with %s is answered %i and not kept', async (_what, status, headers) => {
    expect(await receiveWebhook(ports, delivery('orders/create', ORDER, headers))).toMatchObject({ status });
    expect(await inbox()).toEqual([]);
  });

  it('whose body was changed on the way is answered 401', async () => {
    const webhook = delivery('orders/create', ORDER);
    const rawBody = Buffer.from(webhook.rawBody.toString().replace('154508', '154509'));
    expect(await receiveWebhook(ports, { ...webhook, rawBody })).toMatchObject({ status: 401 });
  });

  it('that is too large is answered 413', async () => {
    expect(await receiveWebhook(ports, delivery('orders/create', 'x'.repeat(1_000_001)))).toMatchObject({
      status: 413,
    });
  });

  it.each([
    ['malformed JSON', 'orders/create', '{"id":'],
    ['no id', 'orders/create', '{}'],
    ['an id that no column holds', 'orders/create', '{"id":99999999999999999999}'],
    ['no object', 'orders/create', '"hello"'],
    ['a list', 'orders/create', '[{"id":1}]'],
    ['nothing in it', 'orders/create', ''],
    ['space before its object, as no body of Shopify has', 'orders/create', ' {"id":1}'],
    ['the body of a product', 'orders/create', '{"id":1,"admin_graphql_api_id":"gid://shopify/Product/1"}'],
    ['the body of an order', 'products/delete', '{"id":1,"admin_graphql_api_id":"gid://shopify/Order/1"}'],
    ['the body of a refund', 'products/delete', '{"id":1,"order_id":2,"created_at":"2026-11-20T10:00:00Z"}'],
    ['the body of an order', 'refunds/create', '{"id":1,"admin_graphql_api_id":"gid://shopify/Order/1"}'],
    ['the body of a shop', 'app/scopes_update', JSON.stringify(UNINSTALLED)],
    ['the body of an erased customer', 'shop/redact', JSON.stringify(CUSTOMER)],
    ['the body of an erased shop', 'customers/redact', JSON.stringify(PLACE)],
    ['the body of a data request', 'customers/redact', JSON.stringify({ ...CUSTOMER, ...ASKED })],
    ['the body of an erased customer', 'customers/data_request', JSON.stringify(CUSTOMER)],
  ])('with %s under %s is answered 400, and nothing of it is kept', async (_what, topic, body) => {
    expect(await receiveWebhook(ports, delivery(topic, body))).toMatchObject({ status: 400 });
    await expectNothingKept();
  });

  it.each([
    ['app/uninstalled', { myshopify_domain: 'other.myshopify.com', domain: 'corner.myshopify.com' }],
    ['app/uninstalled', PLACE],
    ['shop/redact', { ...PLACE, shop_domain: 'other.myshopify.com' }],
    ['shop/redact', UNINSTALLED],
    ['shop/redact', {}],
    ['shop/redact', { shop_domain: ['corner.myshopify.com', 'other.myshopify.com'] }],
    ['customers/redact', { ...CUSTOMER, shop_domain: 'other.myshopify.com' }],
    ['customers/data_request', { ...CUSTOMER, ...ASKED, shop_domain: 'other.myshopify.com' }],
    ['app/scopes_update', { current: [], previous: [], shop_domain: 'other.myshopify.com' }],
  ])('for %s whose body does not name the shop of the header is answered 401: %j', async (topic, body) => {
    expect(await receiveWebhook(ports, delivery(topic, body))).toMatchObject({ status: 401 });
    await expectNothingKept();
  });

  it.each([
    'orders/create',
    'products/delete',
    'shop/redact',
    'app/uninstalled',
    'app/scopes_update',
    'carts/update',
  ])('that is the text of a session token with its signature, under %s, is refused', async (topic) => {
    const claims = { dest: 'corner.myshopify.com', aud: 'key', exp: 2e9, nbf: 1 };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(TEST_SECRET));
    const [header, payload, signature = ''] = token.split('.');
    const hmac = Buffer.from(signature, 'base64url').toString('base64');
    const answer = await receiveWebhook(
      ports,
      delivery(topic, `${header}.${payload}`, { 'x-shopify-hmac-sha256': hmac }),
    );
    expect(answer).toEqual({ status: 400, body: 'no-object' });
    await expectNothingKept();
  });

  it.each([
    ['customers/data_request', { ...CUSTOMER, ...ASKED, orders_to_redact: undefined }],
    ['customers/redact', CUSTOMER],
    ['shop/redact', PLACE],
  ])('for %s is answered 200 for a shop that we hold nothing of', async (topic, body) => {
    const headers = { 'x-shopify-shop-domain': 'gone.myshopify.com' };
    const gone = { ...body, shop_domain: 'gone.myshopify.com' };
    expect(await receiveWebhook(ports, delivery(topic, gone, headers))).toMatchObject({ status: 200 });
    expect(await inbox()).toEqual([]);
  });

  it('about privacy is believed when its body names the shop, whatever the capitals', async () => {
    const body = { ...PLACE, shop_domain: 'Corner.myshopify.com' };
    expect(await receiveWebhook(ports, delivery('shop/redact', body))).toMatchObject({ status: 200 });
    const request = { ...CUSTOMER, ...ASKED, orders_to_redact: undefined };
    await receiveWebhook(ports, delivery('customers/data_request', request));
    expect(await inbox()).toMatchObject([
      { topic: 'shop/redact' },
      { topic: 'customers/data_request', payload: { customerId: '71', requestId: '9' } },
    ]);
  });

  it('from a shop that has left is answered, and kept only when it is about privacy', async () => {
    await ports.db.write((tx) =>
      tx.prisma.shop.update({ where: { id: shopId }, data: { uninstalledAt: ports.clock.now() } }),
    );
    expect(await receiveWebhook(ports, delivery('orders/create', ORDER))).toMatchObject({ status: 200 });
    expect(await receiveWebhook(ports, delivery('shop/redact', PLACE))).toMatchObject({ status: 200 });
    expect(await inbox()).toMatchObject([{ topic: 'shop/redact' }]);
  });
});

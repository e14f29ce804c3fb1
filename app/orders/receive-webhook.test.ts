import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, TEST_SECRET, type TestPorts } from '../../test/support/test-ports';
import { signWebhook } from '../shopify/verify-webhook';
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

const inbox = () => ports.db.read.inboxMessage.findMany({ orderBy: { id: 'asc' } });

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
    expect(await ports.db.read.job.findMany()).toMatchObject([
      { kind: 'orders.process-inbox', key: 'inbox' },
    ]);
  });

  it('is kept once, however often it comes', async () => {
    const one = delivery('orders/updated', ORDER);
    const answers = await Promise.all([
      receiveWebhook(ports, one),
      receiveWebhook(ports, one),
      receiveWebhook(ports, one),
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
    await receiveWebhook(ports, delivery('customers/redact', { customer, orders_to_redact: [5, 6] }));
    const [message] = await inbox();
    expect(message?.payload).toMatchObject({ customerId: '71', orderIds: ['5', '6'] });
    expect(JSON.stringify(message)).not.toMatch(/ada@|555/i);
  });

  it.each([
    ['a missing signature', 400, { 'x-shopify-hmac-sha256': '' }],
    ['a missing webhook id', 400, { 'x-shopify-webhook-id': '' }],
    ['a wrong signature', 401, { 'x-shopify-hmac-sha256': 'bm90IGl0' }],
    ['another shop', 400, { 'x-shopify-shop-domain': 'other.myshopify.com' }],
    ['a host that is no shop', 400, { 'x-shopify-shop-domain': 'evil.example' }],
  ])('with %s is answered %i and not kept', async (_what, status, headers) => {
    expect(await receiveWebhook(ports, delivery('orders/create', ORDER, headers))).toMatchObject({ status });
    expect(await inbox()).toEqual([]);
  });

  it('whose body was changed on the way is answered 401', async () => {
    const one = delivery('orders/create', ORDER);
    const rawBody = Buffer.from(one.rawBody.toString().replace('154508', '154509'));
    expect(await receiveWebhook(ports, { ...one, rawBody })).toMatchObject({ status: 401 });
  });

  it('that is too large is answered 413', async () => {
    expect(await receiveWebhook(ports, delivery('orders/create', 'x'.repeat(1_000_001)))).toMatchObject({
      status: 413,
    });
  });

  it.each([
    ['malformed JSON', '{"id":', 'The body of orders/create is no JSON.'],
    ['no id', '{}', 'The body of orders/create has no usable id.'],
    [
      'an id that no column holds',
      '{"id":99999999999999999999}',
      'The body of orders/create has no usable id.',
    ],
    ['no object', '"hello"', 'The body of orders/create has no usable id.'],
  ])('with %s is kept as failed, without the body, and wakes nobody', async (_what, body, error) => {
    expect(await receiveWebhook(ports, delivery('orders/create', body))).toMatchObject({ status: 200 });
    expect(await inbox()).toMatchObject([{ state: 'failed', error, payload: { bytes: body.length } }]);
    expect(await ports.db.read.job.count()).toBe(0);
  });

  it.each(['customers/data_request', 'customers/redact', 'shop/redact'])(
    'for %s is answered 200 for a shop that we hold nothing of',
    async (topic) => {
      const headers = { 'x-shopify-shop-domain': 'gone.myshopify.com' };
      expect(await receiveWebhook(ports, delivery(topic, {}, headers))).toMatchObject({ status: 200 });
      expect(await inbox()).toEqual([]);
    },
  );

  it('from a shop that has left is answered, and kept only when it is about privacy', async () => {
    await ports.db.write((tx) =>
      tx.shop.update({ where: { id: shopId }, data: { uninstalledAt: ports.clock.now() } }),
    );
    expect(await receiveWebhook(ports, delivery('orders/create', ORDER))).toMatchObject({ status: 200 });
    expect(await receiveWebhook(ports, delivery('shop/redact', {}))).toMatchObject({ status: 200 });
    expect(await inbox()).toMatchObject([{ topic: 'shop/redact' }]);
  });
});

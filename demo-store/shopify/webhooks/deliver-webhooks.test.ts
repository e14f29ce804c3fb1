import '@shopify/shopify-app-remix/adapters/node';
import { ApiVersion, shopifyApp } from '@shopify/shopify-app-remix/server';
import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listen, type Listening } from '../../listen';
import { readBody } from '../http-answers';
import { openTestShop, type TestShop } from '../test-shop';
import { createWebhooks } from './deliver-webhooks';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let app: Listening;
let shop: TestShop;
let received: Received[];
let answers: number[]; // statuses to answer with, then 200

beforeEach(async () => {
  received = [];
  answers = [];
  app = await listen(0, 'PORT');
  app.answerWith(async (request, response) => {
    received.push({ headers: request.headers, body: await readBody(request) });
    response.writeHead(answers.shift() ?? 200).end();
  });
  shop = await openTestShop({ DEMO_APP_URL: `http://127.0.0.1:${app.port}` });
});
afterEach(async () => {
  await shop.close();
  await app.close();
});

function placeOrder() {
  const variantId = shop.world.products()[0]?.variants[0]?.id ?? '';
  return shop.world.placeOrder({
    customerId: null,
    email: 'a@example.test',
    checkoutToken: 't',
    lines: [{ variantId, quantity: 2 }],
  });
}

it('says nothing before the app is installed', async () => {
  placeOrder();
  await shop.shopify.webhooks.settle();
  expect(received).toEqual([]);
});

it("sends what Shopify's library accepts, with only the fields subscribed to", async () => {
  await shop.install();
  const order = placeOrder();
  await shop.shopify.webhooks.settle();
  const [create] = received.filter((delivery) => delivery.headers['x-shopify-topic'] === 'orders/create');
  expect(create?.body).toMatch(
    new RegExp(
      `^\\{"id":${order.id},"admin_graphql_api_id":"gid://shopify/Order/${order.id}","updated_at":"[^"]+"\\}$`,
    ),
  );
  const library = shopifyApp({
    apiKey: shop.config.apiKey,
    apiSecretKey: shop.config.secret,
    apiVersion: ApiVersion.July26,
    appUrl: 'http://localhost:4002',
    scopes: [],
    logger: { log: () => undefined },
    sessionStorage: {
      storeSession: async () => true,
      loadSession: async () => undefined,
      deleteSession: async () => true,
      deleteSessions: async () => true,
      findSessionsByShop: async () => [],
    },
  });
  const request = (body: string) =>
    new Request('http://localhost:4002/webhooks', {
      method: 'POST',
      body,
      headers: create?.headers as Record<string, string>,
    });
  const seen = await library.authenticate.webhook(request(create?.body ?? ''));
  expect(seen).toMatchObject({ topic: 'ORDERS_CREATE', shop: shop.config.shopDomain, apiVersion: '2026-07' });
  expect(seen.webhookId).toBe(create?.headers['x-shopify-webhook-id']);
  const tampered = await library.authenticate
    .webhook(request(`${create?.body} `))
    .catch((answer: unknown) => answer);
  expect(tampered).toMatchObject({ status: 401 });
});

it('repeats a delivery with the same webhook id until the app takes it', async () => {
  await shop.install();
  answers = [500, 302];
  const webhooks = createWebhooks({
    config: shop.config,
    world: shop.world,
    subscriptions: [{ topic: 'shop/redact', uri: '/webhooks', includeFields: null }],
    retryDelaysMs: [1, 1, 1],
  });
  webhooks.announce({ topic: 'shop/redact' });
  await webhooks.settle();
  expect(received).toHaveLength(3);
  expect(new Set(received.map((delivery) => delivery.headers['x-shopify-webhook-id'])).size).toBe(1);
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ shop_domain: shop.config.shopDomain });
});

it('gives up after the last retry and says so', async () => {
  answers = [500, 500, 500];
  const webhooks = createWebhooks({
    config: shop.config,
    world: shop.world,
    subscriptions: [{ topic: 'shop/redact', uri: '/webhooks', includeFields: null }],
    retryDelaysMs: [1, 1],
  });
  webhooks.announce({ topic: 'shop/redact' });
  await webhooks.settle();
  expect(webhooks.lost()).toMatchObject([{ topic: 'shop/redact', error: 'answered 500' }]);
});

it('tells of refunds in full, ids and all, and of an erased customer', async () => {
  await shop.install();
  const order = placeOrder();
  shop.world.refundOrder(order.id, [{ lineItemId: order.lines[0]?.id ?? '', quantity: 1 }]);
  const customer = shop.world.customers()[0];
  shop.world.eraseCustomer(customer?.id ?? '');
  await shop.shopify.webhooks.settle();
  const bodyOf = (topic: string) =>
    received.find((delivery) => delivery.headers['x-shopify-topic'] === topic)?.body ?? '';
  expect(bodyOf('refunds/create')).toContain(`"order_id":${order.id},`);
  expect(bodyOf('refunds/create')).toContain(`"line_item_id":${order.lines[0]?.id},"location_id"`);
  expect(bodyOf('customers/redact')).toContain(`"customer":{"id":${customer?.id},`);
});

it('revokes the token and tells the app when it is uninstalled', async () => {
  const token = await shop.install();
  const body = new URLSearchParams({ act: 'uninstall' });
  await fetch(`${shop.url}/admin/settings/apps`, { method: 'POST', body, redirect: 'manual' });
  await shop.shopify.webhooks.settle();
  expect(received.map((delivery) => delivery.headers['x-shopify-topic'])).toEqual(['app/uninstalled']);
  expect((await shop.graphql(token, '{ shop { name } }')).status).toBe(401);
});

it('on request doubles and reorders what it sends, and still loses nothing', async () => {
  const webhooks = createWebhooks({
    config: { ...shop.config, nastyWebhooks: true },
    world: shop.world,
    subscriptions: [{ topic: 'products/delete', uri: '/webhooks', includeFields: null }],
  });
  const ids = Array.from({ length: 60 }, (_, index) => String(index + 1));
  for (const productId of ids) webhooks.announce({ topic: 'products/delete', productId });
  await webhooks.settle();
  const bodies = received.map((delivery) => (JSON.parse(delivery.body) as { id: number }).id);
  expect(new Set(bodies).size).toBe(ids.length);
  expect(bodies.length).toBeGreaterThan(ids.length);
  expect(new Set(received.map((delivery) => delivery.headers['x-shopify-webhook-id'])).size).toBe(ids.length);
  expect(bodies).not.toEqual([...bodies].sort((a, b) => a - b));
});

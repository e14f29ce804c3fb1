import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIRST_PROXY_PATH } from '../../app/shops/shop';
import { readAppDeclaration } from '../../demo-store/shopify/app-declaration';

const app = readAppDeclaration(join(import.meta.dirname, '../../shopify.app.toml'));

test('every topic the app relies on is subscribed to, once', () => {
  expect(app.subscriptions.map(({ topic }) => topic).sort()).toEqual([
    'app/scopes_update',
    'app/uninstalled',
    'customers/data_request',
    'customers/redact',
    'orders/cancelled',
    'orders/create',
    'orders/updated',
    'products/create',
    'products/delete',
    'products/update',
    'refunds/create',
    'shop/redact',
  ]);
});

test('orders, refunds and products arrive without names and addresses, and with what tells two deliveries apart', () => {
  const lean = app.subscriptions.filter(({ topic }) => /^(orders|refunds|products)\//.test(topic));
  for (const { topic, includeFields } of lean) {
    expect(includeFields, topic).toEqual(
      topic === 'refunds/create'
        ? ['id', 'order_id', 'created_at']
        : ['id', 'admin_graphql_api_id', 'updated_at'],
    );
  }
});

test('the whole order history is asked for only when the merchant wants it', () => {
  expect(app.scopes).toEqual(['read_products', 'read_orders', 'read_customers', 'write_app_proxy']);
  expect(app.optionalScopes).toEqual(['read_all_orders']);
});

test('a shop starts with the app proxy where it is declared', () => {
  expect(app.proxyPath).toBe(FIRST_PROXY_PATH);
});

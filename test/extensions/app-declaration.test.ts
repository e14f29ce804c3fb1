import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { FIRST_PROXY_PATH } from '../../app/shops/shop';
import { readAppDeclaration } from '../../demo-store/shopify/app-declaration';

const ROOT = join(import.meta.dirname, '../..');
const app = readAppDeclaration(join(ROOT, 'shopify.app.toml'));

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
  expect(app.optionalScopes).toEqual(['read_all_orders', 'write_customers', 'write_discounts']);
});

test('a shop starts with the app proxy where it is declared', () => {
  expect(app.proxyPath).toBe(FIRST_PROXY_PATH);
});

test('the app declares its own host, and no other, as the one that it links to and asks', () => {
  const toml = parse(readFileSync(join(ROOT, 'shopify.app.toml'), 'utf8'));
  const hosts = [new URL(String(toml.application_url)).hostname];
  expect(toml.network_access).toEqual({ allowed_navigation_hosts: hosts, allowed_sources: hosts });
});

test('the example address is not deployed, and the door says why', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/deploy.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^application_url in shopify.app.toml is still the example .* put the public address/,
  );
});

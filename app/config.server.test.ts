import { expect, test } from 'vitest';
import { readConfig } from './config.server';

const GOOD = {
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'a-secret-of-some-length',
  SHOPIFY_APP_URL: 'https://larder.example.test/',
};

test('defaults suit one machine', () => {
  expect(readConfig(GOOD)).toMatchObject({
    environment: 'production',
    host: '127.0.0.1',
    databaseFile: './data/larder.sqlite',
    appUrl: 'https://larder.example.test',
    scopes: ['read_products', 'read_orders', 'read_customers', 'write_app_proxy'],
    smtpUrl: null,
    demoToken: null,
  });
});

test.each([
  [{ SHOPIFY_API_KEY: undefined }, 'SHOPIFY_API_KEY'],
  [{ SHOPIFY_API_SECRET: 'short' }, "SHOPIFY_API_SECRET: must be the app's client secret"],
  [{ SHOPIFY_APP_URL: 'larder' }, 'SHOPIFY_APP_URL'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: must be file:PATH'],
  [{ PORT: '70000' }, 'PORT'],
  [{ LARDER_DEMO_TOKEN: 'x' }, 'LARDER_DEMO_TOKEN: moves the clock and is only for a demo on this machine'],
])('names the field that is wrong: %j', (change, sentence) => {
  expect(() => readConfig({ ...GOOD, ...change })).toThrow(sentence);
});

test('names every wrong field at once', () => {
  expect(() => readConfig({})).toThrow(/SHOPIFY_API_KEY[\s\S]*SHOPIFY_API_SECRET[\s\S]*SHOPIFY_APP_URL/);
});

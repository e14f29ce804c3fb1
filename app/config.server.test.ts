import { expect, test } from 'vitest';
import { readConfig } from './config.server';

const KEY = Buffer.alloc(32, 1).toString('base64');
const OLDER = Buffer.alloc(32, 2).toString('base64');

const GOOD = {
  ENCRYPTION_KEY: KEY,
  SMTP_URL: 'smtp://mail.example.test:587',
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
    smtpUrl: 'smtp://mail.example.test:587',
    demoToken: null,
  });
});

test.each([
  [{ SHOPIFY_API_KEY: undefined }, 'SHOPIFY_API_KEY'],
  [{ SHOPIFY_API_SECRET: 'short' }, "SHOPIFY_API_SECRET: must be the app's client secret"],
  [{ SHOPIFY_APP_URL: 'larder' }, 'SHOPIFY_APP_URL'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: must be file:PATH'],
  [{ PORT: '70000' }, 'PORT'],
  [
    { ENCRYPTION_KEY: undefined },
    'ENCRYPTION_KEY: is needed to encrypt what is personal or secret. Make one',
  ],
  [{ ENCRYPTION_KEY: '' }, 'ENCRYPTION_KEY: key 1 is not 32 bytes as base64. Make one with: openssl rand'],
  [{ ENCRYPTION_KEY: `${KEY},c2hvcnQ=` }, 'ENCRYPTION_KEY: key 2 is not 32 bytes as base64'],
  [{ ENCRYPTION_KEY: `${KEY.slice(0, 20)}!${KEY.slice(20)}` }, 'ENCRYPTION_KEY: key 1 is not 32 bytes'],
  [{ ENCRYPTION_KEY: `${KEY}, ${KEY}` }, 'ENCRYPTION_KEY: key 2 stands there twice'],
  [{ SMTP_URL: undefined }, 'SMTP_URL: is needed in production'],
  [{ LARDER_DEMO_TOKEN: 'x' }, 'LARDER_DEMO_TOKEN: moves the clock and is only for a demo on this machine'],
])('names the field that is wrong: %j', (change, sentence) => {
  expect(() => readConfig({ ...GOOD, ...change })).toThrow(sentence);
});

test('the present key comes first, older ones behind it', () => {
  const { encryptionKeys } = readConfig({ ...GOOD, ENCRYPTION_KEY: `${KEY}, ${OLDER}` });
  expect(encryptionKeys.map(({ bytes }) => bytes.toString('base64'))).toEqual([KEY, OLDER]);
});

test('mail may become files in development', () => {
  expect(readConfig({ ...GOOD, NODE_ENV: 'development', SMTP_URL: undefined }).smtpUrl).toBeNull();
});

test('names every wrong field at once', () => {
  expect(() => readConfig({})).toThrow(
    /ENCRYPTION_KEY[\s\S]*SHOPIFY_API_KEY[\s\S]*SHOPIFY_API_SECRET[\s\S]*SHOPIFY_APP_URL/,
  );
});

import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readConfig } from './config.server';

const KEY = Buffer.alloc(32, 1).toString('base64');
const OLDER = Buffer.alloc(32, 2).toString('base64');

const GOOD = {
  ENCRYPTION_KEY: KEY,
  SMTP_URL: 'smtp://mail.example.test:587',
  MAIL_FROM: 'reminders@corner.example',
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
    mailFrom: 'reminders@corner.example',
    demoToken: null,
  });
});

test.each([
  [{ SHOPIFY_API_KEY: undefined }, "SHOPIFY_API_KEY: is missing: it must be the app's client id"],
  [{ SHOPIFY_API_KEY: ' ' }, 'SHOPIFY_API_KEY: is missing'],
  [{ SHOPIFY_API_SECRET: 'short' }, "SHOPIFY_API_SECRET: must be the app's client secret (16 characters"],
  [{ SHOPIFY_APP_URL: undefined }, 'SHOPIFY_APP_URL: is missing: it must be the public address'],
  [{ SHOPIFY_APP_URL: 'larder' }, 'SHOPIFY_APP_URL: must be an https:// address without a path'],
  [{ SHOPIFY_APP_URL: 'http://foo.example' }, 'SHOPIFY_APP_URL: must be an https:// address'],
  [{ SHOPIFY_APP_URL: 'ftp://localhost' }, 'SHOPIFY_APP_URL: must be an https:// address'],
  [{ SHOPIFY_APP_URL: 'https://foo.example/app?x' }, 'SHOPIFY_APP_URL: must be an https:// address'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: must be file:PATH'],
  [{ PORT: '70000' }, 'PORT: must be a port, from 0 to 65535'],
  [{ PORT: 'http' }, 'PORT: must be a port, from 0 to 65535'],
  [{ NODE_ENV: 'live' }, 'NODE_ENV: must be development, production or test'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of fatal, error'],
  [{ SCOPES: 'read_orders read_products' }, 'SCOPES: must be names of scopes with commas between them'],
  [
    { ENCRYPTION_KEY: undefined },
    'ENCRYPTION_KEY: is missing: it encrypts what is personal or secret. Make one',
  ],
  [{ ENCRYPTION_KEY: 'x' }, 'ENCRYPTION_KEY: key 1 is not 32 bytes as base64. Make one with: openssl rand'],
  [{ ENCRYPTION_KEY: `${KEY},c2hvcnQ=` }, 'ENCRYPTION_KEY: key 2 is not 32 bytes as base64'],
  [{ ENCRYPTION_KEY: `${KEY.slice(0, 20)}!${KEY.slice(20)}` }, 'ENCRYPTION_KEY: key 1 is not 32 bytes'],
  [{ ENCRYPTION_KEY: `${KEY}, ${KEY}` }, 'ENCRYPTION_KEY: key 2 stands there twice'],
  [{ SMTP_URL: undefined }, 'SMTP_URL: is missing: it must be smtp://user:password@host:port'],
  [{ SMTP_URL: 'x' }, 'SMTP_URL: must be smtp://user:password@host:port'],
  [{ SMTP_URL: 'https://mail.example.test' }, 'SMTP_URL: must be smtp://'],
  [{ SMTP_URL: 'smtp://' }, 'SMTP_URL: must be smtp://'],
  [{ MAIL_FROM: undefined }, 'MAIL_FROM: is missing: it must be the address that mail comes from'],
  [{ MAIL_FROM: 'me' }, 'MAIL_FROM: must be the address that mail comes from'],
  [{ MAIL_FROM: 'Corner <me@corner.example>' }, 'MAIL_FROM: must be the address that mail comes from'],
  [{ MAIL_RETURN_ADDRESS: 'x' }, 'MAIL_RETURN_ADDRESS: must be the address that bounces come back to'],
  [{ MAIL_RETURN_IMAP: 'https://x' }, 'MAIL_RETURN_IMAP: must be imaps://user:password@host/INBOX'],
  [{ MAIL_RETURN_IMAP: 'imaps://host' }, 'MAIL_RETURN_IMAP: must be imaps://user:password@host/INBOX'],
  [{ MAIL_RETURN_SECRET: 'short' }, 'MAIL_RETURN_SECRET: must be at least 20 characters'],
  [{ MAIL_RETURN_SES_TOPIC: 'larder' }, 'MAIL_RETURN_SES_TOPIC: must be the ARN of the SNS topic'],
  [{ MAIL_RETURN_POSTMARK: 'larder:short' }, 'MAIL_RETURN_POSTMARK: must be user:password'],
  [{ MAIL_RETURN_MAILGUN: 'x' }, 'MAIL_RETURN_MAILGUN: must be Mailgun’s HTTP webhook signing key'],
  [{ MAIL_RETURN_SENDGRID: 'x' }, 'MAIL_RETURN_SENDGRID: must be the verification key'],
  [{ MAIL_DKIM_KEY: 'x' }, 'MAIL_DKIM_KEY: must be a private RSA or Ed25519 key'],
  [{ MAIL_DKIM_DOMAIN: 'corner.example' }, 'MAIL_DKIM_KEY: signs only together with'],
  [{ MAIL_PER_MINUTE: '-1' }, 'MAIL_PER_MINUTE: must be a whole number, 0 for no limit'],
  [{ MAIL_FIRST_DAY: 'few' }, 'MAIL_FIRST_DAY: must be a whole number'],
  [{ LARDER_DEMO_TOKEN: 'x' }, 'LARDER_DEMO_TOKEN: moves the clock and is only for a demo on this machine'],
])('names the field that is wrong: %j', (change, sentence) => {
  expect(() => readConfig({ ...GOOD, ...change })).toThrow(sentence);
});

test('the present key comes first, older ones behind it', () => {
  const { encryptionKeys } = readConfig({ ...GOOD, ENCRYPTION_KEY: `${KEY}, ${OLDER}` });
  expect(encryptionKeys.map(({ bytes }) => bytes.toString('base64'))).toEqual([KEY, OLDER]);
});

test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
  'on this machine the app may stand at %s',
  (SHOPIFY_APP_URL) => {
    expect(readConfig({ ...GOOD, SHOPIFY_APP_URL, LARDER_DEMO_TOKEN: 'x' }).appUrl).toBe(SHOPIFY_APP_URL);
  },
);

test('in development mail may become files, of a made-up sender', () => {
  const { smtpUrl, mailFrom } = readConfig({
    ...GOOD,
    NODE_ENV: 'development',
    SMTP_URL: undefined,
    MAIL_FROM: undefined,
  });
  expect([smtpUrl, mailFrom]).toEqual([null, 'reminders@larder.example']);
});

test('names everything that is missing or wrong in one go, each once and in words', () => {
  const said = refusal({ PORT: 'http', SHOPIFY_APP_URL: 'larder', LARDER_DEMO_TOKEN: 'x' });
  expect(said.match(/^ {2}\w+/gm)?.map((field) => field.trim())).toEqual([
    'PORT',
    'ENCRYPTION_KEY',
    'SHOPIFY_API_KEY',
    'SHOPIFY_API_SECRET',
    'SHOPIFY_APP_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'LARDER_DEMO_TOKEN',
  ]);
  expect(said).not.toMatch(/expected|received|undefined/);
});

function refusal(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was taken.');
}

test('a DKIM key may stand in one line; how mail comes back is null where it is not set', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const MAIL_DKIM_KEY = pem.trim().replaceAll('\n', '\\n');
  const config = readConfig({
    ...GOOD,
    MAIL_DKIM_DOMAIN: 'corner.example',
    MAIL_DKIM_SELECTOR: 's1',
    MAIL_DKIM_KEY,
  });
  expect(config.dkim).toEqual({ domain: 'corner.example', selector: 's1', privateKey: pem });
  expect(new Set(Object.values(readConfig(GOOD).mailReturns))).toEqual(new Set([null]));
  expect(readConfig(GOOD)).toMatchObject({ dkim: null, mailPerMinute: 0, mailFirstDay: 500 });
});

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { THEMES, type ThemeName } from './storefront/themes/open-theme';

/** Everything the demo store is told from outside. Built once by `readConfig`, then only passed on. */
export interface DemoConfig {
  readonly ports: DemoPorts;
  readonly urls: DemoUrls;
  readonly shopDomain: string; // larder-demo.myshopify.com
  readonly apiKey: string;
  readonly secret: string;
  readonly appHandle: string;
  /** Null: the app has no development clock, and time in the demo store moves alone. */
  readonly demoToken: string | null;
  readonly stateDir: string; // absolute
  readonly appToml: string; // absolute path of shopify.app.toml
  readonly ordersFile: string | null; // absolute
  readonly fresh: boolean;
  readonly seed: number;
  readonly shoppers: number;
  readonly days: number;
  /** How long the shop of `npm run demo -- --lived` has lived with the app. */
  readonly livedDays: number;
  /** The only scopes the merchant agrees to; null grants all that the app asks for. */
  readonly grantedScopes: readonly string[] | null;
  /** Whether the merchant lets the app read all orders at install, or only when asked later. */
  readonly wholeHistory: boolean;
  readonly nastyWebhooks: boolean;
  /** The theme in which a browser first sees the shop. */
  readonly theme: ThemeName;
  /** Query points. A shop on the Standard plan has 2000 and 100; the demo's shop makes newcomers wait less. */
  readonly throttle: { readonly bucket: number; readonly restorePerSecond: number };
}

export interface DemoPorts {
  readonly demo: number;
  readonly storefront: number;
  readonly edge: number;
  readonly smtp: number;
}

/** Addresses without a trailing slash. Browsers use all but `app`. */
export interface DemoUrls {
  readonly demo: string;
  readonly storefront: string;
  readonly edge: string; // the app as the outside world sees it (SHOPIFY_APP_URL)
  readonly app: string; // where the app listens
}

export type Environment = Readonly<Record<string, string | undefined>>;

const API_KEY = 'larder-demo-client-id-0000000000';
const SECRET = 'larder-demo-secret-for-this-machine-only';

/**
 * Reads flags (`--orders FILE --fresh --seed N --shoppers N --days N`) and environment.
 * @throws Error with one sentence that names the flag or variable that is wrong.
 */
export function readConfig(argv: readonly string[], env: Environment): DemoConfig {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      orders: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      seed: { type: 'string' },
      shoppers: { type: 'string' },
      days: { type: 'string' },
    },
  });
  const ports: DemoPorts = {
    demo: wholeNumber('DEMO_PORT', env.DEMO_PORT, 4000, 0, 65_535),
    storefront: wholeNumber('DEMO_STOREFRONT_PORT', env.DEMO_STOREFRONT_PORT, 4001, 0, 65_535),
    edge: wholeNumber('DEMO_EDGE_PORT', env.DEMO_EDGE_PORT, 4002, 0, 65_535),
    smtp: wholeNumber('DEMO_SMTP_PORT', env.DEMO_SMTP_PORT, 4025, 0, 65_535),
  };
  const ordersFile = values.orders ? resolve(values.orders) : null;
  return {
    ports,
    urls: urlsFor(ports, webAddress('DEMO_APP_URL', env.DEMO_APP_URL, 'http://127.0.0.1:4010')),
    shopDomain: ordersFile ? 'larder-orders.myshopify.com' : 'larder-demo.myshopify.com',
    apiKey: env.SHOPIFY_API_KEY || API_KEY,
    secret: env.SHOPIFY_API_SECRET || SECRET,
    appHandle: 'larder',
    demoToken: env.LARDER_DEMO_TOKEN || null,
    stateDir: resolve(env.DEMO_STATE_DIR || '.demo'),
    appToml: resolve(env.DEMO_APP_TOML || 'shopify.app.toml'),
    ordersFile,
    fresh: values.fresh,
    seed: wholeNumber('--seed', values.seed, 7, 0, 2 ** 31),
    shoppers: wholeNumber('--shoppers', values.shoppers ?? env.DEMO_SHOPPERS, 2000, 0, 1_000_000),
    days: wholeNumber('--days', values.days ?? env.DEMO_DAYS, 180, 1, 3650),
    livedDays: wholeNumber('DEMO_LIVED_DAYS', env.DEMO_LIVED_DAYS, 70, 1, 366),
    grantedScopes: env.DEMO_GRANTED_SCOPES === undefined ? null : splitList(env.DEMO_GRANTED_SCOPES),
    wholeHistory: oneOf('DEMO_HISTORY', env.DEMO_HISTORY, ['whole', 'short'], 'whole') === 'whole',
    nastyWebhooks: oneOf('DEMO_WEBHOOKS', env.DEMO_WEBHOOKS, ['kind', 'nasty'], 'kind') === 'nasty',
    theme: oneOf('DEMO_THEME', env.DEMO_THEME, THEMES, 'corner'),
    throttle: {
      bucket: wholeNumber('DEMO_THROTTLE_BUCKET', env.DEMO_THROTTLE_BUCKET, 20_000, 1, 1_000_000),
      restorePerSecond: wholeNumber('DEMO_THROTTLE_RESTORE', env.DEMO_THROTTLE_RESTORE, 4000, 1, 1_000_000),
    },
  };
}

/** The same configuration on other ports: tests ask for port 0 and learn the real ones after listening. */
export function withPorts(config: DemoConfig, ports: DemoPorts): DemoConfig {
  return { ...config, ports, urls: urlsFor(ports, config.urls.app) };
}

function urlsFor(ports: DemoPorts, app: string): DemoUrls {
  return {
    demo: `http://localhost:${ports.demo}`,
    storefront: `http://localhost:${ports.storefront}`,
    edge: `http://localhost:${ports.edge}`,
    app,
  };
}

function wholeNumber(
  name: string,
  text: string | undefined,
  fallback: number,
  min: number,
  max: number,
): number {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Error(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
  }
  return value;
}

function webAddress(name: string, text: string | undefined, fallback: string): string {
  const address = text || fallback;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new Error(`${name} must be an http address, not "${address}".`);
  }
  return address.replace(/\/+$/, '');
}

function oneOf<Value extends string>(
  name: string,
  text: string | undefined,
  allowed: readonly Value[],
  fallback: Value,
): Value {
  const value = allowed.find((each) => each === (text || fallback));
  if (!value) throw new Error(`${name} must be one of ${allowed.join(', ')}, not "${text}".`);
  return value;
}

function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, withPorts, type DemoConfig, type Environment } from '../config';
import { listen } from '../listen';
import type { World } from '../world/types';
import { openWorld } from '../world/open-world';
import { createShopify, type Shopify } from './create-shopify';
import { adminSessionToken } from './tokens';

/** Shopify's side over a small world, on a free port: what the tests of this folder talk to. */
export interface TestShop {
  readonly config: DemoConfig;
  readonly world: World;
  readonly shopify: Shopify;
  readonly url: string;
  /** Installs the app by a token exchange and returns its access token. */
  install(): Promise<string>;
  /** Asks the Admin API with a token of this shop. */
  graphql(token: string, query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>;
  close(): Promise<void>;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly data: never;
  readonly errors?: readonly {
    message: string;
    path?: readonly unknown[];
    extensions?: Record<string, unknown>;
  }[];
  readonly extensions: { cost: { requestedQueryCost: number; actualQueryCost: number | null } };
}

const APP_TOML = `
name = "Larder"
[access_scopes]
scopes = "read_products,read_orders,read_customers,write_app_proxy"
optional_scopes = ["read_all_orders", "write_discounts", "write_customers"]
[[webhooks.subscriptions]]
topics = ["orders/create", "orders/updated", "orders/cancelled"]
uri = "/webhooks"
include_fields = ["id", "admin_graphql_api_id", "updated_at"]
[[webhooks.subscriptions]]
topics = ["app/uninstalled", "app/scopes_update", "refunds/create"]
compliance_topics = ["customers/data_request", "customers/redact", "shop/redact"]
uri = "/webhooks"
[app_proxy]
prefix = "apps"
subpath = "larder"
`;

/** @param env as the demo store's environment; the app is expected at DEMO_APP_URL */
export async function openTestShop(env: Environment = {}): Promise<TestShop> {
  const stateDir = mkdtempSync(join(tmpdir(), 'demo-shopify-'));
  const appToml = join(stateDir, 'shopify.app.toml');
  writeFileSync(appToml, APP_TOML);
  const listening = await listen(0, 'DEMO_PORT');
  const asked = readConfig([], { DEMO_STATE_DIR: stateDir, DEMO_APP_TOML: appToml, ...env });
  const config = withPorts(asked, { ...asked.ports, demo: listening.port });
  const stateFile = join(stateDir, 'world.json.gz');
  const { world } = await openWorld({ stateFile, shoppers: 3, days: 10, seed: 1, wallNow: Date.now });
  const shopify = createShopify(config, world);
  listening.answerWith(async (request, response) => {
    if (!(await shopify.pages(request, response))) response.writeHead(404).end();
  });
  const url = `http://127.0.0.1:${listening.port}`;

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-demo-shop': config.shopDomain, ...headers },
    });

  return {
    config,
    world,
    shopify,
    url,
    async install() {
      const response = await post('/admin/oauth/access_token', {
        client_id: config.apiKey,
        client_secret: config.secret,
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: await adminSessionToken(config),
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        expiring: '1',
      });
      return ((await response.json()) as { access_token: string }).access_token;
    },
    async graphql(token, query, variables = {}) {
      const response = await post(
        '/admin/api/2026-07/graphql.json',
        { query, variables },
        { 'x-shopify-access-token': token },
      );
      return { status: response.status, ...((await response.json()) as Omit<GraphqlAnswer, 'status'>) };
    },
    async close() {
      shopify.close();
      await listening.close();
      rmSync(stateDir, { recursive: true });
    },
  };
}

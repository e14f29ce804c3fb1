import type { IncomingHttpHeaders } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig, withPorts, type DemoConfig } from '../../config';
import type { AppMetafield, Storefront } from '../../contract';
import { listen } from '../../listen';
import { openPlacements, type Placements } from '../../shopify/placements';
import { createStorefront, type StorefrontOptions } from '../create-storefront';
import { readBody } from '../web/read-body';
import { openSmallShop, type SmallShop } from './small-shop';

export interface AppRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface AppAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface TestStorefront {
  readonly shop: SmallShop;
  readonly config: DemoConfig;
  readonly placements: Placements;
  readonly storefront: Storefront;
  /** What reached the app, in order. */
  readonly toApp: AppRequest[];
  /** How the app answers from now on. */
  answerWith(answer: (request: AppRequest) => AppAnswer | Promise<AppAnswer>): void;
  metafields: AppMetafield[];
  /** What the merchant renamed the app proxy's path to. */
  proxyPath: string;
  /** A browser with its own cookies; redirects are not followed. */
  browser(): (path: string, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

/** The storefront over the small shop on a free port, with a stand-in for the app behind it. */
export async function openTestStorefront(
  options: StorefrontOptions & { readonly moreTitles?: readonly string[] } = {},
): Promise<TestStorefront> {
  const shop = openSmallShop(options.moreTitles);
  const [port, edge] = await Promise.all([listen(0, 'STOREFRONT'), listen(0, 'EDGE')]);
  const folder = mkdtempSync(join(tmpdir(), 'storefront-'));
  const base = readConfig([], { DEMO_STATE_DIR: folder, DEMO_APP_TOML: resolve('shopify.app.toml') });
  const config = withPorts(base, { demo: 0, smtp: 0, storefront: port.port, edge: edge.port });
  const placements = openPlacements(join(folder, 'placements.json'));
  const toApp: AppRequest[] = [];
  const metafields: AppMetafield[] = [];
  let answer: (request: AppRequest) => AppAnswer | Promise<AppAnswer> = () => ({ status: 404 });
  edge.answerWith(async (request, response) => {
    const body = (await readBody(request)).toString('utf8');
    const seen = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', config.urls.edge),
      headers: request.headers,
      body,
    };
    toApp.push(seen);
    const given = await answer(seen);
    response.writeHead(given.status ?? 200, given.headers).end(given.body);
  });
  const storefront = createStorefront(
    {
      config,
      world: shop.world,
      placements,
      app: { installed: () => true, stepApp: async () => [] },
      actable: () => [],
      appMetafields: () => metafields,
      proxyPath: () => opened.proxyPath,
    },
    options,
  );
  port.answerWith(storefront.handler);
  const opened: TestStorefront = {
    shop,
    config,
    placements,
    storefront,
    toApp,
    metafields,
    proxyPath: '/apps/larder',
    answerWith: (next) => void (answer = next),
    browser: () => openBrowser(config.urls.storefront),
    async close() {
      await Promise.all([port.close(), edge.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return opened;
}

function openBrowser(address: string) {
  const cookies = new Map<string, string>();
  return async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address + path, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
}

import '@shopify/shopify-app-remix/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import type { Session } from '@shopify/shopify-api';
import { ApiVersion, AppDistribution, shopifyApp } from '@shopify/shopify-app-remix/server';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../test/support/open-browser';
import { listen, type Listening } from '../../listen';
import { createEdge } from '../edge/create-edge';
import { openTestShop, type TestShop } from '../test-shop';

/** The shell, the edge and the App Bridge stand-in in a browser, around an app that uses Shopify's own libraries. */
let shop: TestShop;
let app: Listening;
let edge: Listening;
let browser: Browser;
const complaints: string[] = [];

const DESKTOP =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

beforeAll(async () => {
  [app, edge] = await Promise.all([listen(0, 'PORT'), listen(0, 'DEMO_EDGE_PORT')]);
  shop = await openTestShop({
    DEMO_APP_URL: `http://127.0.0.1:${app.port}`,
    DEMO_EDGE_PORT: String(edge.port),
    DEMO_GRANTED_SCOPES: 'read_products,read_orders,read_customers,write_app_proxy',
  });
  edge.answerWith(createEdge(shop.config).handler);
  await serveApp();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.all([shop.close(), app.close(), edge.close()]);
});

async function serveApp(): Promise<void> {
  const bundled = await build({
    configFile: false,
    logLevel: 'silent',
    esbuild: { jsx: 'automatic', jsxDev: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rollupOptions: { input: join(import.meta.dirname, 'embedded-app.fixture.tsx') } },
  });
  const { output } = bundled as unknown as { output: [{ code: string }] };
  const sessions = new Map<string, Session>();
  const { apiKey, secret, urls } = shop.config;
  const library = shopifyApp({
    apiKey,
    apiSecretKey: secret,
    apiVersion: ApiVersion.July26,
    appUrl: urls.edge,
    scopes: ['read_products'],
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    logger: { log: () => undefined },
    sessionStorage: {
      storeSession: async (session) => Boolean(sessions.set(session.id, session)),
      loadSession: async (id) => sessions.get(id),
      deleteSession: async (id) => sessions.delete(id),
      deleteSessions: async (ids) => ids.every((id) => sessions.delete(id)),
      findSessionsByShop: async () => [...sessions.values()],
    },
  });
  setAbstractFetchFunc((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = { ...(init?.headers as Record<string, string>), 'x-demo-shop': url.hostname };
    return fetch(`${shop.url}${url.pathname}${url.search}`, { ...init, headers });
  });
  app.answerWith(async (incoming, response) => {
    if (incoming.url === '/app.js')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(output[0].code);
    if (incoming.url === '/favicon.ico') return void response.writeHead(204).end();
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      headers: incoming.headers as Record<string, string>,
    });
    const answer = await answerFrom(library, request).catch((thrown: unknown) => thrown as Response);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
}

async function answerFrom(library: ReturnType<typeof shopifyApp>, request: Request): Promise<Response> {
  const { admin } = await library.authenticate.admin(request);
  if (new URL(request.url).pathname === '/api/shop') {
    const answer = (await (await admin.graphql('{ shop { name } }')).json()) as {
      data: { shop: { name: string } };
    };
    return new Response(answer.data.shop.name);
  }
  const headers = new Headers({ 'content-type': 'text/html' });
  library.addDocumentResponseHeaders(request, headers);
  const script = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
  const head = `<script src="${script}" data-api-key="${shop.config.apiKey}"></script>`;
  return new Response(
    `<!doctype html><head>${head}</head><body><script type="module" src="/app.js"></script></body>`,
    { headers },
  );
}

async function open(path: string, width = 1100): Promise<Page> {
  const page = await browser.newPage({ userAgent: DESKTOP, viewport: { width, height: 800 } });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(shop.config.urls.demo + path);
  return page;
}

it('installs the app by opening it, and carries its menu, title bar, save bar, modal and toasts', async () => {
  const page = await open('/admin/apps/larder');
  const frame = page.frameLocator('.app-frame');
  await page.getByRole('heading', { name: 'Page /app' }).waitFor();
  expect(shop.shopify.app.installed()).toBe(true);

  await frame.getByRole('button', { name: 'Ask the app' }).click();
  await frame.getByText(shop.world.shop.name).waitFor();

  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('heading', { name: 'Page /app/results' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin/apps/larder/app/results');
  expect(await page.getByRole('link', { name: 'Results' }).getAttribute('aria-current')).toBe('page');

  await page.getByRole('button', { name: 'Export' }).click();
  await frame.getByText('exported').waitFor();

  await frame.getByRole('button', { name: 'Change something' }).click();
  await page.getByText('Unsaved changes').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await frame.getByText('saved').waitFor();
  await page.locator('.save-bar').waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Add note' }).click();
  await frame.getByText('A note for later').waitFor();
  await frame.getByRole('button', { name: 'Keep' }).click();
  await frame.getByRole('button', { name: 'Close' }).click();
  await frame.getByText('noted').waitFor();

  await frame.getByRole('button', { name: 'Toast' }).click();
  await page.getByRole('status').getByText('It is done').waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

it('lets nobody leave with unsaved changes unasked', async () => {
  const page = await open('/admin/apps/larder');
  const frame = page.frameLocator('.app-frame');
  const bar = page.locator('.save-bar');
  const answer = (name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
  await page.getByRole('heading', { name: 'Page /app' }).waitFor();
  await frame.getByRole('button', { name: 'Leave' }).click();
  await frame.getByText('left').waitFor(); // nothing is unsaved: nothing is asked

  await frame.getByRole('button', { name: 'Change something' }).click();
  await bar.waitFor();
  await frame.getByRole('button', { name: 'Ask the app' }).click();
  await frame.getByText(shop.world.shop.name).waitFor();
  const address = page.url();
  for (const link of ['Orders', 'Results']) {
    await page.getByRole('link', { name: link }).click();
    expect(await bar.getAttribute('class')).toContain('shake');
    expect(page.url()).toBe(address);
  }
  await frame.getByRole('button', { name: 'Leave' }).click();
  await answer('Cancel');
  expect(await frame.locator('#said').textContent()).toBe(shop.world.shop.name);
  await frame.getByRole('button', { name: 'Leave' }).click();
  await answer('Leave page');
  await frame.getByText('left').waitFor();

  await bar.getByRole('button', { name: 'Discard' }).click();
  await answer('Cancel');
  expect(await bar.isVisible()).toBe(true);
  await bar.getByRole('button', { name: 'Discard' }).click();
  await answer('Discard changes');
  await bar.waitFor({ state: 'hidden' });
  await page.close();
});

it('asks the merchant for scopes, and tells which blocks are placed', async () => {
  const page = await open('/admin/apps/larder/app/results');
  const frame = page.frameLocator('.app-frame');
  await page.getByRole('heading', { name: 'Page /app/results' }).waitFor();
  await frame.getByRole('button', { name: 'Ask for history' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await frame.getByText('declined-all false').waitFor();

  shop.shopify.placements.set({ shelfOnHome: true });
  await frame.getByRole('button', { name: 'Ask for extensions' }).click();
  await frame
    .getByText('"handle":"refill-shelf","name":"Refill shelf","target":"section","status":"active"')
    .waitFor();
  await page.close();
});

it('leads links to the admin to its own pages', async () => {
  const page = await open('/admin/apps/larder');
  await page.frameLocator('.app-frame').getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('heading', { name: 'Customers' }).waitFor();
  await page.close();
});

it('is usable on a phone', async () => {
  const page = await open('/admin/apps/larder', 390);
  await page.getByRole('heading', { name: 'Page /app' }).waitFor();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('heading', { name: 'Page /app/results' }).waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.close();
});

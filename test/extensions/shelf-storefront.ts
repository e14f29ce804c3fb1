/** A storefront of one page for the shelf and the embed: the real blocks and assets, a pretend cart and app proxy. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { renderAppBlock } from '../../demo-store/storefront/blocks/render-app-block';
import { fragment, shelfExtension as extension, type ShelfProduct, TOP_SELLERS } from './shelf-products';

interface Answer {
  status?: number;
  body?: string;
  /** Until this resolves, the answer is held back. */
  after?: Promise<void>;
}

/** Refills stand for the body that the app answers for them. */
interface ShelfAnswer extends Answer {
  refills?: readonly ShelfProduct[];
  usualWeeks?: number | null;
}

/** What the page is made of and what it was asked; a test changes the first and reads the second. */
export interface StorefrontState {
  consent: { preferences: boolean; analytics: boolean };
  signedIn: boolean;
  designMode: boolean;
  blocks: readonly ('refill-shelf' | 'visitor-embed')[];
  settings: Record<string, unknown>;
  metafields: Record<string, unknown>;
  products: readonly ShelfProduct[];
  shelf: () => ShelfAnswer;
  addToCart: () => Answer;
  hideCartCookie: boolean;
  shelfRequests: URL[];
  events: Record<string, unknown>[];
  cartRequests: { path: string; body: Record<string, unknown> }[];
  attributes: Record<string, string>;
}

export interface Storefront {
  readonly url: string;
  state: StorefrontState;
  reset(): void;
  close(): Promise<void>;
}

const fresh = (): StorefrontState => ({
  consent: { preferences: true, analytics: true },
  signedIn: false,
  designMode: false,
  blocks: ['refill-shelf'],
  settings: {},
  metafields: {},
  products: TOP_SELLERS,
  shelf: () => ({ status: 204 }),
  addToCart: () => ({ body: '{}' }),
  hideCartCookie: false,
  shelfRequests: [],
  events: [],
  cartRequests: [],
  attributes: {},
});

export async function openStorefront(): Promise<Storefront> {
  const storefront = { url: '', state: fresh(), reset, close };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  storefront.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function reset() {
    storefront.state = fresh();
  }
  async function close() {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { state } = storefront;
    const url = new URL(request.url ?? '/', storefront.url);
    const body = await readBody(request);
    const send = ({ status = 200, body: text = '' }: Answer, type = 'application/json', headers = {}) =>
      response.writeHead(status, { 'content-type': type, ...headers }).end(text);

    if (url.pathname === '/') return send({ body: await page(state) }, 'text/html; charset=utf-8');
    if (url.pathname.startsWith('/cdn/')) {
      const name = url.pathname.split('/').pop() ?? '';
      return send(
        { body: readFileSync(join(extension.assetsFolder, name), 'utf8') },
        name.endsWith('.css') ? 'text/css' : 'text/javascript',
      );
    }
    if (url.pathname.endsWith('/shelf')) {
      state.shelfRequests.push(url);
      const { after, refills, usualWeeks, ...result } = state.shelf();
      const body = refills ? await fragment(refills, usualWeeks) : result.body;
      await after;
      return send({ ...result, body }, 'text/html; charset=utf-8');
    }
    if (url.pathname.endsWith('/events')) {
      state.events.push(JSON.parse(body) as Record<string, unknown>);
      return send({ status: 204 });
    }
    if (url.pathname.startsWith('/cart')) {
      const fields = body.startsWith('{') ? (JSON.parse(body) as Record<string, unknown>) : {};
      state.cartRequests.push({ path: url.pathname, body: fields });
      Object.assign(state.attributes, fields.attributes);
      const cookie = { 'set-cookie': `cart=token-1; Path=/${state.hideCartCookie ? '; HttpOnly' : ''}` };
      if (url.pathname === '/cart') return send({ body: '<h1>Your cart</h1>' }, 'text/html', cookie);
      if (url.pathname === '/cart/add')
        return send({ status: 303 }, 'text/plain', { ...cookie, location: '/cart' });
      return send(url.pathname === '/cart/add.js' ? state.addToCart() : { body: '{}' }, undefined, cookie);
    }
    return send({ status: 404 });
  }

  async function page(state: StorefrontState): Promise<string> {
    const context = {
      routes: { root_url: '/', cart_add_url: '/cart/add', cart_url: '/cart' },
      request: { design_mode: state.designMode },
      customer: state.signedIn ? { id: '7331' } : null,
      collections: { all: { products: state.products } },
      all_products: {},
      app: { metafields: state.metafields },
    };
    const surroundings = { template: 'index', designMode: state.designMode, context, resource: () => null };
    const blocks = await Promise.all(
      state.blocks.map((block) =>
        renderAppBlock(extension, { block, id: block, settings: state.settings }, surroundings),
      ),
    );
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Home</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
      <style>body{margin:0 auto;max-width:72rem;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#222;background:#fffdf8}</style>
      <script>
        window.Shopify = { routes: { root: '/' }, designMode: ${state.designMode || undefined} };
        window.consent = ${JSON.stringify(state.consent)};
        Shopify.loadFeatures = (features, done) => setTimeout(() => {
          Shopify.customerPrivacy = {
            preferencesProcessingAllowed: () => consent.preferences,
            analyticsProcessingAllowed: () => consent.analytics,
          };
          done();
        });
        window.choose = (allowed) => {
          consent = { preferences: allowed, analytics: allowed };
          document.dispatchEvent(new Event('visitorConsentCollected'));
        };
      </script>
      ${blocks.map((block) => block?.headTags ?? '').join('')}</head>
      <body><main>${blocks.map((block) => block?.html ?? '').join('')}</main><footer><p>What stands below must not move.</p></footer></body></html>`;
  }

  return storefront;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

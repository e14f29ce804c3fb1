import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import send from 'send';
import { failureOf } from '../app/log.server';
import type { Ports } from '../app/ports';
import { refuseAtAdminDoor } from '../app/shops/authenticate-admin.server';
import { asVisitor } from './admit-tools';
import { keepPrivate } from './keep-private';

export interface RemixServer {
  readonly listener: RequestListener;
  close(): Promise<void>;
}

/** The built app: hashed assets from disk, everything else through Remix. */
export async function createBuiltRemix(ports: Ports): Promise<RemixServer> {
  const entry = new URL('../build/server/index.js', import.meta.url).href;
  let build: ServerBuild;
  try {
    build = (await import(entry)) as ServerBuild;
  } catch (error) {
    throw new Error('The app is not built. Run: npm run build', { cause: error });
  }
  const handle = remixListener(ports, () => Promise.resolve(build), 'production');
  return {
    listener: (req, res) => sendAsset(req, res, () => handle(req, res)),
    close: async () => undefined,
  };
}

/** The app from source with hot reload, through Vite. */
export async function createRemixWithReload(ports: Ports): Promise<RemixServer> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
  const load = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  const handle = remixListener(ports, load, 'development');
  return {
    listener: (req, res) => vite.middlewares(req, res, () => handle(req, res)),
    close: () => vite.close(),
  };
}

function remixListener(ports: Ports, load: () => Promise<ServerBuild>, mode: string): RequestListener {
  const { host, protocol } = new URL(ports.config.appUrl);
  const admitsTools = ports.config.demoToken !== null || ports.config.environment === 'test';
  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (!isReadable(req.url ?? '/')) {
      res.writeHead(400, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
      return void res.end('This address is written wrongly.');
    }
    try {
      // The address that Shopify knows, whatever proxy stands in between: signatures and redirects rest on it.
      const request = createRequest(req, res, { host, protocol });
      const userAgent = request.headers.get('user-agent');
      if (admitsTools && userAgent) request.headers.set('user-agent', asVisitor(userAgent));
      // One set of ports per process: Remix gets the one that server/ built. Each request has its own context around them.
      const context = { ports };
      const refusal = leadsToAdmin(request.url) ? await refuseAtAdminDoor({ request, context }) : null;
      const answer = refusal ?? (await createRequestHandler(await load(), mode)(request, context));
      // A body that came too late has its answer already.
      if (!res.headersSent) await sendResponse(res, keepPrivate(req.url ?? '/', answer));
    } catch (error) {
      if (req.destroyed && !req.complete) return; // whoever asked has left
      ports.log.error(failureOf(error, req.url ?? '/'), 'A request failed before Remix could answer');
      if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
      res.end('Something went wrong. Please try again.');
    }
  }
  return (req, res) => void answer(req, res);
}

/** Whether the router may find an admin page at an address: it decodes, and knows no capitals. */
function leadsToAdmin(url: string): boolean {
  return /^\/app(?:[/.]|$)/i.test(decodeURIComponent(new URL(url).pathname));
}

/** Whether a path's percent signs mean something: the router would pass others on as they are, with a complaint. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** A file of the built client, or `next` where there is none (files may vanish under us when a new build is put in place). */
function sendAsset(req: IncomingMessage, res: ServerResponse, next: () => void): void {
  const path = req.url?.split('?', 1)[0] ?? '/';
  const isAsset = path.startsWith('/assets/') || path === '/favicon.ico' || path === '/favicon.svg';
  if (!isAsset) return next();
  send(req, path, { root: 'build/client', immutable: path.startsWith('/assets/'), maxAge: '1y' })
    .on('error', next)
    .on('directory', next)
    .pipe(res);
}

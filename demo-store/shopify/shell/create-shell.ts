import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DemoConfig } from '../../config';
import type { Pages } from '../../contract';
import type { World } from '../../world/types';
import type { AppDeclaration } from '../app-declaration';
import { changeScopes, readScopes } from '../change-scopes';
import { readFields, redirect, send, sendJson } from '../http-answers';
import type { Installation } from '../installation';
import { listExtensions } from '../list-extensions';
import type { Placements } from '../placements';
import { adminSessionToken } from '../tokens';
import type { Webhooks } from '../webhooks/deliver-webhooks';
import { renderAppPage } from './app-page';
import { exportOrders } from './export-orders';
import { renamedPath, renderApps } from './apps-page';
import type { Html } from './html';
import { renderAdminPage, type AdminPage } from './layout';
import { renderCustomers, renderHome, renderOrders, renderProducts } from './list-pages';

export interface ShellDeps {
  readonly config: DemoConfig;
  readonly world: World;
  readonly app: AppDeclaration;
  readonly installation: Installation;
  readonly placements: Placements;
  readonly webhooks: Webhooks;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The pretend admin: `/admin` and below. The editors' addresses are left to who has them. */
export function createShell(deps: ShellDeps): Pages {
  const { config, world, app, installation, webhooks } = deps;
  const appHref = `/admin/apps/${config.appHandle}`;
  const installed = () => installation.get().installedAt !== null;

  const page = (title: string, active: AdminPage['active'], content: Html) =>
    renderAdminPage(
      { title, active, content },
      {
        shop: world.shop,
        nowAt: world.now(),
        appName: app.name,
        appHandle: config.appHandle,
        storefrontUrl: config.urls.storefront,
      },
    );

  const get = async (url: URL): Promise<string | object | null> => {
    const path = url.pathname;
    if (path === appHref || path.startsWith(`${appHref}/`)) {
      return page(app.name, 'app', renderAppPage(config, app.name, path.slice(appHref.length) + url.search));
    }
    switch (path) {
      case '/admin':
      case '/admin/':
        return page('Home', 'home', renderHome(world, app.name, installed(), appHref));
      case '/admin/orders':
        return page('Orders', 'orders', renderOrders(world));
      case '/admin/products':
        return page('Products', 'products', renderProducts(world, config));
      case '/admin/customers':
        return page('Customers', 'customers', renderCustomers(world, url.searchParams.get('search') ?? ''));
      case '/admin/settings/apps': {
        const proxyPath = installation.get().proxyPath ?? app.proxyPath;
        const about = { appName: app.name, appHref, installed: installed(), proxyPath };
        const content = renderApps(about, readScopes(deps), webhooks.lost());
        return page('Apps and privacy', 'settings', content);
      }
      case '/admin/session-token':
        return { token: await adminSessionToken(config) };
      case '/admin/app/extensions':
        return listExtensions(deps.placements.get());
      case '/admin/app/scopes':
        return readScopes(deps);
      default:
        return null;
    }
  };

  const post = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const customerId = /^\/admin\/customers\/(\d+)$/.exec(path)?.[1];
    if (path !== '/admin/app/scopes' && path !== '/admin/settings/apps' && !customerId) return false;
    const fields = (await readFields(request)) ?? {};
    if (path === '/admin/app/scopes') {
      sendJson(
        response,
        200,
        changeScopes(deps, { grant: texts(fields.grant), revoke: texts(fields.revoke) }),
      );
    } else if (customerId) {
      actOnCustomer(deps, customerId, fields.act);
      redirect(response, '/admin/customers');
    } else {
      if (fields.act === 'uninstall' && installed()) {
        installation.uninstall();
        webhooks.announce({ topic: 'app/uninstalled' });
      }
      if (fields.act === 'rename-proxy' && installed()) {
        const proxyPath = renamedPath(fields);
        if (proxyPath) installation.change({ proxyPath });
      }
      if (fields.act === 'redact-shop') webhooks.announce({ topic: 'shop/redact' });
      redirect(response, '/admin/settings/apps');
    }
    return true;
  };

  return async (request, response) => {
    const url = new URL(request.url ?? '/', config.urls.demo);
    const asset = /^\/admin\/assets\/([\w-]+\.(css|js|svg))$/.exec(url.pathname);
    if (asset?.[1] && asset[2]) return sendAsset(response, asset[1], asset[2]);
    if (url.pathname === '/admin/orders/export.csv') return sendExport(response, world);
    if (request.method === 'POST') return post(url.pathname, request, response);
    const answer = await get(url);
    if (answer === null) return false;
    if (typeof answer === 'string') send(response, 200, 'text/html; charset=utf-8', answer);
    else sendJson(response, 200, answer);
    return true;
  };
}

function actOnCustomer({ world, webhooks }: ShellDeps, customerId: string, act: unknown): void {
  const customer = world.customer(customerId);
  if (!customer) return;
  if (act === 'erase') world.eraseCustomer(customerId);
  if (act !== 'data-request') return;
  const orders = world.orders().filter((order) => order.customerId === customerId);
  webhooks.announce({
    topic: 'customers/data_request',
    customerId,
    email: customer.email,
    orderIds: orders.map((order) => order.id),
  });
}

async function sendExport(response: ServerResponse, world: World): Promise<boolean> {
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="orders_export.csv"',
    'cache-control': 'no-store',
  });
  await pipeline(Readable.from(exportOrders(world)), response);
  return true;
}

function sendAsset(response: ServerResponse, name: string, type: string): boolean {
  try {
    send(response, 200, TYPES[type] ?? 'text/plain', readFileSync(join(import.meta.dirname, name)));
  } catch {
    send(response, 404, 'text/plain', 'Not found');
  }
  return true;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

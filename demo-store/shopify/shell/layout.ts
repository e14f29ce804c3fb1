import type { ShopProfile } from '../../world/types';
import { html, type Html } from './html';

export interface AdminPage {
  readonly title: string;
  readonly active: 'home' | 'orders' | 'products' | 'customers' | 'app' | 'settings';
  readonly content: Html;
}

interface Surroundings {
  readonly shop: ShopProfile;
  readonly nowAt: number;
  readonly appName: string;
  readonly appHandle: string;
  readonly storefrontUrl: string;
}

/** The frame of every page of the pretend admin: bar, navigation and room for the content. */
export function renderAdminPage(page: AdminPage, around: Surroundings): string {
  const { shop } = around;
  const entry = (key: AdminPage['active'], href: string, icon: string, label: string) =>
    html`<li>
      <a href="${href}" class="nav-link" ${page.active === key && html`aria-current="page"`}
        >${svg(icon)}${label}</a
      >
    </li>`;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: shop.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(around.nowAt);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${shop.name}</title>
        <link rel="icon" href="/admin/assets/larder.svg" />
        <link rel="stylesheet" href="/admin/assets/shell.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="bar">
          <button class="menu-button" type="button" aria-expanded="false" aria-controls="navigation">
            ${svg(ICONS.menu)}<span class="only-read">Menu</span>
          </button>
          <a class="brand" href="/admin">${svg(ICONS.bag)}<span>${shop.name}</span></a>
          <span class="demo-mark">Demo store</span>
          <a class="clock" href="/" title="Move the demo's clock">${svg(ICONS.clock)}<span>${clock}</span></a>
          <span class="avatar" aria-hidden="true">${shop.name.slice(0, 2)}</span>
        </header>
        <div class="save-bar" role="region" aria-label="Unsaved changes" hidden>
          <span>${svg(ICONS.alert)}Unsaved changes</span>
          <span class="save-bar-actions"></span>
        </div>
        <div class="loading" hidden></div>
        <nav id="navigation" class="navigation" aria-label="Admin">
          <ul>
            ${entry('home', '/admin', ICONS.home, 'Home')}
            ${entry('orders', '/admin/orders', ICONS.orders, 'Orders')}
            ${entry('products', '/admin/products', ICONS.tag, 'Products')}
            ${entry('customers', '/admin/customers', ICONS.person, 'Customers')}
          </ul>
          <p class="nav-heading">Sales channels</p>
          <ul>
            <li>
              <a class="nav-link" href="${around.storefrontUrl}" target="_blank"
                >${svg(ICONS.store)}Online Store</a
              >
            </li>
          </ul>
          <p class="nav-heading">Apps</p>
          <ul>
            <li>
              <a
                class="nav-link"
                href="/admin/apps/${around.appHandle}"
                ${page.active === 'app' && html`aria-current="page"`}
                ><img src="/admin/assets/larder.svg" alt="" width="20" height="20" />${around.appName}</a
              >
              <ul class="app-nav" aria-label="${around.appName}"></ul>
            </li>
          </ul>
          <ul class="nav-end">
            ${entry('settings', '/admin/settings/apps', ICONS.gear, 'Apps and privacy')}
          </ul>
        </nav>
        <div class="veil" hidden></div>
        <main id="content">${page.content}</main>
        <div class="toasts" role="status" aria-live="polite"></div>
        <script type="module" src="/admin/assets/shell.js"></script>
      </body>
    </html>`.markup;
}

function svg(path: string): Html {
  return html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path d="${path}" />
  </svg>`;
}

/** Outlines drawn for this page, 20 by 20. */
const ICONS = {
  menu: 'M3 5h14M3 10h14M3 15h14',
  bag: 'M5 7h10l1 10H4L5 7zM7.5 7V6a2.5 2.5 0 0 1 5 0v1',
  home: 'M3 9.5 10 3l7 6.5V17h-4.5v-4.5h-5V17H3z',
  orders: 'M4 4h12v12H4zM4 11.5h3.5a2.5 2.5 0 0 0 5 0H16',
  tag: 'M3 3h7l7 7-7 7-7-7zM6.5 6.5h.01',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17a6 6 0 0 1 12 0z',
  store: 'M3 8l1.5-4h11L17 8M4 8v8.5h12V8M3 8h14M8 16.5V12h4v4.5',
  gear: 'M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2',
  alert: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.5v4M10 13.5h.01',
};

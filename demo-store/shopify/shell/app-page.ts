import type { DemoConfig } from '../../config';
import { html, type Html } from './html';

/**
 * The page that frames the app. The address below `/admin/apps/{handle}` is the app's own path, so that a link into the app
 * can be kept and shared.
 * @param path what follows the prefix, with its query: '' opens the app's home
 */
export function renderAppPage(config: DemoConfig, appName: string, path: string): Html {
  const prefix = `/admin/apps/${config.appHandle}`;
  const source = appAddress(config, path);
  return html`<div class="app-head">
      <img src="/admin/assets/larder.svg" alt="" width="20" height="20" />
      <h1>${appName}</h1>
      <div class="app-actions"></div>
    </div>
    <iframe
      class="app-frame"
      title="${appName}"
      data-src="${source.href}"
      data-prefix="${prefix}"
      data-start="${APP_HOME}"
      data-shop="${config.shopDomain}"
      data-storefront="${config.urls.storefront}"
    ></iframe>`;
}

const APP_HOME = '/app';

/** Where the frame finds a page of the app, but for the token. @param path as above */
export function appAddress(config: Pick<DemoConfig, 'urls' | 'shopDomain'>, path: string): URL {
  const address = new URL(
    path === '' || path.startsWith('?') ? `${APP_HOME}${path}` : path,
    config.urls.edge,
  );
  address.searchParams.set('shop', config.shopDomain);
  address.searchParams.set('host', hostParameter(config.shopDomain));
  address.searchParams.set('embedded', '1');
  address.searchParams.set('locale', 'en');
  return address;
}

/** Where the app is embedded, as Shopify encodes it. */
function hostParameter(shopDomain: string): string {
  return Buffer.from(`admin.shopify.com/store/${shopDomain.split('.')[0]}`)
    .toString('base64')
    .replace(/=+$/, '');
}

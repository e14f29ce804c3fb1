import type { LostDelivery } from '../webhooks/deliver-webhooks';
import type { ScopesDetail } from '../change-scopes';
import { html, type Html } from './html';

interface AboutApp {
  readonly appName: string;
  readonly appHref: string;
  readonly installed: boolean;
  readonly proxyPath: string;
}

/** What Shopify lets a merchant put before the name of an app proxy's path. */
const PREFIXES = ['apps', 'a', 'community', 'tools'];

/** Installed apps: what the app may read, its path on the storefront, taking it away again, and what happens to the data. */
export function renderApps(
  { appName, appHref, installed, proxyPath }: AboutApp,
  scopes: ScopesDetail,
  lost: readonly LostDelivery[],
): Html {
  const badge = (scope: string) => {
    const granted = scopes.granted.includes(scope);
    return html`<span class="badge ${granted && 'good'}"
      >${scope}${installed && !granted && ' (not granted)'}</span
    >`;
  };
  return html`<div class="page">
    <h1>Apps and privacy</h1>
    <section class="card">
      <h2>${appName}</h2>
      <p>${installed ? 'Installed. It may use:' : 'Not installed. It will ask for:'}</p>
      <p class="row">${[...scopes.required, ...scopes.optional].map(badge)}</p>
      <form class="row" method="post" action="/admin/settings/apps">
        <a class="button primary" href="${appHref}">Open ${appName}</a>
        <button class="button critical" name="act" value="uninstall" ${!installed && html`disabled`}>
          Uninstall
        </button>
        <button class="button" name="act" value="redact-shop" ${installed && html`disabled`}>
          Erase the shop's data
        </button>
      </form>
    </section>
    ${installed && renderProxy(proxyPath)}
    <section class="card">
      <h2>After an uninstall</h2>
      <p>
        Uninstalling revokes the app's tokens and tells it (app/uninstalled). Shopify asks the app 48 hours
        later to erase all it holds of the shop (shop/redact); the button sends that at once. A single
        customer is erased under Customers.
      </p>
    </section>
    ${lost.length > 0 && renderLost(lost)}
  </div>`;
}

function renderProxy(proxyPath: string): Html {
  const [prefix, name] = proxyPath.split('/').slice(1);
  return html`<section class="card">
    <h2>App proxy</h2>
    <p>
      The storefront passes what is asked below <code>${proxyPath}</code> on to the app. Nobody tells the app
      of a new path.
    </p>
    <form class="row" method="post" action="/admin/settings/apps">
      <select name="prefix" aria-label="Prefix">
        ${PREFIXES.map((each) => html`<option ${each === prefix && html`selected`}>${each}</option>`)}
      </select>
      <input
        type="text"
        name="subpath"
        value="${name ?? ''}"
        pattern="[A-Za-z0-9_\\-]{1,30}"
        required
        aria-label="Subpath"
      />
      <button class="button" name="act" value="rename-proxy">Rename</button>
    </form>
  </section>`;
}

/** The path that the form asks for; null when Shopify would not take it. */
export function renamedPath({ prefix, subpath }: Readonly<Record<string, unknown>>): string | null {
  const isAllowed =
    PREFIXES.includes(String(prefix)) && typeof subpath === 'string' && /^[\w-]{1,30}$/.test(subpath);
  return isAllowed ? `/${String(prefix)}/${subpath}` : null;
}

function renderLost(lost: readonly LostDelivery[]): Html {
  return html`<section class="card scroll">
    <h2>Webhooks that were given up</h2>
    <table>
      <thead>
        <tr>
          <th>Topic</th>
          <th>Webhook id</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        ${lost.slice(-50).map(
          (delivery) =>
            html`<tr>
              <td>${delivery.topic}</td>
              <td>${delivery.webhookId}</td>
              <td>${delivery.error}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

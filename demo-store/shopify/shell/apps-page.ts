import type { LostDelivery } from '../webhooks/deliver-webhooks';
import type { ScopesDetail } from '../change-scopes';
import { html, type Html } from './html';

/** Installed apps: what the app may read, taking it away again, and what happens to the shop's data afterwards. */
export function renderApps(
  appName: string,
  appHref: string,
  installed: boolean,
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
          (one) =>
            html`<tr>
              <td>${one.topic}</td>
              <td>${one.webhookId}</td>
              <td>${one.error}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

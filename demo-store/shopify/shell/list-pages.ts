import type { DemoConfig } from '../../config';
import type { Customer, Order, World } from '../../world/types';
import { financialStatus, orderedMinor } from '../graphql/fields/order-fields';
import { decimal } from '../money';
import { html, type Html } from './html';

const SHOWN = 50;

export function renderHome(world: World, appName: string, installed: boolean, appHref: string): Html {
  const figures = [
    ['Orders', world.orders().length],
    ['Customers', world.customers().length],
    ['Products', world.products().length],
  ] as const;
  return html`<div class="page">
    <h1>${world.shop.name}</h1>
    <section class="card">
      <dl class="figures">
        ${figures.map(
          ([name, count]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${count.toLocaleString('en')}</dd>
            </div>`,
        )}
      </dl>
    </section>
    <section class="card">
      <h2>${appName}</h2>
      <p>${installed ? 'Installed.' : 'Not installed yet. Opening it installs it.'}</p>
      <a class="button primary" href="${appHref}">Open ${appName}</a>
    </section>
  </div>`;
}

export function renderOrders(world: World): Html {
  const recent = world.orders().slice(-SHOWN).reverse();
  const rows = recent.map((order) => {
    const customer = order.customerId === null ? undefined : world.customer(order.customerId);
    const status = order.cancelledAt === null ? financialStatus(order) : 'CANCELLED';
    return html`<tr>
      <td><strong>${order.name}</strong></td>
      <td>${day(order.createdAt, world)}</td>
      <td>${customer ? fullName(customer) : (order.email ?? 'No customer')}</td>
      <td>${order.sourceName}</td>
      <td>
        <span class="badge ${status === 'PAID' ? 'good' : 'warn'}"
          >${status.toLowerCase().replace('_', ' ')}</span
        >
      </td>
      <td class="number">${order.lines.length}</td>
      <td class="number">${total(order)}</td>
    </tr>`;
  });
  return html`<div class="page">
    <div class="row apart">
      <h1>Orders</h1>
      <a class="button" href="/admin/orders/export.csv" aria-label="Export all orders as CSV">Export</a>
    </div>
    <section class="card scroll">
      <p>The latest ${recent.length} of ${world.orders().length.toLocaleString('en')}.</p>
      <table>
        <thead>
          <tr>
            <th>Order</th>
            <th>Date</th>
            <th>Customer</th>
            <th>Channel</th>
            <th>Status</th>
            <th class="number">Lines</th>
            <th class="number">Total</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </section>
  </div>`;
}

export function renderProducts(world: World, config: DemoConfig): Html {
  const rows = world
    .products()
    .slice(0, 250)
    .map(
      (product) =>
        html`<tr>
          <td>
            <img
              src="${config.urls.storefront}${product.imagePath}"
              alt=""
              width="36"
              height="36"
              loading="lazy"
            />
          </td>
          <td>
            <a href="${config.urls.storefront}/products/${product.handle}" target="_blank"
              >${product.title}</a
            >
          </td>
          <td>
            <span class="badge ${product.status === 'ACTIVE' && 'good'}"
              >${product.status.toLowerCase()}</span
            >
          </td>
          <td>${product.productType}</td>
          <td class="number">${product.variants.length}</td>
          <td class="number">${product.variants.reduce((sum, variant) => sum + variant.stock, 0)}</td>
        </tr>`,
    );
  return html`<div class="page">
    <h1>Products</h1>
    <section class="card scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            <th>Product</th>
            <th>Status</th>
            <th>Type</th>
            <th class="number">Variants</th>
            <th class="number">Stock</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </section>
  </div>`;
}

export function renderCustomers(world: World, search: string): Html {
  const wanted = search.trim().toLowerCase();
  const found = world
    .customers()
    .filter((customer) =>
      `${fullName(customer)} ${customer.email} ${customer.id}`.toLowerCase().includes(wanted),
    );
  const rows = found.slice(0, SHOWN).map(
    (customer) =>
      html`<tr>
        <td><strong>${fullName(customer) || 'Erased'}</strong></td>
        <td>${customer.email ?? '—'}</td>
        <td>
          <span class="badge ${customer.marketing === 'SUBSCRIBED' && 'good'}"
            >${customer.marketing.toLowerCase().replace('_', ' ')}</span
          >
        </td>
        <td>
          <form class="row" method="post" action="/admin/customers/${customer.id}">
            <button class="button" name="act" value="data-request">Request data</button>
            <button class="button" name="act" value="erase" ${customer.email === null && html`disabled`}>
              Erase personal data
            </button>
          </form>
        </td>
      </tr>`,
  );
  return html`<div class="page">
    <h1>Customers</h1>
    <section class="card">
      <p>Erasing removes the person from the shop and tells the app (customers/redact).</p>
      <form class="row" role="search">
        <input
          type="search"
          name="search"
          value="${search}"
          placeholder="Name, email or id"
          aria-label="Search customers"
        />
        <button class="button">Search</button>
      </form>
    </section>
    <section class="card scroll">
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Email</th>
            <th>Marketing</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </section>
  </div>`;
}

function fullName(customer: Customer): string {
  return `${customer.firstName} ${customer.lastName}`.trim();
}

function total(order: Order): string {
  return `${decimal(orderedMinor(order), order.currency)} ${order.currency}`;
}

function day(at: number, world: World): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: world.shop.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
}

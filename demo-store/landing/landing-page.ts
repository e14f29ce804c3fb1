import type { LandingDeps } from '../contract';
import { publishedProducts } from '../storefront/drops/product-drops';
import { escapeHtml } from '../storefront/web/escape-html';
import { deskPage } from './desk-page';

/** The first page: where to go, what time it is in the shop, and what the shop is like. */
export function landingPage({ config, world, app, inbox, clock, lived }: LandingDeps): string {
  const installed = app.installed();
  const unread = inbox.mails().filter((mail) => !mail.read).length;
  const { shop } = world;
  return deskPage({
    title: 'Start',
    current: 'start',
    script: 'clock.js',
    main: `<header class="head head--big">
<h1>A pretend Shopify, with a pretend shop in it</h1>
<p>Everything here runs on this machine. Larder, the app, speaks to it as it would to Shopify. Its shoppers buy, use things up and come back while you move the clock.</p>
</header>
<nav class="doors" aria-label="Where to go">
${door(`/admin/apps/${config.appHandle}`, 'Admin', installed ? 'Open Larder in the admin' : 'Install Larder and open it')}
${door(config.urls.storefront, 'Storefront', `Shop at ${shop.name}, or act as a customer`)}
${door('/inbox', 'Inbox', unread > 0 ? `${unread} unread mail${unread === 1 ? '' : 's'}` : 'Mails that Larder sends')}
</nav>
<section class="card clock" aria-labelledby="clock-title" data-clock data-zone="${escapeHtml(shop.timeZone)}">
<div><h2 id="clock-title">In the shop it is</h2>
<p class="clock__time"><time data-clock-time>${escapeHtml(timeWords(clock.now(), shop.timeZone))}</time></p></div>
<div class="clock__buttons">
<button type="button" data-hours="1">An hour later</button>
<button type="button" data-hours="24">A day later</button>
<button type="button" data-hours="336">Two weeks later</button>
</div>
${lived && lived.hoursLeft() > 0 ? LIVED : ''}
<p class="foot">Two weeks after an order, its buyer gets one mail: what they bought, ready to reorder, or something new, or the shop’s usual news. All three are in the <a href="/inbox">inbox</a> once Larder’s two-week email is on.</p>
<div class="clock__progress" data-clock-progress hidden>
<progress max="1" value="0" aria-label="Time passing"></progress><p data-clock-words role="status"></p>
<button type="button" class="quiet" data-clock-stop>Stop after this day</button></div>
<div class="clock__report" data-clock-report role="status"></div>
</section>
<section class="card" aria-labelledby="shop-title"><h2 id="shop-title">The shop</h2>${facts(world, config.shopDomain)}</section>
<p class="foot">Start over with an empty memory: <code>npm run demo -- --fresh</code>. Start with ten weeks of Larder behind it: <code>npm run demo -- --lived</code>. Let time pass from a terminal: <code>npm run demo:later -- "2 weeks"</code>.</p>`,
  });
}

const LIVED = `<div class="clock__lived" data-clock-lived><p>See results at once: Larder is installed, its modules go live, and ten weeks pass. It takes some minutes.</p>
<button type="button" class="quiet" data-lived>Live ten weeks with Larder</button></div>`;

function door(href: string, title: string, words: string): string {
  return `<a class="door" href="${escapeHtml(href)}"><strong>${title}</strong><span>${escapeHtml(words)}</span></a>`;
}

function facts(world: LandingDeps['world'], domain: string): string {
  const { shop } = world;
  const orders = world.orders();
  const first = orders[0];
  const days = first ? Math.round((world.now() - first.createdAt) / 86_400_000) : 0;
  const number = (value: number) => value.toLocaleString('en');
  const rows: readonly (readonly [string, string])[] = [
    ['Name', `${shop.name} (${domain})`],
    ['Products', `${number(publishedProducts(world).length)} on sale, of ${number(world.products().length)}`],
    [
      'Customers',
      `${number(world.customers().length)}, of which ${number(world.customers().filter((each) => each.hasAccount).length)} have an account`,
    ],
    ['Orders', `${number(orders.length)} over ${number(days)} days`],
    ['Currency and time', `${shop.currency}, ${shop.timeZone}`],
  ];
  return `<dl class="facts">${rows.map(([term, words]) => `<div><dt>${term}</dt><dd>${escapeHtml(words)}</dd></div>`).join('')}</dl>`;
}

export function timeWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
}

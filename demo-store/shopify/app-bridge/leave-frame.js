import { embedded, query, tell } from './messages.js';

/** Links out of the frame: the shell knows the pages of the admin and of the shop. */
const plainOpen = window.open.bind(window);
const leavesFrame = (url, target) =>
  /^shopify:/.test(url) || target === '_top' || target === '_parent' || isAdmin(new URL(url, location.href));
const isAdmin = ({ host, pathname }) =>
  host === 'admin.shopify.com' ||
  (host === query.get('shop') && pathname.startsWith('/admin')) ||
  isShop(host);
const isShop = (host) => host.endsWith('.myshopify.com');
const open = (url, target) => {
  const whole = /^shopify:/.test(url) ? url : new URL(url, location.href).href;
  tell('open', { url: whole, target: target ?? '_self' });
};

window.open = (url = '', target = '_blank', ...rest) =>
  embedded && leavesFrame(String(url), target)
    ? (open(String(url), target), null)
    : plainOpen(url, target, ...rest);

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  const href = link?.getAttribute('href');
  if (!embedded || !href || event.defaultPrevented || !leavesFrame(href, link.target)) return;
  event.preventDefault();
  open(href, link.target);
});

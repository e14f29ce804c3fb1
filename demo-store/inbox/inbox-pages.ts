import type { ReceivedMail, ShopProfile, WorldReader } from '../world/types';
import { deskPage } from '../landing/desk-page';
import { escapeHtml } from '../storefront/web/escape-html';
import { letterKinds, type LetterKind } from './letter-kind';
import { oneClickAddress } from './one-click-unsubscribe';
import { rewriteLinks } from './rewrite-links';

const PER_PAGE = 50;

export function listPage(
  world: WorldReader,
  mails: readonly ReceivedMail[],
  search: { query: string; page: number },
): string {
  const wanted = search.query.toLowerCase();
  const found = mails.filter((mail) => `${mail.to} ${mail.subject}`.toLowerCase().includes(wanted));
  const shown = found.slice((search.page - 1) * PER_PAGE, search.page * PER_PAGE);
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const kinds = letterKinds(world, shown);
  const rows = shown.map(
    (mail) => `<li${mail.read ? '' : ' class="unread"'}><a href="/inbox/${mail.id}">
<span class="mail__to">${escapeHtml(mail.to)}</span><span class="mail__subject">${escapeHtml(mail.subject || '(no subject)')}</span>
${kindBadge(kinds.get(mail.id))}<time>${escapeHtml(when(mail.receivedAt, world.shop))}</time></a></li>`,
  );
  const empty = wanted
    ? 'No mail matches.'
    : 'No mail yet. Mail arrives on its day: let time pass on the first page.';
  return deskPage({
    title: 'Inbox',
    current: 'inbox',
    main: `<header class="head"><h1>Inbox</h1><p>Every mail Larder has sent to the shop's customers.</p></header>
<form class="find" role="search"><label class="visually-hidden" for="q">Search mail</label>
<input id="q" type="search" name="q" value="${escapeHtml(search.query)}" placeholder="Address or subject"><button>Search</button></form>
${rows.length > 0 ? `<ul class="mails" role="list">${rows.join('')}</ul>` : `<p class="card">${empty}</p>`}
${pages > 1 ? `<p class="pager">${pageLinks(search, pages)}</p>` : ''}`,
  });
}

export function mailPage(world: WorldReader, mail: ReceivedMail, notice: string | null): string {
  const oneClick = oneClickAddress(mail);
  const headers = mail.headers.map(
    ({ key, value }) => `<tr><th scope="row">${escapeHtml(key)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return deskPage({
    title: mail.subject || 'Mail',
    current: 'inbox',
    main: `<p><a href="/inbox">Inbox</a></p>
<header class="head"><h1>${escapeHtml(mail.subject || '(no subject)')}</h1>
<p>From ${escapeHtml(mail.from)} to <strong>${escapeHtml(mail.to)}</strong>, ${escapeHtml(when(mail.receivedAt, world.shop))} ${kindBadge(letterKinds(world, [mail]).get(mail.id))}</p></header>
${notice ? `<p class="card" role="status">${escapeHtml(notice)}</p>` : ''}
${oneClick ? `<form method="post" action="/inbox/${mail.id}/unsubscribe"><button class="quiet">Unsubscribe (as a mail program would)</button></form>` : ''}
${
  mail.html
    ? `<iframe class="mail-body" src="/inbox/${mail.id}/body" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : `<pre class="card">${escapeHtml(mail.text)}</pre>`
}
<details><summary>Text part</summary><pre class="card">${escapeHtml(mail.text || '(none)')}</pre></details>
<details><summary>Headers</summary><div class="card scroll"><table>${headers.join('')}</table></div></details>`,
  });
}

function kindBadge(kind: LetterKind | undefined): string {
  return kind ? `<span class="mail__kind mail__kind--${kind.name}">${escapeHtml(kind.words)}</span>` : '';
}

/** The HTML part alone, for the sandboxed frame: links open in a new tab and reach the storefront. */
export function mailBody(mail: ReceivedMail, shopDomain: string, storefront: string): string {
  return `<base target="_blank">${rewriteLinks(mail.html, shopDomain, storefront)}`;
}

function pageLinks(search: { query: string; page: number }, pages: number): string {
  const link = (page: number, words: string) =>
    page >= 1 && page <= pages
      ? `<a href="/inbox?${new URLSearchParams({ q: search.query, page: String(page) })}">${words}</a>`
      : '';
  return `${link(search.page - 1, 'Newer')} Page ${search.page} of ${pages} ${link(search.page + 1, 'Older')}`;
}

function when(at: number, shop: ShopProfile): string {
  return new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: shop.timeZone,
  }).format(at);
}

import type { ShopProfile } from '../../world/types';
import { escapeHtml } from '../web/escape-html';
import { formatMoney } from '../liquid/format-money';

/** A line as the summary beside a checkout or an order shows it. */
export interface SummaryLine {
  readonly title: string;
  readonly variantTitle: string | null;
  readonly quantity: number;
  readonly image: string | null;
  readonly totalMinor: number;
}

/** The frame of every page that is Shopify's and not the theme's: checkout, thank-you, order status. */
export function checkoutShell(
  shop: ShopProfile,
  page: {
    title: string;
    main: string;
    lines: readonly SummaryLine[];
    discount?: { readonly code: string; readonly offMinor: number } | null;
    script?: string;
  },
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.title)} – ${escapeHtml(shop.name)}</title>
<link rel="icon" href="/cdn/theme/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/cdn/checkout/checkout.css">
</head>
<body>
<header class="bar"><a href="/">${escapeHtml(shop.name)}</a><a class="bar__cart" href="/cart">Cart</a></header>
<div class="columns">
<main>${page.main}</main>
<aside aria-label="Order summary">${summary(shop, page.lines, page.discount ?? null)}</aside>
</div>
${page.script ? `<script src="${page.script}"></script>` : ''}
</body>
</html>`;
}

function summary(
  shop: ShopProfile,
  lines: readonly SummaryLine[],
  discount: { readonly code: string; readonly offMinor: number } | null,
): string {
  const money = (minor: number) => escapeHtml(formatMoney(minor, shop.moneyFormat));
  const total = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const off = discount?.offMinor ?? 0;
  const items = lines.map(
    (line) => `<li>
<span class="thumb">${line.image ? `<img src="${escapeHtml(line.image)}" width="64" height="64" alt="">` : ''}<span class="thumb__count" aria-hidden="true">${line.quantity}</span></span>
<span class="what"><span class="visually-hidden">${line.quantity} of </span>${escapeHtml(line.title)}${line.variantTitle ? `<small>${escapeHtml(line.variantTitle)}</small>` : ''}</span>
<span>${money(line.totalMinor)}</span></li>`,
  );
  return `<ul class="summary" role="list">${items.join('')}</ul>
<dl class="totals"><div><dt>Subtotal</dt><dd>${money(total)}</dd></div>${off > 0 ? `<div><dt>Discount <small>${escapeHtml(discount?.code ?? '')}</small></dt><dd>−${money(off)}</dd></div>` : ''}<div><dt>Shipping</dt><dd>Free</dd></div>
<div class="totals__sum"><dt>Total</dt><dd><small>${escapeHtml(shop.currency)}</small> ${money(total - off)}</dd></div></dl>`;
}

import { discountMinor } from '../../world/order-money';
import { fulfillmentStatus } from '../../world/parcels';
import type { Order, WorldReader } from '../../world/types';
import { escapeHtml } from '../web/escape-html';
import { checkoutShell, type SummaryLine } from './checkout-shell';

/** Where the merchant has put the reminder on this page, and whether it can be shown. */
export type ExtensionSlot =
  | { readonly state: 'absent' }
  | { readonly state: 'not-built' }
  | { readonly state: 'shown'; readonly src: string };

/**
 * @param firstName as typed at this checkout. Never the customer record's: whoever types another person's email must not
 * learn their name.
 */
export function thankYouPage(
  world: WorldReader,
  order: Order,
  slot: ExtensionSlot,
  firstName: string,
): string {
  return orderPage(world, order, slot, {
    title: 'Thank you',
    eyebrow: `Confirmation ${order.name}`,
    heading: firstName ? `Thank you, ${firstName}!` : 'Thank you!',
    words: 'Your order is confirmed. You would get an email with the details now.',
  });
}

export function orderStatusPage(world: WorldReader, order: Order, slot: ExtensionSlot): string {
  const placed = new Intl.DateTimeFormat('en', {
    dateStyle: 'long',
    timeZone: world.shop.timeZone,
  });
  return orderPage(world, order, slot, {
    title: `Order ${order.name}`,
    eyebrow: `Placed ${placed.format(order.createdAt)}`,
    heading: `Order ${order.name}`,
    words: whereItIs(order, placed),
  });
}

function whereItIs(order: Order, days: Intl.DateTimeFormat): string {
  if (order.cancelledAt !== null) return 'This order was cancelled.';
  const last = order.fulfillments.at(-1);
  const status = fulfillmentStatus(order);
  if (!last || status === 'UNFULFILLED') return 'We are packing your order.';
  const sent = days.format(last.createdAt);
  return status === 'FULFILLED'
    ? `We sent it on ${sent}.`
    : `We sent a part of it on ${sent}; the rest follows.`;
}

interface Words {
  readonly title: string;
  readonly eyebrow: string;
  readonly heading: string;
  readonly words: string;
}

function orderPage(world: WorldReader, order: Order, slot: ExtensionSlot, page: Words): string {
  return checkoutShell(world.shop, {
    title: page.title,
    lines: order.lines.map((line) => summaryLine(world, line)),
    discount: order.discount && { code: order.discount.code, offMinor: discountMinor(order) },
    script: '/cdn/checkout/frame-host.js',
    main: `<div class="thanks"><span class="tick" aria-hidden="true">✓</span><div>
<p class="aside">${escapeHtml(page.eyebrow)}</p><h1>${escapeHtml(page.heading)}</h1></div></div>
<p class="box">${escapeHtml(page.words)}</p>
${slotHtml(slot)}
<section class="box"><h2>Order details</h2><p><strong>Contact</strong><br>${escapeHtml(order.email ?? 'No email')}</p></section>
<p><a class="pay pay--quiet" href="/">Continue shopping</a></p>`,
  });
}

function slotHtml(slot: ExtensionSlot): string {
  if (slot.state === 'absent') return '';
  if (slot.state === 'not-built') {
    return '<p class="box aside">The reminder extension is placed here but not built yet: run <code>npm run build</code>.</p>';
  }
  return `<iframe class="extension" data-extension src="${escapeHtml(slot.src)}" title="Refill reminder" sandbox="allow-scripts allow-popups"></iframe>`;
}

function summaryLine(world: WorldReader, line: Order['lines'][number]): SummaryLine {
  const product = line.productId ? world.product(line.productId) : undefined;
  return {
    title: line.title,
    variantTitle: line.variantTitle === 'Default Title' ? null : line.variantTitle,
    quantity: line.quantity,
    image: product?.imagePath ?? null,
    totalMinor: line.unitPriceMinor * line.quantity,
  };
}

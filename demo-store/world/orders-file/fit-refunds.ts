import type { LineItem, Order } from '../types';
import { recordRefund } from '../undo-orders';
import type { ShopIndex } from '../world-state';
import type { DropReason } from './load-report';
import type { SaleRow } from './read-row';

/** Where a code of a customer was bought, oldest first. */
export type PurchaseBook = Map<string, { order: Order; line: LineItem }[]>;

export function purchaseKey(customer: string, code: string): string {
  return `${customer}|${code}`;
}

/**
 * Turns the lines of cancellation invoices into refunds. A line fits a purchase of the same customer and code, not later
 * than itself, of which at least as much is left; the latest such purchase is taken. The lines of one invoice that fit the
 * same order become one refund.
 * @param cancellations in the order of their time
 */
export function fitRefunds(
  index: ShopIndex,
  cancellations: readonly SaleRow[],
  book: PurchaseBook,
): {
  refunds: number;
  refundedLines: number;
  dropped: Record<DropReason, number>;
} {
  const dropped: Record<DropReason, number> = {
    'no-customer': 0,
    'no-earlier-purchase': 0,
    'more-than-left': 0,
  };
  let refunds = 0;
  let refundedLines = 0;
  for (let from = 0; from < cancellations.length;) {
    const invoice = cancellations[from]?.invoice;
    let to = from;
    const byOrder = new Map<Order, { at: number; quantities: Map<string, number> }>();
    for (; to < cancellations.length && cancellations[to]?.invoice === invoice; to += 1) {
      const row = cancellations[to];
      if (!row) break;
      const quantities = (order: Order) => byOrder.get(order)?.quantities;
      const fit = findPurchase(row, book, quantities);
      if (typeof fit === 'string') {
        dropped[fit] += 1;
        continue;
      }
      const taken = byOrder.get(fit.order) ?? {
        at: row.at,
        quantities: new Map<string, number>(),
      };
      taken.quantities.set(fit.line.id, (taken.quantities.get(fit.line.id) ?? 0) + row.quantity);
      byOrder.set(fit.order, taken);
      refundedLines += 1;
    }
    for (const [order, { at, quantities }] of byOrder) {
      const lines = [...quantities].map(([lineItemId, quantity]) => ({
        lineItemId,
        quantity,
      }));
      recordRefund(index, order, lines, at);
      refunds += 1;
    }
    from = to;
  }
  return { refunds, refundedLines, dropped };
}

function findPurchase(
  row: SaleRow,
  book: PurchaseBook,
  takenOf: (order: Order) => ReadonlyMap<string, number> | undefined,
): { order: Order; line: LineItem } | DropReason {
  if (row.customer === null) return 'no-customer';
  const purchases = book.get(purchaseKey(row.customer, row.code)) ?? [];
  let earlier = false;
  for (let place = purchases.length - 1; place >= 0; place -= 1) {
    const purchase = purchases[place];
    if (!purchase || purchase.order.createdAt > row.at) continue;
    earlier = true;
    const left = purchase.line.currentQuantity - (takenOf(purchase.order)?.get(purchase.line.id) ?? 0);
    if (left >= row.quantity) return purchase;
  }
  return earlier ? 'more-than-left' : 'no-earlier-purchase';
}

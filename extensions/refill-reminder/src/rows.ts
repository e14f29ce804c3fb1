import type { OrderFacts } from './order-facts';
import type { ExistingReminder, Offer, Offered } from './reminder-calls';
import { words } from './words';

export interface Row {
  offer: Offer;
  product: string;
  setOn?: string;
}

/** So many are shown at once: a question, not a form. What is set is shown in any case. */
const SHOWN = 3;

/** What is set first, then what is offered, soonest first. Fixed when the page opens, so that no row moves under a finger. */
export function rowsOf(order: OrderFacts, { offers, existing = [] }: Offered): { shown: Row[]; more: Row[] } {
  const isSet = (offer: Offer) => existing.some(({ productId }) => productId === offer.productId);
  const set = existing.map((reminder) => ({
    offer: reminder,
    product: nameOf(order, reminder) ?? words('unnamed'),
    setOn: reminder.remindOn,
  }));
  const offered = offers.flatMap((offer) => {
    const product = isSet(offer) ? null : nameOf(order, offer);
    return product ? [{ offer, product }] : [];
  });
  const rows = [...set, ...offered];
  const shown = Math.max(SHOWN, set.length);
  return { shown: rows.slice(0, shown), more: rows.slice(shown) };
}

/** The order's own words for the product; of another order's, the app's. */
function nameOf(order: OrderFacts, offer: Offer & Partial<ExistingReminder>): string | null {
  const line =
    order.lines.find(({ variantId }) => variantId === offer.variantId) ??
    order.lines.find(({ productId }) => productId === offer.productId);
  return line?.name ?? offer.name ?? null;
}

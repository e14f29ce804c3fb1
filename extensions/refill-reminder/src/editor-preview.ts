import type { OrderFacts } from './order-facts';
import type { Offered } from './reminder-calls';

const DAY_MS = 86_400_000;

/** Whether the merchant is placing the block; the app is then asked nothing and no reminder is set. */
export function inEditor(): boolean {
  return 'editor' in shopify.extension && Boolean(shopify.extension.editor);
}

/** What the merchant sees while placing the block in the editor: the sample order's first product, a month from now. */
export function sampleOffers(order: OrderFacts): Offered {
  const dayAfter = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const offers = order.lines.slice(0, 1).map(({ productId, variantId }) => ({
    productId,
    variantId,
    remindOn: dayAfter(30),
    earliestOn: dayAfter(7),
    latestOn: dayAfter(90),
  }));
  return { todayOn: dayAfter(0), offers };
}

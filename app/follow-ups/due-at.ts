import { instantOn, localDay } from '../shops/local-day';

/** Later than this after its moment nobody hears of it any more, in any arm. */
export const MISSED_AFTER_MS = 48 * 3_600_000;

/**
 * The moment after an order at which its email is due: so many days after it was fulfilled, or placed where Shopify says of no
 * fulfilment, at the person's usual time of day.
 * @param timeZone where a shopper lives is not known: the shop's own
 */
export function dueAt(
  order: { readonly placedAt: Date; readonly fulfilledAt: Date | null },
  { delayDays, minutes, timeZone }: { delayDays: number; minutes: number; timeZone: string },
): Date {
  const from = localDay(order.fulfilledAt ?? order.placedAt, timeZone);
  return instantOn(from + delayDays, minutes, timeZone);
}

import { currencyExponent } from '../../currency-exponent';
import type { Letterhead } from '../../mail/letter/letterhead';
import { composeLetter } from '../../reminders/compose-letter.server';
import { localDay } from '../../shops/local-day';
import type { Shop } from '../../shops/shop';
import type { PreviewItem } from '../../tactics/preview-store.server';

const ASKED_BEFORE_MS = 28 * 86_400_000;

/** The reminder's real mail, as it would go out now; its links lead nowhere. */
export function previewLetter(
  shop: Shop,
  item: PreviewItem,
  letterhead: Letterhead,
  now: Date,
): { subject: string; html: string } {
  const exponent = currencyExponent(shop.currency);
  const { title: productTitle, imageUrl, isSensitive, requiresSellingPlan, priceMinor } = item;
  const price = (priceMinor / 10 ** exponent).toFixed(exponent);
  const letterItem = {
    ...{ productId: 0n, variantId: null, quantity: 1, variantTitle: null, page: '#' },
    ...{ productTitle, imageUrl, isSensitive, requiresSellingPlan, price },
  };
  const { subject, html } = composeLetter({
    shop: {
      ...shop,
      legalName: shop.legalName ?? 'Your legal name',
      postalAddress: shop.postalAddress ?? 'your postal address',
    },
    subject: {
      standing: 'wanted',
      address: null,
      locale: shop.locale,
      keyId: null,
      orderId: null,
      about: 'bought',
      items: [letterItem],
      askedAt: new Date(now.getTime() - ASKED_BEFORE_MS),
    },
    letterhead,
    items: [letterItem],
    addresses: { reorder: '#', snooze: '#', unsubscribe: '#' },
    todayOn: localDay(now, shop.timeZone),
  });
  return { subject, html };
}

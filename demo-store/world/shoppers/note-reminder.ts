import type { ReceivedMail } from '../types';
import type { Household } from './household';
import type { ShelfStock } from './shelf-stock';

/**
 * Remembers, for whom a mail reached, which of their needs it was about: by the variants in its cart links,
 * else by product titles in its text. A mail about anything else changes nothing.
 */
export function noteReminder(
  households: readonly Household[],
  stock: ShelfStock,
  mail: ReceivedMail,
  at: number,
): void {
  const address = (/<([^>]+)>/.exec(mail.to)?.[1] ?? mail.to).trim().toLowerCase();
  const household = households.find(({ email }) => email === address);
  if (!household) return;
  const variantIds = cartVariants(`${mail.html}\n${mail.text}`);
  const words = `${mail.subject}\n${mail.text}`;
  for (const need of household.needs) {
    const products = stock
      .refills(need.group)
      .filter(({ product, variant }) =>
        variantIds.size > 0 ? variantIds.has(variant.id) : words.includes(product.title),
      );
    if (products.length > 0) need.remindedAt = at;
  }
}

/** Variant ids of cart permalinks (`/cart/<variant>:<quantity>,…`), also when the link is escaped. */
function cartVariants(content: string): Set<string> {
  const links = content.matchAll(/\/cart\/(\d+(?::|%3A)\d+(?:(?:,|%2C)\d+(?::|%3A)\d+)*)/gi);
  const ids = new Set<string>();
  for (const [, items = ''] of links) {
    for (const item of items.split(/,|%2C/i)) ids.add(item.split(/:|%3A/i)[0] ?? '');
  }
  return ids;
}

import { priceIn } from '../../../values-in-words';
import type { LetterItem } from '../../kinds';

/** An item of a letter, with why it is there where somebody would ask. */
export interface ShownItem extends LetterItem {
  /** In the letter's language. */
  readonly reason?: string;
}

/**
 * What is said of an item beside its picture, wherever it is shown: its title, then variant, amount and reason.
 * @param way the locale for money, as `formatLocale` gives it
 */
export function itemWords(
  item: ShownItem,
  { way, currency }: { readonly way: string; readonly currency: string },
): { readonly title: string; readonly lines: readonly string[] } {
  const price = priceIn(way, currency, item.price);
  const amount = item.quantity > 1 ? `${item.quantity} × ${price}` : price;
  const lines = [item.variantTitle, amount, item.reason];
  return { title: item.productTitle, lines: lines.flatMap((line) => line ?? []) };
}

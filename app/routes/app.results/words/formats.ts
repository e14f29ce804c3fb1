import { englishOf, moneyIn, valuesIn, type Values } from '../../../values-in-words';

/** How figures and days are written on this page: words in English as it is written where the shop is, in its own money. */
export interface Formats extends Values {
  /** Minor units of the shop's currency. */
  readonly money: (minor: number) => string;
}

/** @param locale of the shop, as Shopify writes it (`de`, `en-CA`) */
export function formatsFor({ locale, currency }: { locale: string; currency: string }): Formats {
  const way = englishOf(locale);
  return { ...valuesIn(way), money: moneyIn(way, currency) };
}

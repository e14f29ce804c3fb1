import { decimal } from '../money';

/** `{shop_money, presentment_money}` as in Shopify's samples; the demo shop sells in one currency. */
export function moneySet(
  minor: number,
  currency: string,
): Record<string, { amount: string; currency_code: string }> {
  const money = { amount: decimal(minor, currency), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}

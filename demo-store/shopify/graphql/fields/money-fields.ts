import { decimal } from '../../money';
import type { Fields } from '../request-context';

export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** The demo shop sells in one currency: presentment money is shop money. */
export const MoneyBag: Fields<Money> = {
  shopMoney: (money) => money,
  presentmentMoney: (money) => money,
};

export const MoneyV2: Fields<Money> = {
  amount: (money) => decimal(money.minor, money.currency),
  currencyCode: (money) => money.currency,
};

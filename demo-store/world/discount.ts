/** A code that somebody may use at checkout. */
export interface Discount {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly value: DiscountValue;
  readonly customerIds: readonly string[] | null; // null: everybody
  readonly usageLimit: number | null;
  readonly oncePerCustomer: boolean;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly createdAt: number;
  readonly uses: { orderId: string; customerId: string | null }[];
}

export type DiscountValue =
  | { readonly kind: 'percentage'; readonly share: number } // 0.1 is a tenth off
  | { readonly kind: 'amount'; readonly minor: number };

export interface OrderDiscount {
  readonly discountId: string;
  readonly code: string;
  readonly kind: DiscountValue['kind'];
  readonly perLineMinor: readonly number[]; // off each line as ordered, in the order of the lines
}

/** Why a code does nothing for a buyer. */
export type DiscountRefusal = 'unknown' | 'not-yet' | 'expired' | 'used-up' | 'not-theirs' | 'who';

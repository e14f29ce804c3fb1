import { spreadDiscount, whyNoDiscount } from '../../world/discounts';
import type { DiscountRefusal } from '../../world/discount';
import type { WorldReader } from '../../world/types';
import type { CartLine } from './cart';

/** A code as it stands for a buyer: what it takes off, or why nothing. */
export interface DiscountForBuyer {
  readonly code: string;
  readonly refusal: DiscountRefusal | null;
  readonly offMinor: number;
}

/** @param customerId who buys, as far as anybody knows */
export function discountForBuyer(
  world: WorldReader,
  code: string | null,
  lines: readonly CartLine[],
  customerId: string | null,
): DiscountForBuyer | null {
  if (!code) return null;
  const discount = world.discountByCode(code);
  const customer = customerId === null ? null : (world.customer(customerId) ?? null);
  const refusal = whyNoDiscount(discount, customer, world.now());
  if (!discount || refusal) return { code, refusal: refusal ?? 'unknown', offMinor: 0 };
  const minors = lines.map((line) => {
    const price = world.variant(line.variantId)?.variant.priceMinor ?? 0;
    return line.sellingPlan ? 0 : price * line.quantity;
  });
  const offMinor = spreadDiscount(discount.value, minors).reduce((sum, minor) => sum + minor, 0);
  return { code: discount.code, refusal: null, offMinor };
}

/** What to tell the buyer of a code. */
export function discountWords({ code, refusal }: DiscountForBuyer): string {
  switch (refusal) {
    case null:
      return `${code} is applied.`;
    case 'who':
      return `${code} was sent to one address. Enter it above, then apply the code.`;
    case 'not-theirs':
      return `${code} was sent to another address, so that it does nothing here.`;
    case 'used-up':
      return `${code} was used already.`;
    case 'expired':
      return `${code} has expired.`;
    case 'not-yet':
      return `${code} does not hold yet.`;
    case 'unknown':
      return `There is no code ${code}.`;
  }
}

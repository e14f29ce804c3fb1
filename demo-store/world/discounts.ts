import type { Discount, DiscountRefusal, DiscountValue } from './discount';
import type { Customer } from './types';

/**
 * Whether a code does something for a buyer now.
 * @param customer null while nobody knows who buys
 */
export function whyNoDiscount(
  discount: Discount | undefined,
  customer: Pick<Customer, 'id'> | null,
  at: number,
): DiscountRefusal | null {
  if (!discount) return 'unknown';
  if (at < discount.startsAt) return 'not-yet';
  if (discount.endsAt !== null && at >= discount.endsAt) return 'expired';
  if (discount.usageLimit !== null && discount.uses.length >= discount.usageLimit) return 'used-up';
  if (discount.customerIds !== null) {
    if (!customer) return 'who';
    if (!discount.customerIds.includes(customer.id)) return 'not-theirs';
  }
  const isAgain = customer !== null && discount.uses.some(({ customerId }) => customerId === customer.id);
  return discount.oncePerCustomer && isAgain ? 'used-up' : null;
}

/** What a code takes off each line of an order, to the last minor unit; never more than a line costs. */
export function spreadDiscount(value: DiscountValue, lineMinors: readonly number[]): number[] {
  const total = lineMinors.reduce((sum, minor) => sum + minor, 0);
  const off = Math.min(total, value.kind === 'percentage' ? Math.round(total * value.share) : value.minor);
  let passed = 0;
  let given = 0;
  return lineMinors.map((minor) => {
    passed += minor;
    const upToHere = total === 0 ? 0 : Math.round((off * passed) / total);
    const own = upToHere - given;
    given = upToHere;
    return own;
  });
}

import type { Discount, DiscountValue } from '../../../world/discount';
import { isoSeconds, isoSecondsOrNull } from '../../instants';
import { connect, inGivenOrder } from '../connect';
import { gid } from '../gid';
import type { Fields } from '../request-context';
import { metafieldsOf } from './metafield-fields';
import { exactly } from './product-fields';

export const DiscountCodeNode: Fields<Discount> = {
  ...metafieldsOf((discount: Discount) => gid('DiscountCodeNode', discount.id)),
  id: (discount) => gid('DiscountCodeNode', discount.id),
  codeDiscount: (discount) => ({ ...discount, __typename: 'DiscountCodeBasic' }),
};

export const DiscountCodeBasic: Fields<Discount> = {
  title: (discount) => discount.title,
  status: ({ startsAt, endsAt }, _args, { world }) => {
    if (endsAt !== null && world.now() >= endsAt) return 'EXPIRED';
    return world.now() < startsAt ? 'SCHEDULED' : 'ACTIVE';
  },
  createdAt: (discount) => isoSeconds(discount.createdAt),
  updatedAt: (discount) => isoSeconds(discount.createdAt),
  startsAt: (discount) => isoSeconds(discount.startsAt),
  endsAt: (discount) => isoSecondsOrNull(discount.endsAt),
  usageLimit: (discount) => discount.usageLimit,
  asyncUsageCount: (discount) => discount.uses.length,
  appliesOncePerCustomer: (discount) => discount.oncePerCustomer,
  codesCount: () => exactly(1),
  codes: (discount, args) =>
    connect(
      inGivenOrder([discount], ({ id }) => id),
      args,
    ),
  context: ({ customerIds }) =>
    customerIds === null
      ? { __typename: 'DiscountBuyerSelectionAll' }
      : { __typename: 'DiscountCustomers', customerIds },
  customerGets: (discount) => discount,
  minimumRequirement: () => null,
  recurringCycleLimit: () => null,
  tags: () => [],
};

export const DiscountRedeemCode: Fields<Discount> = {
  id: (discount) => gid('DiscountRedeemCode', discount.id),
  code: (discount) => discount.code,
  asyncUsageCount: (discount) => discount.uses.length,
  createdBy: (_discount, _args, { app }) => app,
};

export const DiscountCustomerGets: Fields<Discount> = {
  appliesOnOneTimePurchase: () => true,
  appliesOnSubscription: () => false,
  value: ({ value }) => ({
    __typename: value.kind === 'percentage' ? 'DiscountPercentage' : 'DiscountAmount',
    ...value,
  }),
};

export const DiscountPercentage: Fields<DiscountValue & { kind: 'percentage' }> = {
  percentage: ({ share }) => share,
};

export const DiscountAmount: Fields<DiscountValue & { kind: 'amount' }> = {
  amount: ({ minor }, _args, { world }) => ({ minor, currency: world.shop.currency }),
  appliesOnEachItem: () => false,
};

export const DiscountBuyerSelectionAll: Fields<object> = { all: () => 'ALL' };

export const DiscountCustomers: Fields<{ readonly customerIds: readonly string[] }> = {
  customers: ({ customerIds }, _args, { world }) => customerIds.flatMap((id) => world.customer(id) ?? []),
};

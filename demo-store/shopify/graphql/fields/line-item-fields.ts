import { lineMinor } from '../../../world/order-money';
import type { LineItem, Order } from '../../../world/types';
import { gid } from '../gid';
import type { Fields } from '../request-context';
import type { Money } from './money-fields';

export interface LineRow {
  readonly order: Order;
  readonly line: LineItem;
}

export const LineItemFields: Fields<LineRow> = {
  id: ({ line }) => gid('LineItem', line.id),
  quantity: ({ line }) => line.quantity,
  currentQuantity: ({ line }) => line.currentQuantity,
  refundableQuantity: ({ line }) => line.currentQuantity,
  title: ({ line }) => line.title,
  variantTitle: ({ line }) => line.variantTitle,
  name: ({ line }) => (line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title),
  sku: ({ line }) => line.sku,
  vendor: ({ line }, _args, { world }) =>
    line.productId ? (world.product(line.productId)?.vendor ?? null) : null,
  product: ({ line }, _args, { world }) => (line.productId ? (world.product(line.productId) ?? null) : null),
  variant: ({ line }, _args, { world }) => (line.variantId ? (world.variant(line.variantId) ?? null) : null),
  customAttributes: () => [],
  isGiftCard: ({ line }, _args, { world }) =>
    Boolean(line.productId && world.product(line.productId)?.isGiftCard),
  requiresShipping: ({ line }, _args, { world }) =>
    !line.productId || (world.product(line.productId)?.requiresShipping ?? true),
  originalUnitPriceSet: ({ order, line }) => money(order, line.unitPriceMinor),
  discountedUnitPriceSet: ({ order, line }) => money(order, line.unitPriceMinor),
  discountedUnitPriceAfterAllDiscountsSet: ({ order, line }) =>
    money(order, Math.round(lineMinor(order, line, line.quantity) / Math.max(1, line.quantity))),
  originalTotalSet: ({ order, line }) => money(order, line.unitPriceMinor * line.quantity),
  discountedTotalSet: ({ order, line }) => money(order, line.unitPriceMinor * line.quantity),
  totalDiscountSet: ({ order }) => money(order, 0),
  sellingPlan: ({ line }) => line.sellingPlan,
};

export const LineItemSellingPlan: Fields<NonNullable<LineItem['sellingPlan']>> = {
  name: (plan) => plan.name,
  sellingPlanId: (plan) => gid('SellingPlan', plan.id),
};

function money(order: Order, minor: number): Money {
  return { minor, currency: order.currency };
}

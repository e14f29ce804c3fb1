import { discountMinor, lineMinor } from '../../../world/order-money';
import { fulfillmentStatus } from '../../../world/parcels';
import type { Fulfillment, Order, Refund } from '../../../world/types';
import { isoSeconds, isoSecondsOrNull } from '../../instants';
import { connect, inGivenOrder } from '../connect';
import { gid } from '../gid';
import type { Fields } from '../request-context';
import { orderIndex } from './journey-fields';
import type { LineRow } from './line-item-fields';
import { metafieldsOf } from './metafield-fields';
import type { Money } from './money-fields';

export interface RefundRow {
  readonly order: Order;
  readonly refund: Refund;
}

export const OrderFields: Fields<Order> = {
  ...metafieldsOf((order: Order) => gid('Order', order.id)),
  id: (order) => gid('Order', order.id),
  legacyResourceId: (order) => order.id,
  name: (order) => order.name,
  number: (order) => Number(order.name.replace(/\D/g, '')),
  createdAt: (order) => isoSeconds(order.createdAt),
  processedAt: (order) => isoSeconds(order.processedAt),
  updatedAt: (order) => isoSeconds(order.updatedAt),
  cancelledAt: (order) => isoSecondsOrNull(order.cancelledAt),
  cancelReason: (order) => (order.cancelledAt === null ? null : 'CUSTOMER'),
  closed: () => false,
  closedAt: () => null,
  confirmed: () => true,
  test: (order) => order.test,
  sourceName: (order) => order.sourceName,
  email: (order) => order.email,
  phone: () => null,
  note: () => null,
  tags: () => [],
  customerLocale: (_order, _args, { world }) => world.shop.locale,
  customer: (order, _args, { world }) =>
    order.customerId === null ? null : world.customer(order.customerId),
  customerJourneySummary: (order, _args, context) => ({ order, index: orderIndex(order, context) }),
  customAttributes: (order) => order.customAttributes,
  checkoutToken: (order) => order.checkoutToken,
  cartToken: (order) => order.cartToken,
  currencyCode: (order) => order.currency,
  presentmentCurrencyCode: (order) => order.currency,
  taxesIncluded: () => true,
  displayFinancialStatus: financialStatus,
  displayFulfillmentStatus: (order) => fulfillmentStatus(order),
  fulfillments: (order, args) => {
    const rows = order.fulfillments.map((fulfillment): FulfillmentRow => ({ order, fulfillment }));
    return rows.slice(0, typeof args.first === 'number' ? args.first : undefined);
  },
  fullyPaid: () => true,
  subtotalLineItemsQuantity: (order) => order.lines.reduce((sum, line) => sum + line.quantity, 0),
  currentSubtotalLineItemsQuantity: (order) =>
    order.lines.reduce((sum, line) => sum + line.currentQuantity, 0),
  totalPriceSet: (order) => money(order, orderedMinor(order)),
  originalTotalPriceSet: (order) => money(order, orderedMinor(order)),
  subtotalPriceSet: (order) => money(order, orderedMinor(order)),
  currentTotalPriceSet: (order) => money(order, currentMinor(order)),
  currentSubtotalPriceSet: (order) => money(order, currentMinor(order)),
  totalRefundedSet: (order) => money(order, refundedMinor(order)),
  totalReceivedSet: (order) => money(order, orderedMinor(order)),
  netPaymentSet: (order) => money(order, orderedMinor(order) - refundedMinor(order)),
  discountCode: (order) => order.discount?.code ?? null,
  discountCodes: (order) => (order.discount ? [order.discount.code] : []),
  totalDiscountsSet: (order) => money(order, discountMinor(order)),
  totalShippingPriceSet: (order) => money(order, 0),
  totalTaxSet: (order) => money(order, 0),
  refunds: (order, args) =>
    refundRows(order).slice(0, typeof args.first === 'number' ? args.first : undefined),
  lineItems: (order, args) =>
    connect(
      inGivenOrder(lineRows(order), (row) => row.line.id),
      args,
    ),
};

export interface FulfillmentRow {
  readonly order: Order;
  readonly fulfillment: Fulfillment;
}

export const FulfillmentFields: Fields<FulfillmentRow> = {
  id: ({ fulfillment }) => gid('Fulfillment', fulfillment.id),
  legacyResourceId: ({ fulfillment }) => fulfillment.id,
  name: ({ order, fulfillment }) => `${order.name}.${order.fulfillments.indexOf(fulfillment) + 1}`,
  createdAt: ({ fulfillment }) => isoSeconds(fulfillment.createdAt),
  updatedAt: ({ fulfillment }) => isoSeconds(fulfillment.createdAt),
  status: ({ fulfillment }) => fulfillment.status,
  displayStatus: ({ fulfillment }) => (fulfillment.status === 'SUCCESS' ? 'FULFILLED' : 'CANCELED'),
  order: ({ order }) => order,
};

export const RefundFields: Fields<RefundRow> = {
  id: ({ refund }) => gid('Refund', refund.id),
  legacyResourceId: ({ refund }) => refund.id,
  createdAt: ({ refund }) => isoSeconds(refund.createdAt),
  updatedAt: ({ refund }) => isoSeconds(refund.createdAt),
  processedAt: ({ refund }) => isoSeconds(refund.createdAt),
  note: () => null,
  order: ({ order }) => order,
  totalRefundedSet: ({ order, refund }) => money(order, refund.amountMinor),
  refundLineItems: ({ order, refund }, args) =>
    connect(
      inGivenOrder(
        refund.lines.map((line) => ({ order, ...line })),
        (line) => line.lineItemId,
      ),
      args,
    ),
};

type RefundLine = Refund['lines'][number] & { readonly order: Order };

export const RefundLineItemFields: Fields<RefundLine> = {
  id: (row) => gid('RefundLineItem', row.lineItemId),
  quantity: (row) => row.quantity,
  restocked: () => true,
  restockType: () => 'RETURN',
  lineItem: ({ order, lineItemId }) => lineRows(order).find((row) => row.line.id === lineItemId),
  subtotalSet: (row) => money(row.order, row.subtotalMinor),
  priceSet: (row) => money(row.order, Math.round(row.subtotalMinor / Math.max(1, row.quantity))),
  totalTaxSet: (row) => money(row.order, 0),
};

export function lineRows(order: Order): LineRow[] {
  return order.lines.map((line) => ({ order, line }));
}

export function orderedMinor(order: Order): number {
  return order.lines.reduce((sum, line) => sum + lineMinor(order, line, line.quantity), 0);
}

/** What the order is worth after refunds. */
export function currentMinor(order: Order): number {
  return order.lines.reduce((sum, line) => sum + lineMinor(order, line, line.currentQuantity), 0);
}

export function refundedMinor(order: Order): number {
  return order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
}

export function financialStatus(order: Order): 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED' {
  const refunded = refundedMinor(order);
  if (refunded === 0) return order.cancelledAt === null ? 'PAID' : 'VOIDED';
  return refunded >= orderedMinor(order) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

function refundRows(order: Order): RefundRow[] {
  return order.refunds.map((refund) => ({ order, refund }));
}

function money(order: Order, minor: number): Money {
  return { minor, currency: order.currency };
}

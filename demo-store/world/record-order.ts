import type { IdCounts } from './mint-ids';
import { mintId } from './mint-ids';
import type { OrderDiscount } from './discount';
import type { Id, LineItem, Order, Product, Variant } from './types';
import type { ShopIndex } from './world-state';
import { indexOrder } from './world-state';

/** An order as it is about to be written, its titles and prices already fixed. */
interface OrderDraft {
  readonly name?: string; // default: the next number
  readonly customerId: Id | null;
  readonly email: string | null;
  readonly checkoutToken: string | null;
  readonly cartToken: string | null;
  readonly createdAt: number;
  readonly sourceName: string;
  readonly test: boolean;
  readonly customAttributes: readonly { key: string; value: string }[];
  readonly lines: readonly LineDraft[];
  readonly discount?: OrderDiscount | null;
}

export interface LineDraft {
  readonly item: { product: Product; variant: Variant } | null; // null: a line without product, such as postage
  readonly title: string;
  readonly sku: string | null;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly sellingPlan: { id: Id; name: string } | null;
}

const FIRST_ORDER_NUMBER = 1001;

/** Writes an order with fresh ids and keeps orders in createdAt order. */
export function recordOrder(index: ShopIndex, draft: OrderDraft): Order {
  const { orders, ids, shop } = index.records;
  const number = FIRST_ORDER_NUMBER + ids.order;
  const order: Order = {
    id: mintId(ids, 'order'),
    name: draft.name ?? `#${number}`,
    customerId: draft.customerId,
    email: draft.email,
    checkoutToken: draft.checkoutToken,
    cartToken: draft.cartToken,
    createdAt: draft.createdAt,
    processedAt: draft.createdAt,
    updatedAt: draft.createdAt,
    cancelledAt: null,
    test: draft.test,
    sourceName: draft.sourceName,
    currency: shop.currency,
    customAttributes: draft.customAttributes,
    lines: draft.lines.map((line) => recordLine(ids, line)),
    refunds: [],
    fulfillments: [],
    discount: draft.discount ?? null,
  };
  insertByTime(orders, order);
  indexOrder(index, order);
  return order;
}

function recordLine(ids: IdCounts, line: LineDraft): LineItem {
  return {
    id: mintId(ids, 'line'),
    productId: line.item?.product.id ?? null,
    variantId: line.item?.variant.id ?? null,
    title: line.title,
    variantTitle: line.item ? shownVariantTitle(line.item.variant) : null,
    sku: line.sku,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    unitPriceMinor: line.unitPriceMinor,
    sellingPlan: line.sellingPlan,
  };
}

/** Shopify says null on a line for a product that has no options. */
function shownVariantTitle(variant: Variant): string | null {
  return variant.title === 'Default Title' ? null : variant.title;
}

function insertByTime(orders: Order[], order: Order): void {
  let place = orders.length;
  while (place > 0 && (orders[place - 1]?.createdAt ?? 0) > order.createdAt) place -= 1;
  orders.splice(place, 0, order);
}

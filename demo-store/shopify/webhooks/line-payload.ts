import type { LineItem, Order, WorldReader } from '../../world/types';
import { gid } from '../graphql/gid';
import { decimal } from '../money';
import { moneySet } from './money-set';

/** One of `line_items[]`. As in Shopify's samples, nothing here tells of a selling plan. */
export function linePayload(line: LineItem, order: Order, world: WorldReader): Record<string, unknown> {
  const product = line.productId === null ? undefined : world.product(line.productId);
  return {
    id: BigInt(line.id),
    admin_graphql_api_id: gid('LineItem', line.id),
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    fulfillable_quantity: line.currentQuantity,
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: product?.isGiftCard ?? false,
    grams: 0,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    price: decimal(line.unitPriceMinor, order.currency),
    price_set: moneySet(line.unitPriceMinor, order.currency),
    product_exists: product !== undefined,
    product_id: line.productId === null ? null : BigInt(line.productId),
    properties: [],
    quantity: line.quantity,
    requires_shipping: product?.requiresShipping ?? true,
    sales_line_item_group_id: null,
    sku: line.sku,
    taxable: true,
    title: line.title,
    total_discount: decimal(0, order.currency),
    total_discount_set: moneySet(0, order.currency),
    variant_id: line.variantId === null ? null : BigInt(line.variantId),
    variant_inventory_management: 'shopify',
    variant_title: line.variantTitle,
    vendor: product?.vendor ?? null,
    tax_lines: [],
    duties: [],
    discount_allocations: [],
  };
}

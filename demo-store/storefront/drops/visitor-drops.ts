import { discountMinor } from '../../world/order-money';
import type { Customer, Order, WorldReader } from '../../world/types';
import { publicAttributes } from '../cart/cart';
import { describeCart, discountApplications, type DescribedLine } from '../cart/describe-cart';
import type { Session } from '../visitors/sessions';
import { pictureOf, type ProductDrops } from './product-drops';

/** Liquid's `cart` for this visitor: without the private attributes. */
export function cartDrop(session: Session, world: WorldReader, drops: ProductDrops) {
  const described = describeCart(session.cart, world, session.customerId);
  const off = described.discount?.offMinor ?? 0;
  return {
    item_count: described.itemCount,
    total_price: described.totalMinor - off,
    original_total_price: described.totalMinor,
    items_subtotal_price: described.totalMinor,
    total_discount: off,
    cart_level_discount_applications: discountApplications(described),
    note: session.cart.note,
    attributes: publicAttributes(session.cart),
    currency: { iso_code: world.shop.currency },
    requires_shipping: described.lines.some(({ product }) => product.requiresShipping),
    items: described.lines.map((line, index) => lineDrop(line, index, drops)),
    'empty?': described.lines.length === 0,
  };
}

function lineDrop(
  { line, product, variant, title, linePriceMinor }: DescribedLine,
  index: number,
  drops: ProductDrops,
) {
  return {
    id: variant.id,
    key: line.key,
    index,
    title,
    quantity: line.quantity,
    price: variant.priceMinor,
    final_price: variant.priceMinor,
    line_price: linePriceMinor,
    final_line_price: linePriceMinor,
    original_line_price: linePriceMinor,
    sku: variant.sku,
    vendor: product.vendor,
    variant_id: variant.id,
    product_id: product.id,
    url: `/products/${product.handle}?variant=${variant.id}`,
    image: pictureOf(product),
    properties: Object.entries(line.properties),
    product: drops.of(product),
    variant: drops.variant(product, variant),
    selling_plan_allocation: line.sellingPlan ? { selling_plan: { name: 'Every month' } } : null,
  };
}

/** Liquid's `customer`: only while signed in. */
export function customerDrop(customer: Customer | undefined, world: WorldReader) {
  if (!customer) return null;
  const orders = () => world.orders().filter((order) => order.customerId === customer.id);
  return {
    id: customer.id,
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: `${customer.firstName} ${customer.lastName}`.trim(),
    has_account: customer.hasAccount,
    accepts_marketing: customer.marketing === 'SUBSCRIBED',
    get orders_count() {
      return orders().length;
    },
    get orders() {
      return orders()
        .reverse()
        .map((order) => orderDrop(order, world));
    },
  };
}

/** An order as the account pages show it. */
export function orderDrop(order: Order, world: WorldReader) {
  const lines = order.lines.map((line) => ({
    title: line.title,
    variant_title: line.variantTitle === 'Default Title' ? null : line.variantTitle,
    quantity: line.quantity,
    current_quantity: line.currentQuantity,
    price: line.unitPriceMinor,
    final_line_price: line.unitPriceMinor * line.quantity,
    image: pictureOfLine(line.productId, world),
    selling_plan: line.sellingPlan?.name ?? null,
  }));
  return {
    id: order.id,
    name: order.name,
    created_at: new Date(order.createdAt).toISOString(),
    cancelled: order.cancelledAt !== null,
    customer_url: `/account/orders/${order.id}`,
    line_items: lines,
    item_count: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    total_price: lines.reduce((sum, line) => sum + line.final_line_price, 0) - discountMinor(order),
    total_refunded_amount: order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0),
  };
}

function pictureOfLine(productId: string | null, world: WorldReader) {
  const product = productId ? world.product(productId) : undefined;
  return product ? pictureOf(product) : null;
}

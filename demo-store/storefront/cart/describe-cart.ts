import { discountForBuyer, type DiscountForBuyer } from './cart-discount';
import type { Id, Product, Variant, WorldReader } from '../../world/types';
import { hasOnlyDefaultVariant } from '../drops/product-drops';
import { publicAttributes, type Cart, type CartLine } from './cart';

export interface DescribedLine {
  readonly line: CartLine;
  readonly product: Product;
  readonly variant: Variant;
  readonly title: string; // "House Blend - 250 g"
  readonly linePriceMinor: number;
}

export interface DescribedCart {
  readonly cart: Cart;
  readonly lines: readonly DescribedLine[];
  readonly itemCount: number;
  readonly totalMinor: number; // before the discount
  readonly discount: DiscountForBuyer | null;
}

/**
 * Joins a cart with what the shop sells now.
 * @param customerId who is signed in: a code may be theirs alone
 */
export function describeCart(cart: Cart, world: WorldReader, customerId: Id | null = null): DescribedCart {
  // Lines whose variant is gone are left out, as Shopify drops them.
  const lines = cart.lines.flatMap((line): DescribedLine[] => {
    const found = world.variant(line.variantId);
    if (!found) return [];
    const { product, variant } = found;
    const title = hasOnlyDefaultVariant(product) ? product.title : `${product.title} - ${variant.title}`;
    return [
      {
        line,
        product,
        variant,
        title,
        linePriceMinor: variant.priceMinor * line.quantity,
      },
    ];
  });
  return {
    cart,
    lines,
    itemCount: lines.reduce((sum, each) => sum + each.line.quantity, 0),
    totalMinor: lines.reduce((sum, each) => sum + each.linePriceMinor, 0),
    discount: discountForBuyer(
      world,
      cart.discountCode,
      lines.map(({ line }) => line),
      customerId,
    ),
  };
}

/** The cart's discounts as Liquid and `/cart.js` list them: only what takes something off. */
export function discountApplications({ discount }: DescribedCart) {
  if (!discount || discount.refusal !== null) return [];
  return [{ title: discount.code, type: 'discount_code', total_allocated_amount: discount.offMinor }];
}

/** The cart as `/cart.js` answers it: JSON text, ids as numbers of any size, private attributes left out. */
export function cartJson(described: DescribedCart, currency: string): string {
  const { cart, discount } = described;
  const off = discount?.offMinor ?? 0;
  return numericIds({
    token: cart.token,
    note: cart.note,
    attributes: publicAttributes(cart),
    original_total_price: described.totalMinor,
    total_price: described.totalMinor - off,
    total_discount: off,
    total_weight: 0,
    item_count: described.itemCount,
    items: described.lines.map(lineFields),
    requires_shipping: described.lines.some(({ product }) => product.requiresShipping),
    currency,
    items_subtotal_price: described.totalMinor,
    cart_level_discount_applications: discountApplications(described),
    discount_codes: discount ? [{ code: discount.code, applicable: discount.refusal === null }] : [],
  });
}

/** One line as `/cart/add.js` answers it. */
export function lineJson(described: DescribedLine): string {
  return numericIds(lineFields(described));
}

export function linesJson(lines: readonly DescribedLine[]): string {
  return numericIds({ items: lines.map(lineFields) });
}

function lineFields({ line, product, variant, title, linePriceMinor }: DescribedLine) {
  return {
    id: variant.id,
    properties: line.properties,
    quantity: line.quantity,
    variant_id: variant.id,
    key: line.key,
    title,
    price: variant.priceMinor,
    original_price: variant.priceMinor,
    discounted_price: variant.priceMinor,
    line_price: linePriceMinor,
    original_line_price: linePriceMinor,
    final_price: variant.priceMinor,
    final_line_price: linePriceMinor,
    total_discount: 0,
    discounts: [],
    sku: variant.sku,
    grams: 0,
    vendor: product.vendor,
    taxable: true,
    product_id: product.id,
    product_has_only_default_variant: hasOnlyDefaultVariant(product),
    gift_card: product.isGiftCard,
    url: `/products/${product.handle}?variant=${variant.id}`,
    featured_image: {
      aspect_ratio: 1,
      alt: product.title,
      height: 1200,
      width: 1200,
      url: product.imagePath,
    },
    image: product.imagePath,
    handle: product.handle,
    requires_shipping: product.requiresShipping,
    product_type: product.productType,
    product_title: product.title,
    product_description: product.description,
    variant_title: hasOnlyDefaultVariant(product) ? null : variant.title,
    variant_options: [variant.title],
    options_with_values: [{ name: 'Size', value: variant.title }],
    ...(line.sellingPlan ? { selling_plan_allocation: { selling_plan: { id: line.sellingPlan } } } : {}),
  };
}

const ID_FIELDS = new Set(['id', 'variant_id', 'product_id']);

/** Shopify's ids are JSON numbers; beyond 2^53 only text can write them. */
function numericIds(value: unknown): string {
  const marked = JSON.stringify(value, (key, field: unknown) =>
    ID_FIELDS.has(key) && typeof field === 'string' && /^\d+$/.test(field) ? `\u0000${field}` : field,
  );
  return marked.replace(/"\\u0000(\d+)"/g, '$1');
}

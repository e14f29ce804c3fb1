/** A Shopify Admin API in memory, just enough for Larder's own documents: real pages, real nesting, no HTTP. */
import type { ShopifyAdmin } from '../../app/ports';
import { ShopGone } from '../../app/shopify/admin-errors';

export interface PretendLine {
  id: number | bigint;
  product?: number | bigint | null;
  variant?: number | bigint | null;
  quantity?: number;
  price?: string;
  isGiftCard?: boolean;
  onSubscription?: boolean;
}

export interface PretendOrder {
  id: number | bigint;
  updatedAt: string;
  createdAt?: string;
  processedAt?: string;
  customer?: number | bigint | null;
  browserId?: string;
  checkoutToken?: string | null;
  cancelledAt?: string | null;
  financialStatus?: string;
  test?: boolean;
  sourceName?: string | null;
  currency?: string;
  refunded?: string;
  lines?: readonly PretendLine[];
}

export interface PretendProduct {
  id: number | bigint;
  updatedAt?: string;
  handle?: string;
  title?: string;
  tags?: string[];
  status?: string;
  isGiftCard?: boolean;
  requiresSellingPlan?: boolean;
  variants?: readonly {
    id: number | bigint;
    title?: string;
    sku?: string;
    price?: string;
    available?: boolean;
  }[];
}

export interface PretendAdmin extends ShopifyAdmin {
  orders: PretendOrder[];
  products: PretendProduct[];
  /** By email address. */
  customers: { id: number | bigint; email: string }[];
  scopes: string[];
  /** Names of the operations asked so far. */
  readonly asked: string[];
  /** Runs before each answer; may throw. */
  beforeAnswer: ((operation: string) => void | Promise<void>) | null;
  gone: boolean;
}

type Variables = Record<string, unknown>;

const gid = (type: string, id: number | bigint) => `gid://shopify/${type}/${id}`;
const ref = (type: string, id: number | bigint | null | undefined) =>
  id == null ? null : { id: gid(type, id) };
const bag = (amount: string, currencyCode: string) => ({ shopMoney: { amount, currencyCode } });

export function pretendAdmin(
  start: Partial<Pick<PretendAdmin, 'orders' | 'products' | 'customers' | 'scopes'>> = {},
): PretendAdmin {
  const admin: PretendAdmin = {
    orders: start.orders ?? [],
    products: start.products ?? [],
    customers: start.customers ?? [],
    scopes: start.scopes ?? ['read_products', 'read_orders', 'read_customers', 'write_app_proxy'],
    asked: [],
    beforeAnswer: null,
    gone: false,
    async query(shopDomain, document, variables, schema) {
      const operation = /query (\w+)/.exec(document)?.[1] ?? '';
      admin.asked.push(operation);
      if (admin.gone) throw new ShopGone(shopDomain);
      await admin.beforeAnswer?.(operation);
      return schema.parse(answer(admin, operation, variables));
    },
  };
  return admin;
}

function answer(admin: PretendAdmin, operation: string, variables: Variables): unknown {
  const size = (name: string) => Number(variables[name]);
  switch (operation) {
    case 'ShopSettings':
      return {
        shop: {
          ...{ name: 'Corner', currencyCode: 'GBP', ianaTimezone: 'Europe/London' },
          billingAddress: { countryCodeV2: 'GB' },
        },
        currentAppInstallation: { accessScopes: admin.scopes.map((handle) => ({ handle })) },
      };
    case 'OrdersCount':
      return { ordersCount: { count: found(admin.orders, variables).length } };
    case 'OrdersPage':
      return {
        orders: page(
          found(admin.orders, variables).map((order) => toOrder(order, size('lines'))),
          variables,
        ),
      };
    case 'OrdersById':
      return { nodes: byIds(variables.ids, 'Order', admin.orders, (order) => toOrder(order, size('lines'))) };
    case 'OrderLinesPage': {
      const [order] = byIds([variables.id], 'Order', admin.orders, (node) => node);
      return {
        order: order
          ? {
              lineItems: page(
                (order.lines ?? []).map((line) => toLine(line, 'GBP')),
                variables,
              ),
            }
          : null,
      };
    }
    case 'CustomersByEmail':
      return { customers: page(customersFound(admin, variables), variables) };
    case 'ProductsPage':
      return {
        products: page(
          found(admin.products, variables).map((product) => toProduct(product, size('variants'))),
          variables,
        ),
      };
    case 'ProductsById':
      return {
        nodes: byIds(variables.ids, 'Product', admin.products, (product) =>
          toProduct(product, size('variants')),
        ),
      };
    case 'ProductVariantsPage': {
      const [product] = byIds([variables.id], 'Product', admin.products, (node) => node);
      return {
        product: product ? { variants: page((product.variants ?? []).map(toVariant), variables) } : null,
      };
    }
    default:
      throw new Error(`The pretend admin does not answer ${operation}`);
  }
}

function customersFound(admin: PretendAdmin, variables: Variables) {
  const wanted = [...String(variables.query).matchAll(/email:"([^"]+)"/g)].map((match) => match[1]);
  return admin.customers
    .filter(({ email }) => wanted.includes(email.toLowerCase()))
    .map(({ id, email }) => ({ id: gid('Customer', id), defaultEmailAddress: { emailAddress: email } }));
}

/** `created_at:>='…'` and `updated_at:>='…'`, sorted as asked. */
function found<T extends { updatedAt?: string; createdAt?: string }>(
  all: readonly T[],
  variables: Variables,
): T[] {
  const [, field, from = ''] =
    /^(created|updated)_at:>='([^']+)'$/.exec((variables.query as string | null | undefined) ?? '') ?? [];
  const at = (node: T, which: 'created' | 'updated') =>
    Date.parse(
      (which === 'created' ? (node.createdAt ?? node.updatedAt) : node.updatedAt) ?? '2026-01-01T00:00:00Z',
    );
  const sort = variables.sortKey === 'UPDATED_AT' ? 'updated' : 'created';
  return all
    .filter((node) => !field || at(node, field as 'created' | 'updated') >= Date.parse(from))
    .sort((a, b) => at(a, sort) - at(b, sort));
}

function page<T>(all: readonly T[], variables: { first?: unknown; after?: unknown }) {
  const start = variables.after == null ? 0 : Number(variables.after);
  const end = start + Number(variables.first);
  return {
    nodes: all.slice(start, end),
    pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
  };
}

function byIds<T extends { id: number | bigint }, R>(
  ids: unknown,
  type: string,
  all: readonly T[],
  map: (node: T) => R,
) {
  return (ids as string[]).map((id) => {
    const node = all.find((candidate) => gid(type, candidate.id) === id);
    return node ? map(node) : null;
  });
}

function toOrder(order: PretendOrder, lines: number) {
  const { currency = 'GBP', updatedAt } = order;
  const createdAt = order.createdAt ?? updatedAt;
  const paid = (order.lines ?? []).reduce(
    (sum, line) => sum + (line.quantity ?? 1) * Number(line.price ?? '5.00'),
    0,
  );
  return {
    id: gid('Order', order.id),
    name: `#${order.id}`,
    createdAt,
    processedAt: order.processedAt ?? createdAt,
    updatedAt,
    cancelledAt: order.cancelledAt ?? null,
    displayFinancialStatus: order.financialStatus ?? 'PAID',
    test: order.test ?? false,
    sourceName: order.sourceName === undefined ? 'web' : order.sourceName,
    checkoutToken: order.checkoutToken ?? null,
    customer: ref('Customer', order.customer),
    customAttributes:
      order.browserId === undefined ? [] : [{ key: '__larder_visitor', value: order.browserId }],
    totalPriceSet: bag(paid.toFixed(2), currency),
    currentTotalPriceSet: bag(paid.toFixed(2), currency),
    totalRefundedSet: bag(order.refunded ?? '0.00', currency),
    lineItems: page(
      (order.lines ?? []).map((line) => toLine(line, currency)),
      { first: lines },
    ),
  };
}

function toLine(line: PretendLine, currency: string) {
  return {
    id: gid('LineItem', line.id),
    currentQuantity: line.quantity ?? 1,
    isGiftCard: line.isGiftCard ?? false,
    product: ref('Product', line.product === undefined ? 1 : line.product),
    variant: ref('ProductVariant', line.variant === undefined ? 11 : line.variant),
    sellingPlan: line.onSubscription ? { sellingPlanId: 'gid://shopify/SellingPlan/1' } : null,
    discountedUnitPriceAfterAllDiscountsSet: bag(line.price ?? '5.00', currency),
  };
}

function toProduct(product: PretendProduct, variants: number) {
  const handle = product.handle ?? `product-${product.id}`;
  return {
    id: gid('Product', product.id),
    handle,
    title: product.title ?? `Product ${product.id}`,
    productType: '',
    vendor: '',
    tags: product.tags ?? [],
    status: product.status ?? 'ACTIVE',
    updatedAt: product.updatedAt ?? '2026-01-01T00:00:00Z',
    onlineStoreUrl:
      (product.status ?? 'ACTIVE') === 'ACTIVE' ? `https://corner.myshopify.com/products/${handle}` : null,
    isGiftCard: product.isGiftCard ?? false,
    category: null,
    featuredMedia: null,
    requiresSellingPlan: product.requiresSellingPlan ?? false,
    sellingPlanGroupsCount: { count: 0 },
    variants: page((product.variants ?? []).map(toVariant), { first: variants }),
  };
}

function toVariant(variant: NonNullable<PretendProduct['variants']>[number]) {
  return {
    id: gid('ProductVariant', variant.id),
    title: variant.title ?? 'Default Title',
    sku: variant.sku ?? null,
    price: variant.price ?? '5.00',
    availableForSale: variant.available ?? true,
    unitPriceMeasurement: null,
    inventoryItem: { requiresShipping: true },
  };
}

import { GraphQLError } from 'graphql';
import type { Customer, Order, Product } from '../../../world/types';
import { connect, type OrderedList } from '../connect';
import { idOf, parseGid } from '../gid';
import { canSeeOrder } from '../order-window';
import type { Fields, RequestContext } from '../request-context';
import type { Args } from '../args';
import { readSearch, type SearchFields } from '../search-query';
import type { VariantRow } from '../sorted-lists';
import { financialStatus } from './order-fields';
import { upTo } from './product-fields';
import { findInstallation, theInstallation } from './app-fields';
import { setMetafields } from './metafield-fields';
import { updateConsent } from './consent-mutation';
import { createDiscount, deleteDiscount } from './discount-mutations';
import { INSTALLATION_ID } from '../../installation';

export const QueryRoot: Fields<undefined> = {
  shop: (_root, _args, { world }) => world.shop,
  order: (_root, args, context) => orderById(idOf('Order', args.id), context),
  orders: (_root, args, context) =>
    connect(found(visibleOrders(context, args.sortKey), args.query, ORDER_SEARCH), args),
  ordersCount: (_root, args, context) =>
    upTo(args.limit, found(visibleOrders(context, 'ID'), args.query, ORDER_SEARCH).items.length),
  product: (_root, args, { world }) => world.product(idOf('Product', args.id) ?? '') ?? null,
  products: (_root, args, { lists }) =>
    connect(found(lists.products(sort(args)), args.query, PRODUCT_SEARCH), args),
  productsCount: (_root, args, { lists }) =>
    upTo(args.limit, found(lists.products('ID'), args.query, PRODUCT_SEARCH).items.length),
  productVariant: (_root, args, { world }) => world.variant(idOf('ProductVariant', args.id) ?? '') ?? null,
  productVariants: (_root, args, { lists }) =>
    connect(found(lists.variants(sort(args)), args.query, VARIANT_SEARCH), args),
  customer: (_root, args, { world }) => world.customer(idOf('Customer', args.id) ?? '') ?? null,
  customers: (_root, args, { lists }) =>
    connect(found(lists.customers(sort(args)), args.query, CUSTOMER_SEARCH), args),
  codeDiscountNode: (_root, args, { world }) =>
    world.discount(idOf('DiscountCodeNode', args.id) ?? '') ?? null,
  codeDiscountNodeByCode: (_root, args, { world }) => world.discountByCode(String(args.code)) ?? null,
  currentAppInstallation: () => theInstallation,
  appInstallation: findInstallation,
  node: (_root, args, context) => nodeById(args.id, context),
  nodes: (_root, args, context) => (args.ids as readonly unknown[]).map((id) => nodeById(id, context)),
};

export const Mutation: Fields<undefined> = {
  metafieldsSet: setMetafields,
  discountCodeBasicCreate: createDiscount,
  discountCodeDelete: deleteDiscount,
  customerEmailMarketingConsentUpdate: updateConsent,
};

const ORDER_SEARCH: SearchFields<Order> = {
  id: (order) => order.id,
  name: (order) => order.name,
  created_at: (order) => order.createdAt,
  processed_at: (order) => order.processedAt,
  updated_at: (order) => order.updatedAt,
  email: (order) => order.email,
  customer_id: (order) => order.customerId,
  source_name: (order) => order.sourceName,
  checkout_token: (order) => order.checkoutToken,
  cart_token: (order) => order.cartToken,
  test: (order) => String(order.test),
  financial_status: (order) => financialStatus(order).toLowerCase(),
  status: (order) =>
    order.cancelledAt === null ? ['any', 'open', 'not_closed'] : ['any', 'cancelled', 'not_closed'],
};

const PRODUCT_SEARCH: SearchFields<Product> = {
  id: (product) => product.id,
  handle: (product) => product.handle,
  title: (product) => product.title,
  status: (product) => product.status.toLowerCase(),
  product_type: (product) => product.productType,
  vendor: (product) => product.vendor,
  tag: (product) => product.tags,
  gift_card: (product) => String(product.isGiftCard),
  created_at: (product) => product.createdAt,
  updated_at: (product) => product.updatedAt,
  published_at: (product) => product.publishedAt,
  sku: (product) => product.variants.map((variant) => variant.sku),
};

const VARIANT_SEARCH: SearchFields<VariantRow> = {
  id: ({ variant }) => variant.id,
  sku: ({ variant }) => variant.sku,
  title: ({ variant }) => variant.title,
  product_id: ({ product }) => product.id,
  product_ids: ({ product }) => product.id,
  product_status: ({ product }) => product.status.toLowerCase(),
  updated_at: ({ product }) => product.updatedAt,
};

const CUSTOMER_SEARCH: SearchFields<Customer> = {
  id: (customer) => customer.id,
  email: (customer) => customer.email,
  created_at: (customer) => customer.createdAt,
  updated_at: (customer) => customer.updatedAt,
  email_marketing_state: (customer) => customer.marketing,
};

function visibleOrders(context: RequestContext, sortKey: unknown): OrderedList<Order> {
  const list = context.lists.orders(String(sortKey));
  if (context.scopes.has('read_all_orders')) return list;
  return { ...list, items: list.items.filter((order) => canSeeOrder(order, context)) };
}

function orderById(id: string | null, context: RequestContext): Order | null {
  const order = context.world.order(id ?? '');
  return order && canSeeOrder(order, context) ? order : null;
}

/** The copy carries the type's name, by which GraphQL tells the types behind `Node` apart. */
function nodeById(globalId: unknown, context: RequestContext): object | null {
  const parts = parseGid(globalId);
  if (!parts)
    throw new GraphQLError(`Invalid global id '${String(globalId)}'`, {
      extensions: { code: 'argumentLiteralsIncompatible' },
    });
  const source = nodeSource(parts.type, parts.id, context);
  return source ? { __typename: parts.type, ...source } : null;
}

function nodeSource(type: string, id: string, context: RequestContext): object | null | undefined {
  const { world } = context;
  switch (type) {
    case 'Order':
      return orderById(id, context);
    case 'Product':
      return world.product(id);
    case 'ProductVariant':
      return world.variant(id);
    case 'DiscountCodeNode':
      return world.discount(id);
    case 'Customer':
      return world.customer(id);
    case 'Shop':
      return id === world.shop.id ? world.shop : null;
    case 'AppInstallation':
      return id === INSTALLATION_ID ? theInstallation : null;
    default:
      throw new GraphQLError(`The demo store cannot look up a ${type} by its id yet.`);
  }
}

function found<T>(list: OrderedList<T>, query: unknown, fields: SearchFields<T>): OrderedList<T> {
  if (typeof query !== 'string' || query.trim() === '') return list;
  return { ...list, items: list.items.filter(readSearch(query, fields)) };
}

function sort(args: Args): string {
  return String(args.sortKey);
}

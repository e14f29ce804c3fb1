import type { IdCounts } from './mint-ids';
import type { Discount } from './discount';
import type { Customer, Id, Order, Product, ShopProfile, Variant } from './types';

/** All that the pretend Shopify knows, as plain data. Orders stand in createdAt order. */
export interface ShopRecords {
  readonly shop: ShopProfile;
  readonly products: Product[];
  readonly customers: Customer[];
  readonly orders: Order[];
  readonly discounts: Discount[];
  readonly ids: IdCounts;
}

/** The records with ways to find things in them. */
export interface ShopIndex {
  readonly records: ShopRecords;
  readonly productById: Map<Id, Product>;
  readonly productByHandle: Map<string, Product>;
  readonly variantById: Map<Id, { product: Product; variant: Variant }>;
  readonly customerById: Map<Id, Customer>;
  readonly customerByEmail: Map<string, Customer>;
  readonly orderById: Map<Id, Order>;
  readonly orderByToken: Map<string, Order>;
  readonly discountByCode: Map<string, Discount>; // by the code in lower case
}

export function indexRecords(records: ShopRecords): ShopIndex {
  const index: ShopIndex = {
    records,
    productById: new Map(),
    productByHandle: new Map(),
    variantById: new Map(),
    customerById: new Map(),
    customerByEmail: new Map(),
    orderById: new Map(),
    orderByToken: new Map(),
    discountByCode: new Map(),
  };
  for (const product of records.products) indexProduct(index, product);
  for (const customer of records.customers) indexCustomer(index, customer);
  for (const order of records.orders) indexOrder(index, order);
  for (const discount of records.discounts) index.discountByCode.set(discount.code.toLowerCase(), discount);
  return index;
}

function indexProduct(index: ShopIndex, product: Product): void {
  index.productById.set(product.id, product);
  index.productByHandle.set(product.handle, product);
  for (const variant of product.variants) index.variantById.set(variant.id, { product, variant });
}

export function indexCustomer(index: ShopIndex, customer: Customer): void {
  index.customerById.set(customer.id, customer);
  if (customer.email) index.customerByEmail.set(customer.email.toLowerCase(), customer);
}

export function indexOrder(index: ShopIndex, order: Order): void {
  index.orderById.set(order.id, order);
  if (order.checkoutToken) index.orderByToken.set(order.checkoutToken, order);
}

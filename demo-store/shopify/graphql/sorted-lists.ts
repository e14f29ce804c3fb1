import type { Customer, Order, Product, Variant, World } from '../../world/types';
import { wholeSecond } from '../instants';
import { compareIds, type OrderedList } from './connect';

export interface VariantRow {
  readonly product: Product;
  readonly variant: Variant;
}

/** Lists of the world in the orders that connections ask for, sorted once for each state of the world. */
export interface SortedLists {
  orders(sortKey: string): OrderedList<Order>;
  products(sortKey: string): OrderedList<Product>;
  variants(sortKey: string): OrderedList<VariantRow>;
  customers(sortKey: string): OrderedList<Customer>;
}

type Keys<T> = Readonly<Record<string, (item: T) => string | number>>;

const ORDER_KEYS: Keys<Order> = {
  ID: () => 0,
  CREATED_AT: (order) => wholeSecond(order.createdAt),
  PROCESSED_AT: (order) => wholeSecond(order.processedAt),
  UPDATED_AT: (order) => wholeSecond(order.updatedAt),
  ORDER_NUMBER: (order) => Number(order.name.replace(/\D/g, '')),
};
const PRODUCT_KEYS: Keys<Product> = {
  ID: () => 0,
  CREATED_AT: (product) => wholeSecond(product.createdAt),
  UPDATED_AT: (product) => wholeSecond(product.updatedAt),
  PUBLISHED_AT: (product) => wholeSecond(product.publishedAt ?? 0),
  TITLE: (product) => product.title.toLowerCase(),
  PRODUCT_TYPE: (product) => product.productType.toLowerCase(),
  VENDOR: (product) => product.vendor.toLowerCase(),
};
const VARIANT_KEYS: Keys<VariantRow> = {
  ID: () => 0,
  SKU: (row) => row.variant.sku,
  TITLE: (row) => row.variant.title.toLowerCase(),
};
const CUSTOMER_KEYS: Keys<Customer> = {
  ID: () => 0,
  CREATED_AT: (customer) => wholeSecond(customer.createdAt),
  UPDATED_AT: (customer) => wholeSecond(customer.updatedAt),
};

/** @throws Error, on use, for a sort key the demo store does not know. */
export function createSortedLists(world: World): SortedLists {
  const cache = new Map<string, OrderedList<never>>();
  world.subscribe(() => cache.clear());
  const sorted = <T>(
    name: string,
    keys: Keys<T>,
    sortKey: string,
    items: () => readonly T[],
    idOf: (item: T) => string,
  ) => {
    const key = keys[sortKey];
    if (!key) throw new Error(`The demo store cannot sort ${name} by ${sortKey} yet.`);
    // Customers come into being without an event of their own, so their number is part of the key.
    const unsorted = items();
    const cacheKey = `${name} ${sortKey} ${unsorted.length}`;
    let list = cache.get(cacheKey) as OrderedList<T> | undefined;
    if (!list) {
      const rows = unsorted.map((item) => ({ item, value: key(item), id: idOf(item) }));
      rows.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : compareIds(a.id, b.id)));
      list = { items: rows.map((row) => row.item), idOf, valueOf: key };
      cache.set(cacheKey, list as OrderedList<never>);
    }
    return list;
  };
  const variantRows = () =>
    world.products().flatMap((product) => product.variants.map((variant) => ({ product, variant })));
  return {
    orders: (key) =>
      sorted(
        'orders',
        ORDER_KEYS,
        key,
        () => world.orders(),
        (order) => order.id,
      ),
    products: (key) =>
      sorted(
        'products',
        PRODUCT_KEYS,
        key,
        () => world.products(),
        (product) => product.id,
      ),
    variants: (key) => sorted('variants', VARIANT_KEYS, key, variantRows, (row) => row.variant.id),
    customers: (key) =>
      sorted(
        'customers',
        CUSTOMER_KEYS,
        key,
        () => world.customers(),
        (customer) => customer.id,
      ),
  };
}

import type { Order, Product, WorldReader } from './types';
import type { ShopIndex } from './world-state';

const TOP_SELLER_DAYS = 60;
const HOUR_MS = 3_600_000;

/** The reading half of the world. Answers are the live records: callers read them, and never write. */
export function readWorld(index: ShopIndex, now: () => number): WorldReader {
  const { records } = index;
  let ranking: { key: string; products: readonly Product[] } | null = null;
  return {
    shop: records.shop,
    now,
    products: () => records.products,
    product: (id) => index.productById.get(id),
    productByHandle: (handle) => index.productByHandle.get(handle),
    variant: (id) => index.variantById.get(id),
    customers: () => records.customers,
    customer: (id) => index.customerById.get(id),
    customerByEmail: (email) => index.customerByEmail.get(email.trim().toLowerCase()),
    orders: () => records.orders,
    order: (id) => index.orderById.get(id),
    discount: (id) => records.discounts.find((discount) => discount.id === id),
    discountByCode: (code) => index.discountByCode.get(code.trim().toLowerCase()),
    orderByCheckoutToken: (token) => index.orderByToken.get(token),
    topSellers: (limit) => {
      const at = now();
      const key = `${records.orders.length}:${records.products.length}:${Math.floor(at / HOUR_MS)}`;
      if (ranking?.key !== key)
        ranking = {
          key,
          products: rankBySales(records.orders, records.products, at),
        };
      return ranking.products
        .filter((product) => product.status === 'ACTIVE' && product.publishedAt !== null)
        .slice(0, limit);
    },
  };
}

function rankBySales(orders: readonly Order[], products: readonly Product[], at: number): readonly Product[] {
  const sinceAt = at - TOP_SELLER_DAYS * 24 * HOUR_MS;
  const units = new Map<string, number>();
  for (let place = orders.length - 1; place >= 0; place -= 1) {
    const order = orders[place];
    if (!order || order.createdAt < sinceAt) break;
    if (order.test || order.cancelledAt !== null) continue;
    for (const line of order.lines) {
      if (line.productId) units.set(line.productId, (units.get(line.productId) ?? 0) + line.currentQuantity);
    }
  }
  const sold = (product: Product) => units.get(product.id) ?? 0;
  return [...products].sort((a, b) => sold(b) - sold(a));
}

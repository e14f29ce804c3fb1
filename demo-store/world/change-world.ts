import { spreadDiscount, whyNoDiscount } from './discounts';
import { mintId } from './mint-ids';
import { recordParcel } from './parcels';
import { sellingPlanFor, subscriptionPrice } from './plans';
import type { LineDraft } from './record-order';
import { recordOrder } from './record-order';
import type { Discount, OrderDiscount } from './discount';
import type { Customer, Id, OrderInput, OrderLineInput, World, WorldEvent, WorldReader } from './types';
import { recordCancellation, recordRefund } from './undo-orders';
import type { ShopIndex } from './world-state';
import { indexCustomer } from './world-state';

/** The writing half of the world. Every change tells the listeners, after it is done. */
export function changeWorld(index: ShopIndex, reader: WorldReader): World {
  const listeners = new Set<(event: WorldEvent) => void>();
  const emit = (event: WorldEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const { records } = index;
  const now = () => reader.now();

  return {
    ...reader,
    placeOrder: (input) => {
      if (input.lines.length === 0) throw new Error('An order needs at least one line.');
      const lines = input.lines.map((line) => priceLine(index, line));
      const discount = discountFor(reader, input);
      const order = recordOrder(index, {
        customerId: input.customerId,
        email: input.email,
        checkoutToken: input.checkoutToken,
        cartToken: input.cartToken ?? null,
        createdAt: input.createdAt ?? now(),
        sourceName: input.sourceName ?? 'web',
        test: input.test ?? false,
        customAttributes: input.customAttributes ?? [],
        lines,
        discount: discount && takenOff(discount, lines),
      });
      discount?.uses.push({ orderId: order.id, customerId: order.customerId });
      for (const { variantId, quantity } of input.lines) takeFromStock(index, variantId, quantity);
      emit({ topic: 'orders/create', orderId: order.id });
      return order;
    },
    cancelOrder: (id) => {
      const order = found(index.orderById.get(id), `order ${id}`);
      if (order.cancelledAt !== null) return;
      const refund = recordCancellation(index, order, now());
      if (refund) emit({ topic: 'refunds/create', orderId: id, refundId: refund.id });
      emit({ topic: 'orders/cancelled', orderId: id });
      emit({ topic: 'orders/updated', orderId: id });
    },
    fulfilOrder: (id) => {
      recordParcel(index, found(index.orderById.get(id), `order ${id}`), now());
      emit({ topic: 'orders/updated', orderId: id });
    },
    refundOrder: (id, lines) => {
      const refund = recordRefund(index, found(index.orderById.get(id), `order ${id}`), lines, now());
      emit({ topic: 'refunds/create', orderId: id, refundId: refund.id });
      emit({ topic: 'orders/updated', orderId: id });
    },
    updateProduct: (id, change) => {
      const product = found(index.productById.get(id), `product ${id}`);
      if (change.handle !== undefined && change.handle !== product.handle) {
        if (index.productByHandle.has(change.handle)) throw new Error(`Handle "${change.handle}" is taken.`);
        index.productByHandle.delete(product.handle);
        index.productByHandle.set(change.handle, product);
      }
      Object.assign(product, change, { updatedAt: now() });
      emit({ topic: 'products/update', productId: id });
    },
    setStock: (variantId, stock) => {
      const { product, variant } = found(index.variantById.get(variantId), `variant ${variantId}`);
      variant.stock = stock;
      product.updatedAt = now();
      emit({ topic: 'products/update', productId: product.id });
    },
    deleteProduct: (id) => {
      const product = found(index.productById.get(id), `product ${id}`);
      records.products.splice(records.products.indexOf(product), 1);
      index.productById.delete(id);
      index.productByHandle.delete(product.handle);
      for (const variant of product.variants) index.variantById.delete(variant.id);
      emit({ topic: 'products/delete', productId: id });
    },
    findOrCreateCustomer: (email, names) => {
      const known = reader.customerByEmail(email);
      if (known) return known;
      const customer: Customer = {
        id: mintId(records.ids, 'customer'),
        email: email.trim(),
        firstName: names?.firstName ?? '',
        lastName: names?.lastName ?? '',
        hasAccount: false,
        marketing: 'NOT_SUBSCRIBED',
        createdAt: now(),
        updatedAt: now(),
      };
      records.customers.push(customer);
      indexCustomer(index, customer);
      return customer;
    },
    createDiscount: (input) => {
      const key = input.code.toLowerCase();
      if (index.discountByCode.has(key)) throw new Error(`The code "${input.code}" is taken.`);
      const discount: Discount = {
        ...input,
        id: mintId(records.ids, 'discount'),
        createdAt: now(),
        uses: [],
      };
      records.discounts.push(discount);
      index.discountByCode.set(key, discount);
      return discount;
    },
    deleteDiscount: (id) => {
      const place = records.discounts.findIndex((discount) => discount.id === id);
      const [gone] = place < 0 ? [] : records.discounts.splice(place, 1);
      index.discountByCode.delete(found(gone, `discount ${id}`).code.toLowerCase());
    },
    setMarketing: (customerId, state) => {
      const customer = found(index.customerById.get(customerId), `customer ${customerId}`);
      customer.marketing = state;
      customer.updatedAt = now();
    },
    eraseCustomer: (id) => {
      const customer = found(index.customerById.get(id), `customer ${id}`);
      const { email } = customer;
      const orderIds = erasePerson(index, customer, now());
      emit({ topic: 'customers/redact', customerId: id, email, orderIds });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function found<T>(record: T | undefined, what: string): T {
  if (record === undefined) throw new Error(`There is no ${what}.`);
  return record;
}

/** The discount behind the code that an order asks for; null when it does nothing for this customer. */
function discountFor(reader: WorldReader, input: OrderInput): Discount | null {
  if (!input.discountCode) return null;
  const discount = reader.discountByCode(input.discountCode);
  const customer = input.customerId === null ? null : (reader.customer(input.customerId) ?? null);
  return whyNoDiscount(discount, customer, reader.now()) === null ? (discount ?? null) : null;
}

function takenOff({ id, code, value }: Discount, lines: readonly LineDraft[]): OrderDiscount {
  const minors = lines.map(({ unitPriceMinor, quantity, sellingPlan }) =>
    sellingPlan ? 0 : unitPriceMinor * quantity,
  );
  return { discountId: id, code, kind: value.kind, perLineMinor: spreadDiscount(value, minors) };
}

function priceLine(index: ShopIndex, line: OrderLineInput): LineDraft {
  const item = found(index.variantById.get(line.variantId), `variant ${line.variantId}`);
  if (!Number.isInteger(line.quantity) || line.quantity < 1) {
    throw new Error(`A quantity must be a whole number from 1, not ${line.quantity}.`);
  }
  const { id, name } = sellingPlanFor(line.everyDays ?? 28);
  return {
    item,
    title: item.product.title,
    sku: item.variant.sku,
    quantity: line.quantity,
    unitPriceMinor: line.onSubscription
      ? subscriptionPrice(item.variant.priceMinor)
      : item.variant.priceMinor,
    sellingPlan: line.onSubscription ? { id, name } : null,
  };
}

/** Leaves orders and sums in place, and nothing that tells whose they were. */
function erasePerson(index: ShopIndex, customer: Customer, at: number): string[] {
  const orderIds: string[] = [];
  const { orders } = index.records;
  for (const [place, order] of orders.entries()) {
    if (order.customerId !== customer.id) continue;
    const nameless = {
      ...order,
      customerId: null,
      email: null,
      customAttributes: [],
      updatedAt: at,
    };
    orders[place] = nameless;
    index.orderById.set(order.id, nameless);
    if (order.checkoutToken) index.orderByToken.set(order.checkoutToken, nameless);
    orderIds.push(order.id);
  }
  if (customer.email) index.customerByEmail.delete(customer.email.toLowerCase());
  Object.assign(customer, {
    email: null,
    firstName: '',
    lastName: '',
    hasAccount: false,
    updatedAt: at,
  });
  customer.marketing = 'NOT_SUBSCRIBED';
  return orderIds;
}

function takeFromStock(index: ShopIndex, variantId: Id, quantity: number): void {
  const item = index.variantById.get(variantId);
  if (item) item.variant.stock = Math.max(0, item.variant.stock - quantity);
}

import { beforeEach, expect, test } from 'vitest';
import { changeWorld } from './change-world';
import { readWorld } from './read-world';
import { seedShop } from './seed-shop';
import type { World, WorldEvent } from './types';

const nowAt = Date.parse('2026-11-20T10:00:00Z');
let world: World;
let events: WorldEvent[];
let variantId: string;

beforeEach(() => {
  const { index } = seedShop({ seed: 1, shoppers: 5, days: 20, nowAt }, () => undefined);
  world = changeWorld(
    index,
    readWorld(index, () => nowAt),
  );
  events = [];
  world.subscribe((event) => events.push(event));
  variantId = world.productByHandle('house-blend-coffee')?.variants[0]?.id ?? '';
});

const buy = (quantity = 3) => {
  const customer = world.findOrCreateCustomer('New.Person@example.test', {
    firstName: 'New',
    lastName: 'Person',
  });
  const lines = [{ variantId, quantity }];
  return world.placeOrder({
    customerId: customer.id,
    email: customer.email,
    checkoutToken: 'token-1',
    lines,
  });
};

test('an order fixes title and price, takes from the stock, and is found by its token', () => {
  const before = world.variant(variantId)?.variant.stock ?? 0;
  const order = buy();
  expect(order.lines[0]).toMatchObject({
    title: 'House Blend Coffee',
    variantTitle: '250 g',
    unitPriceMinor: 990,
  });
  expect(world.variant(variantId)?.variant.stock).toBe(before - 3);
  expect(world.orderByCheckoutToken('token-1')).toBe(order);
  expect(world.orders().at(-1)).toBe(order);
  expect(events).toEqual([{ topic: 'orders/create', orderId: order.id }]);
  expect(world.findOrCreateCustomer('new.person@EXAMPLE.test').id).toBe(order.customerId);
});

test('an order dated earlier stands where its time belongs', () => {
  const order = world.placeOrder({
    customerId: null,
    email: null,
    checkoutToken: null,
    lines: [{ variantId, quantity: 1, onSubscription: true, everyDays: 40 }],
    createdAt: nowAt - 5 * 86_400_000,
  });
  const times = world.orders().map(({ createdAt }) => createdAt);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(order.lines[0]).toMatchObject({
    unitPriceMinor: 891,
    sellingPlan: { name: 'Deliver every 6 weeks, save 10%' },
  });
});

test('refunds lower what is left and cannot take more', () => {
  const order = buy();
  const lineItemId = order.lines[0]?.id ?? '';
  world.refundOrder(order.id, [{ lineItemId, quantity: 2 }]);
  expect(order.lines[0]).toMatchObject({ quantity: 3, currentQuantity: 1 });
  expect(order.refunds[0]).toMatchObject({ amountMinor: 1980 });
  expect(() => world.refundOrder(order.id, [{ lineItemId, quantity: 2 }])).toThrow('cannot refund 2 of 1');
  expect(events.map(({ topic }) => topic)).toEqual(['orders/create', 'refunds/create', 'orders/updated']);
});

test('a cancellation refunds the rest, once', () => {
  const order = buy();
  world.cancelOrder(order.id);
  world.cancelOrder(order.id);
  expect(order).toMatchObject({ cancelledAt: nowAt });
  expect(order.lines[0]?.currentQuantity).toBe(0);
  expect(events.map(({ topic }) => topic)).toEqual([
    'orders/create',
    'refunds/create',
    'orders/cancelled',
    'orders/updated',
  ]);
});

test('products change, move to a free handle, and go', () => {
  const { id } = world.productByHandle('house-blend-coffee') ?? { id: '' };
  world.updateProduct(id, { handle: 'morning-blend', title: 'Morning Blend' });
  expect(world.productByHandle('house-blend-coffee')).toBeUndefined();
  expect(world.productByHandle('morning-blend')?.title).toBe('Morning Blend');
  expect(() => world.updateProduct(id, { handle: 'gift-wrap' })).toThrow('is taken');
  world.setStock(variantId, 0);
  world.deleteProduct(id);
  expect(world.product(id)).toBeUndefined();
  expect(world.variant(variantId)).toBeUndefined();
  expect(() => buy()).toThrow('There is no variant');
  expect(events.map(({ topic }) => topic)).toEqual(['products/update', 'products/update', 'products/delete']);
});

test('an erasure leaves the order and nobody in it', () => {
  const order = buy();
  const customerId = order.customerId ?? '';
  world.eraseCustomer(customerId);
  const left = world.order(order.id);
  expect(left).toMatchObject({ customerId: null, email: null, customAttributes: [] });
  expect(left?.lines).toHaveLength(1);
  expect(world.orders()).toContain(left);
  expect(world.customer(customerId)).toMatchObject({ email: null, firstName: '', lastName: '' });
  expect(world.customerByEmail('new.person@example.test')).toBeUndefined();
  expect(events.at(-1)).toEqual({
    topic: 'customers/redact',
    customerId,
    email: 'New.Person@example.test',
    orderIds: [order.id],
  });
});

test('top sellers are what sold most in 60 days and can be bought', () => {
  buy(5000);
  expect(world.topSellers(3)[0]?.handle).toBe('house-blend-coffee');
  world.updateProduct(world.productByHandle('house-blend-coffee')?.id ?? '', { status: 'ARCHIVED' });
  expect(world.topSellers(100).map(({ handle }) => handle)).not.toContain('house-blend-coffee');
});

test('a listener that leaves hears nothing more', () => {
  const heard: WorldEvent[] = [];
  const leave = world.subscribe((event) => heard.push(event));
  buy();
  leave();
  world.setStock(variantId, 7);
  expect(heard).toHaveLength(1);
});

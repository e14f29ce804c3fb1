import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../test-shop';
import { eventPayload, type ShopifyEvent } from './event-payload';

/** Field names of Shopify's own documentation samples, version 2026-07; `line_items[]` names those of its first item. */
const samples = JSON.parse(readFileSync(join(import.meta.dirname, 'sample-fields.json'), 'utf8')) as Record<
  string,
  Record<string, string[]>
>;

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());

it.each(Object.keys(samples))('%s has the fields of the sample', (topic) => {
  const { world } = shop;
  const product = world.products()[0];
  const customer = world.customers()[0];
  const variantId = product?.variants[0]?.id ?? '';
  const order = world.placeOrder({
    customerId: customer?.id ?? null,
    email: null,
    checkoutToken: null,
    lines: [{ variantId, quantity: 1 }],
  });
  world.refundOrder(order.id, [{ lineItemId: order.lines[0]?.id ?? '', quantity: 1 }]);
  const subject = {
    orderId: order.id,
    refundId: order.refunds[0]?.id,
    productId: product?.id,
    customerId: customer?.id,
  };
  const details = { email: null, orderIds: [order.id], previous: [], current: [] };
  const payload = eventPayload({ topic, ...subject, ...details } as unknown as ShopifyEvent, world);
  for (const [path, names] of Object.entries(samples[topic] ?? {})) {
    const part = path
      .split('.')
      .filter(Boolean)
      .reduce<unknown>((value, name) => {
        return name.endsWith('[]')
          ? (value as Record<string, unknown[]>)[name.slice(0, -2)]?.[0]
          : (value as Record<string, unknown>)[name];
      }, payload);
    expect(Object.keys(part as object), path || 'top level').toEqual(expect.arrayContaining(names));
  }
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONSUMABLES } from './catalogue/build-products';
import { seedShop } from './seed-shop';

const README = readFileSync('demo-store/README.md', 'utf8');
const nowAt = Date.parse('2026-11-20T10:00:00Z');
const DAY_MS = 86_400_000;
const seed = (changes: object = {}) =>
  seedShop({ seed: 7, shoppers: 200, days: 120, nowAt, ...changes }, () => undefined);

describe('the seeded shop', () => {
  const { index, life } = seed();
  const { products, customers, orders } = index.records;
  const everyLine = orders.flatMap((order) => order.lines);

  test('is the same for the same seed, id by id, and another for another', () => {
    expect(seed().index.records).toEqual(index.records);
    expect(seed({ seed: 8 }).index.records.orders).not.toEqual(orders);
  });

  test('sells 60 to 100 products, about half of them used up, in several sizes', () => {
    expect(products.length).toBeGreaterThanOrEqual(60);
    expect(products.length).toBeLessThanOrEqual(100);
    expect(CONSUMABLES.length / products.length).toBeGreaterThan(0.4);
    expect(CONSUMABLES.length / products.length).toBeLessThan(0.6);
    expect(CONSUMABLES.every(({ sizes }) => sizes.length >= 2)).toBe(true);
    const withCategory = products.filter(({ category }) => category).length / products.length;
    expect(withCategory).toBeGreaterThan(0.5);
    expect(withCategory).toBeLessThan(0.67);
    expect(new Set(products.map(({ handle }) => handle)).size).toBe(products.length);
    expect(products.filter(({ tags }) => tags.includes('larder-sensitive')).length).toBeGreaterThan(2);
    expect(products.some(({ isGiftCard }) => isGiftCard)).toBe(true);
    const onSale = products.filter(({ status }) => status === 'ACTIVE').length;
    const said = `${products.length} products, ${onSale} of them on sale`;
    expect(README, `demo-store/README.md says how many there are: ${said}`).toContain(said);
  });

  test('has a past of the days asked for, in order, and nothing ahead of now', () => {
    const times = orders.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(nowAt - 121 * DAY_MS);
    expect(times.at(-1)).toBeLessThanOrEqual(nowAt);
    for (const order of orders) {
      expect(order.updatedAt).toBeLessThanOrEqual(nowAt);
      expect(order.lines.length).toBeGreaterThan(0);
    }
    expect(orders.length / customers.length).toBeGreaterThan(2);
  });

  test('has of everything that a mapper must bear', () => {
    expect(orders.some(({ cancelledAt }) => cancelledAt !== null)).toBe(true);
    expect(orders.some(({ refunds, cancelledAt }) => refunds.length > 0 && cancelledAt === null)).toBe(true);
    expect(orders.some(({ test: isTest }) => isTest)).toBe(true);
    expect(orders.some(({ customerId }) => customerId === null)).toBe(true);
    expect(orders.some(({ lines }) => lines.every((line) => line.unitPriceMinor === 0))).toBe(true);
    expect(
      orders.some(({ customAttributes }) => customAttributes.some(({ key }) => key === 'Gift note')),
    ).toBe(true);
    expect(customers.some(({ hasAccount }) => !hasAccount)).toBe(true);
    expect(new Set(customers.map(({ marketing }) => marketing)).size).toBe(3);
    const contracts = orders.filter(({ sourceName }) => sourceName === 'subscription_contract');
    expect(contracts.length).toBeGreaterThan(0);
    expect(contracts.every(({ lines }) => lines.every((line) => line.sellingPlan))).toBe(true);
  });

  test('writes to nobody real, and history carries no browser id', () => {
    for (const { email } of customers) expect(email).toMatch(/@example\.test$/);
    expect(new Set(customers.map(({ email }) => email)).size).toBe(customers.length);
    expect(JSON.stringify(orders)).not.toContain('__larder_visitor');
    const consenting = life.households.filter(({ browserId }) => browserId);
    expect(consenting.length).toBeLessThan(life.households.length);
    for (const { browserId } of consenting) expect(browserId).toMatch(/^[\w-]{22}$/);
  });

  test('gives nothing of the true consumption away', () => {
    const keysOf = (records: readonly object[]) => [...new Set(records.flatMap(Object.keys))].sort();
    expect(keysOf(products)).toEqual(
      [
        'category',
        'createdAt',
        'description',
        'handle',
        'hasSubscriptionOffer',
        'id',
        'imagePath',
        'isGiftCard',
      ].concat([
        'productType',
        'publishedAt',
        'requiresSellingPlan',
        'requiresShipping',
        'status',
        'tags',
        'title',
        'updatedAt',
        'variants',
        'vendor',
      ]),
    );
    expect(keysOf(products.flatMap(({ variants }) => variants))).toEqual([
      'compareAtMinor',
      'id',
      'priceMinor',
      'sku',
      'stock',
      'title',
      'unitPrice',
    ]);
    expect(keysOf(customers)).toEqual([
      'createdAt',
      'email',
      'firstName',
      'hasAccount',
      'id',
      'lastName',
      'marketing',
      'updatedAt',
    ]);
    expect(keysOf(orders)).toEqual(
      [
        'cancelledAt',
        'cartToken',
        'checkoutToken',
        'createdAt',
        'currency',
        'customAttributes',
        'customerId',
        'discount',
        'email',
        'fulfillments',
      ].concat(['id', 'lines', 'name', 'processedAt', 'refunds', 'sourceName', 'test', 'updatedAt']),
    );
    expect(keysOf(everyLine)).toEqual(
      [
        'currentQuantity',
        'id',
        'productId',
        'quantity',
        'sellingPlan',
        'sku',
        'title',
        'unitPriceMinor',
      ].concat(['variantId', 'variantTitle']),
    );
    const plans = everyLine.flatMap(({ sellingPlan }) => (sellingPlan ? [sellingPlan] : []));
    expect(keysOf(plans)).toEqual(['id', 'name']);
    expect(new Set(plans.map(({ name }) => name)).size).toBeLessThanOrEqual(4); // a rhythm on offer, not the true one
  });

  test('may be empty', () => {
    const nobody = seed({ shoppers: 0 }).index.records;
    expect(nobody.orders).toEqual([]);
    expect(nobody.products.length).toBe(products.length);
  });
});

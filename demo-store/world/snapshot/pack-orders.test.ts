import { expect, test } from 'vitest';
import { seedShop } from '../seed-shop';
import { packOrders, unpackOrders } from './pack-orders';

test('orders come back as they went in', () => {
  const nowAt = Date.parse('2026-11-20T10:00:00Z');
  const { orders } = seedShop({ seed: 5, shoppers: 150, days: 90, nowAt }, () => undefined).index.records;
  expect(orders.some(({ lines }) => lines.some(({ sellingPlan }) => sellingPlan))).toBe(true);
  expect(unpackOrders(packOrders(orders))).toEqual(orders);
  expect(unpackOrders(packOrders([]))).toEqual([]);
});

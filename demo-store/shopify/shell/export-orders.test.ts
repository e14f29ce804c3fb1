import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../test-shop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());

it('the admin exports all orders as Shopify does, newest first, the order’s own fields on its first line only', async () => {
  const answer = await fetch(`${shop.url}/admin/orders/export.csv`);
  expect(answer.headers.get('content-disposition')).toContain('orders_export.csv');
  const rows = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/"[^"]*"/g, 'quoted').split(','));
  const [columns = [], ...lines] = rows;
  const at = (row: readonly string[] | undefined, column: string) => row?.[columns.indexOf(column)];
  const orders = shop.world.orders();
  expect(columns.slice(0, 3)).toEqual(['Name', 'Email', 'Financial Status']);
  expect(lines).toHaveLength(orders.reduce((sum, order) => sum + order.lines.length, 0));
  expect(lines.filter((row) => at(row, 'Id') !== '')).toHaveLength(orders.length);
  expect(at(lines[0], 'Id')).toBe(orders.at(-1)?.id);
  expect(at(lines[0], 'Created at')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}$/);
});

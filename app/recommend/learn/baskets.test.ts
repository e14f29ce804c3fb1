import { expect, it } from 'vitest';
import { openBaskets } from './baskets';
import { countBuyers } from './count-buyers';
import { ownedBy } from './owned';

function basketsOf(...lines: readonly (readonly [buyer: string, productId: string, boughtOn: number])[]) {
  const baskets = openBaskets<string>();
  for (const [buyer, productId, boughtOn] of lines) baskets.add({ buyer, productId, boughtOn });
  return baskets.close();
}

it('holds nothing of a shop without purchases', () => {
  const baskets = basketsOf();
  expect(baskets.products).toEqual([]);
  expect([...baskets.from]).toEqual([0]);
  expect(countBuyers(baskets, 100).people).toEqual({ ever: 0, lately: 0, before: 0 });
});

it('keeps each buyer’s products once a day, whatever order they come in', () => {
  const baskets = basketsOf(['a', 'x', 9], ['a', 'y', 3], ['a', 'x', 2], ['a', 'x', 9], ['b', 'y', 1]);
  expect([...baskets.from]).toEqual([0, 3, 4]);
  const lines = [...baskets.product].map((product, at) => [baskets.products[product], baskets.day[at]]);
  expect(lines).toEqual([
    ['x', 2],
    ['x', 9],
    ['y', 3],
    ['y', 1],
  ]);
});

it('counts people by product, today included and the day four weeks ago not', () => {
  const baskets = basketsOf(
    ['a', 'x', 100],
    ['a', 'x', 99],
    ['b', 'x', 73],
    ['c', 'x', 72],
    ['d', 'x', 44],
    ['e', 'x', 101],
  );
  const counts = countBuyers(baskets, 100);
  expect([counts.ever[0], counts.lately[0], counts.before[0]]).toEqual([4, 2, 1]);
  expect(counts.people).toEqual({ ever: 4, lately: 2, before: 1 });
});

it('tells what was owned on an evening, and keeps the latest of a warehouse', () => {
  const baskets = basketsOf(['a', 'x', 1], ['a', 'y', 5], ['a', 'z', 3], ['a', 'y', 9], ['b', 'z', 8]);
  const owned = ownedBy(baskets, 5, 2);
  expect([...owned.from]).toEqual([0, 2, 2]);
  const names = [...owned.product].map((product) => baskets.products[product]);
  expect(names).toEqual(['y', 'z']);
  expect([...owned.lastOn]).toEqual([5, 3]);
});

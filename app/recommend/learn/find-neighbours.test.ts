import { expect, it } from 'vitest';
import { openBaskets } from './baskets';
import { countBuyers } from './count-buyers';
import { findNeighbours } from './find-neighbours';
import { ownedBy } from './owned';

const TODAY = 1000;

/** So many people own each set of products, bought so many days ago. */
function neighboursOf(
  sets: readonly (readonly [people: number, products: string, daysAgo?: number])[],
  hidden = '',
): Record<string, readonly { readonly name: string; readonly support: number; readonly lift: number }[]> {
  const baskets = openBaskets<string>();
  let buyer = 0;
  for (const [people, products, daysAgo = 100] of sets)
    for (let i = 0; i < people; i += 1) {
      buyer += 1;
      for (const productId of products)
        baskets.add({ buyer: `${buyer}`, productId, boughtOn: TODAY - daysAgo });
    }
  const closed = baskets.close();
  const name = (product: number) => closed.products[product]!;
  const isShown = (product: number) => !hidden.includes(name(product));
  const found = findNeighbours(ownedBy(closed, TODAY), countBuyers(closed, TODAY), isShown);
  return Object.fromEntries(
    [...found].map(({ product, neighbours }) => [
      name(product),
      neighbours.map(({ productId, support, lift }) => ({ name: name(productId), support, lift })),
    ]),
  );
}

it('finds what is owned together more than by chance, both ways, with support and lift', () => {
  const found = neighboursOf([
    [20, 'ab'],
    [80, 'c'],
  ]);
  expect(Object.keys(found)).toEqual(['a', 'b']);
  // 20 of 20 own b, where a fifth of all people do; ten imagined buyers say 1.
  expect(found.a).toEqual([{ name: 'b', support: 20, lift: (20 / 0.2 + 10) / (20 + 10) }]);
  expect(found.b).toMatchObject([{ name: 'a', support: 20 }]);
});

it('says nothing of a pair that fewer than five people own', () => {
  expect(
    neighboursOf([
      [4, 'ab'],
      [80, 'c'],
    ]),
  ).toEqual({});
});

it('says nothing of a pair that chance brings together', () => {
  expect(
    neighboursOf([
      [50, 'ab'],
      [50, 'a'],
      [50, 'b'],
      [50, 'c'],
    ]),
  ).toEqual({});
});

it('names nothing that may not be shown, on either side', () => {
  expect(
    neighboursOf(
      [
        [20, 'ab'],
        [80, 'c'],
      ],
      'b',
    ),
  ).toEqual({});
});

it('puts what is bought lately before what was of another season', () => {
  const found = neighboursOf([
    [20, 'ab', 300],
    [10, 'ac', 300],
    [10, 'ac', 5],
    [100, 'd', 300],
    [30, 'd', 5],
  ]);
  expect(found.a?.map(({ name }) => name)).toEqual(['c', 'b']);
});

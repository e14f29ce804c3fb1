import { expect, it } from 'vitest';
import type { BuyerCounts } from './count-buyers';
import { listProducts } from './list-products';

/** Buyers of each product: ever, lately, in the month before. */
function listsOf(
  counts: readonly (readonly [ever: number, lately: number, before: number])[],
  about: { readonly hidden?: number; readonly people?: BuyerCounts['people'] } = {},
) {
  const column = (at: 0 | 1 | 2) => Int32Array.from(counts, (count) => count[at]);
  const people = about.people ?? { ever: 500, lately: 100, before: 100 };
  return listProducts(
    { ever: column(0), lately: column(1), before: column(2), people },
    (product) => product !== about.hidden,
    (product) => (product % 2 === 0 ? 'Tea' : ''),
  );
}

it('orders by people lately, five at least, and by people ever, two at least', () => {
  const { general } = listsOf([
    [90, 5, 2],
    [50, 9, 9],
    [10, 4, 0],
    [1, 1, 0],
    [0, 0, 0],
  ]);
  expect(general.lately).toEqual([1, 0]);
  expect(general.ever).toEqual([0, 1, 2]);
});

it('lists a category’s best, those of other days behind; a product without one is in none', () => {
  const { ofCategory } = listsOf([
    [10, 0, 0],
    [99, 9, 9],
    [20, 0, 0],
    [1, 1, 1],
    [5, 5, 0],
  ]);
  expect([...ofCategory]).toEqual([['Tea', [4, 2, 0]]]);
});

it('takes as rising what many more people buy than the month before', () => {
  const counts = [
    [40, 30, 5],
    [40, 30, 29],
    [3, 3, 0], // three people make no rise
    [60, 50, 10],
  ] as const;
  expect(listsOf(counts).general.rising).toEqual([3, 0]);
  // The whole shop has tripled: what has only done the same does not rise.
  const grown = { ever: 500, lately: 300, before: 90 };
  expect(listsOf([[40, 30, 10], ...counts.slice(3)], { people: grown }).general.rising).toEqual([1]);
});

it('leaves out what may not be shown', () => {
  const { general, ofCategory } = listsOf([[90, 30, 2]], { hidden: 0 });
  expect({ ...general, ofCategory: [...ofCategory] }).toEqual({
    ...{ lately: [], ever: [], rising: [], ofCategory: [] },
  });
});

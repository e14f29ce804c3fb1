import { expect, test } from 'vitest';
import { categoryPrior, startingCycle, UNKNOWN_PRIOR } from './category-priors';

const product = (about: {
  title?: string;
  productType?: string;
  categoryId?: string;
  categoryName?: string;
}) => categoryPrior({ title: '', productType: '', tags: [], categoryId: null, categoryName: null, ...about });

test('a prior says what kind it is of, how likely that is used up, and where that was read', () => {
  const prior = product({
    title: 'Sunrise',
    categoryId: 'fb-1-3',
    categoryName: 'Food > Beverages > Coffee',
  });
  expect(prior).toMatchObject({
    name: 'coffee',
    chance: 0.96,
    cycleDays: 28,
    from: 'category',
    words: 'Coffee',
  });
});

test('nothing known', () => {
  expect(product({ title: 'Sunrise' })).toBe(UNKNOWN_PRIOR);
  expect(product({})).toBe(UNKNOWN_PRIOR);
});

test('the days of a kind go with its typical pack', () => {
  const coffee = { cycleDays: 28, typicalPack: { g: 350 } };
  expect(startingCycle(coffee, null)).toEqual({ days: 28, isSized: false });
  expect(startingCycle(coffee, { amount: 350, unit: 'g' })).toEqual({ days: 28, isSized: true });
  expect(startingCycle(coffee, { amount: 1000, unit: 'g' })!.days).toBeGreaterThan(50);
  expect(startingCycle({ cycleDays: null }, { amount: 1, unit: 'g' })).toBeNull();
});

import { expect, it } from 'vitest';
import golden from './bucket.golden.json';
import { BUCKETS, bucketOf } from './bucket';

it.each(golden.cases as [string, string, number][])(
  'puts seed %j, value %j where GrowthBook does',
  (seed, value, bucket) => {
    expect(bucketOf(seed, value)).toBe(Math.round(bucket * BUCKETS));
  },
);

it('fills the buckets evenly', () => {
  const tenths = new Array<number>(10).fill(0);
  for (let shopper = 0; shopper < 50_000; shopper += 1) {
    const tenth = Math.floor(bucketOf('corner.myshopify.com:shelf:1', `account:${shopper}`) / 1000);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  const chiSquare = tenths.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
  // 99.9th percentile of chi-square with 9 degrees of freedom.
  expect(chiSquare).toBeLessThan(27.9);
});

it('draws layers independently of each other', () => {
  let both = 0;
  for (let shopper = 0; shopper < 50_000; shopper += 1) {
    const value = `account:${shopper}`;
    if (bucketOf('corner:holdout:1', value) < 1000 && bucketOf('corner:shelf:1', value) < 1000) both += 1;
  }
  expect(both).toBeGreaterThan(400);
  expect(both).toBeLessThan(600);
});

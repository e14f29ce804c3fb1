import { expect, test } from 'vitest';
import { openPairs } from './pair-table';

test('pairs keep their figures apart, through growth', () => {
  const pairs = openPairs();
  for (let day = 1; day <= 3; day += 1)
    for (let left = 0; left < 3000; left += 1) pairs.come(pairs.find(left, -left), day * (left + 1));
  for (let left = 0; left < 3000; left += 7) {
    const at = pairs.find(left, -left);
    expect([pairs.count(at), pairs.first(at), pairs.last(at)]).toEqual([3, left + 1, 3 * (left + 1)]);
    expect(pairs.gaps(at, 12)).toEqual([left + 1, left + 1]);
    expect(pairs.logSum(at)).toBeCloseTo(2 * Math.log(left + 1), 9);
  }
  expect(pairs.count(pairs.find(1, 1))).toBe(0);
});

test('the latest gaps come oldest first, and a day counts once', () => {
  const pairs = openPairs();
  const at = pairs.find(5, 5);
  let day = 0;
  for (let gap = 1; gap <= 20; gap += 1) {
    day += gap;
    pairs.come(at, day);
    pairs.come(at, day);
  }
  expect(pairs.gaps(at, 12)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  expect(pairs.gaps(at, 2)).toEqual([19, 20]);
  expect(pairs.count(at)).toBe(20);
});

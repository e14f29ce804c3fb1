import { expect, test } from 'vitest';
import { CURVE_BINS, readReturnCurve, returnCurve } from './return-curve';

const gaps = (days: readonly number[]) => {
  const byDay = new Uint32Array(365);
  for (const day of days) byDay[day - 1]! += 1;
  return byDay;
};

test('a curve climbs to nearly everybody, over whole days', () => {
  const { binDays, shares } = returnCurve(gaps(Array.from({ length: 100 }, (_, i) => i + 1)));
  expect(binDays).toBe(6);
  expect(shares).toHaveLength(CURVE_BINS);
  expect(shares[0]).toBe(0.06);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(0.96);
});

test('a few gaps are no curve, and one of a single day is drawn', () => {
  expect(returnCurve(gaps([3, 4, 5, 6])).shares).toEqual([]);
  expect(returnCurve(gaps([1, 1, 1, 1, 1]))).toEqual({ binDays: 1, shares: new Array(CURVE_BINS).fill(1) });
});

test('what the database keeps is read back, and anything else is no curve', () => {
  const curve = returnCurve(gaps([7, 7, 8, 9, 14]));
  expect(readReturnCurve(JSON.parse(JSON.stringify(curve)))).toEqual(curve);
  for (const broken of [[], null, 'x', { binDays: 0, shares: [] }, { binDays: 1 }])
    expect(readReturnCurve(broken).shares).toEqual([]);
});

import { expect, it } from 'vitest';
import type { ValueSums } from './moments';
import { adjustByPrePeriod, type ArmWithPrePeriod } from './pre-period';

it('narrows by the past without moving the truth', () => {
  // The value after is the value before plus a lift of one in treated.
  const before = [1, 2, 3, 4, 5, 6];
  const arm = (shift: number): ArmWithPrePeriod => {
    const after = before.map((value) => value + shift);
    const sums = (values: readonly number[]): ValueSums => ({
      units: values.length,
      sum: values.reduce((sum, value) => sum + value, 0),
      sumSquares: values.reduce((sum, value) => sum + value * value, 0),
    });
    return {
      after: sums(after),
      before: sums(before),
      sumProducts: after.reduce((sum, value, index) => sum + value * (before[index] ?? 0), 0),
    };
  };
  const adjusted = adjustByPrePeriod(arm(1), arm(0));
  expect(adjusted.theta).toBeCloseTo(1, 10);
  expect(adjusted.difference.estimate).toBeCloseTo(1, 10);
  expect(adjusted.difference.standardError).toBeLessThan(1e-6);
});

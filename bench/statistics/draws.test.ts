import { expect, it } from 'vitest';
import { drawsFrom } from './draws';

it.each([
  [100, 0.03],
  [100, 0.3],
  [1000, 0.1],
  [50, 0.9],
  [5000, 0.9],
])('draws binomial numbers of %d and %d with their mean and variance', (n, p) => {
  const draws = drawsFrom(1);
  const many = 20_000;
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < many; index += 1) {
    const value = draws.binomial(n, p);
    expect(Number.isInteger(value) && value >= 0 && value <= n).toBe(true);
    sum += value;
    squares += (value - n * p) ** 2;
  }
  const variance = n * p * (1 - p);
  expect(Math.abs(sum / many - n * p)).toBeLessThan(4 * Math.sqrt(variance / many));
  expect(Math.abs(squares / many / variance - 1)).toBeLessThan(0.06);
});

it('draws the ends without chance', () => {
  const draws = drawsFrom(2);
  expect([draws.binomial(7, 0), draws.binomial(7, 1), draws.binomial(0, 0.4)]).toEqual([0, 7, 0]);
});

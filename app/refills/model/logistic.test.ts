import { expect, test } from 'vitest';
import { fitLogistic, sigmoid } from './logistic';

test('finds the weights that made the labels', () => {
  let state = 3;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const rows = Array.from({ length: 4000 }, () => [1, 4 * random() - 2, 4 * random() - 2]);
  const labels = rows.map(([, a, b]) => (random() < sigmoid(-0.5 + 1.2 * a! - 0.7 * b!) ? 1 : 0));
  const [start, a, b] = fitLogistic(rows, labels);
  expect(start).toBeCloseTo(-0.5, 0);
  expect(a).toBeCloseTo(1.2, 0);
  expect(b).toBeCloseTo(-0.7, 0);
});

test('a prior far from the labels does not send the weights away', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => [1, (i % 10) / 10, ((i * 7) % 13) / 13]);
  const labels = rows.map((_, i) => (i % 50 === 0 ? 1 : 0));
  const weights = fitLogistic(rows, labels, { weights: [9, 6, -8], strength: 1 }, null, 40);
  const chances = rows.map((row) => sigmoid(row.reduce((sum, x, i) => sum + x * weights[i]!, 0)));
  expect(Math.max(...weights.map(Math.abs))).toBeLessThan(20);
  expect(chances.reduce((sum, p) => sum + p, 0) / rows.length).toBeCloseTo(0.02, 2);
});

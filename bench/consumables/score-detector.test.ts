import { expect, it } from 'vitest';
import { scoreDetector } from './score-detector';

const scored = (yes: readonly number[], no: readonly number[]) => [
  ...yes.map((score, at) => ({ score, isConsumable: true, cluster: `y${at}` })),
  ...no.map((score, at) => ({ score, isConsumable: false, cluster: `n${at}` })),
];

it.each([
  [[0.9, 0.8], [0.1, 0.2], 1],
  [[0.1], [0.9], 0],
  [[0.5, 0.5], [0.5], 0.5],
  [[0.9, 0.3], [0.5, 0.1], 0.75],
])('consumables %j against %j', (yes, no, auc) => {
  expect(scoreDetector(scored(yes, no), 0.5).auc).toBeCloseTo(auc, 9);
});

it('counts what is called a consumable', () => {
  const { precision, recall, rejectedAt90 } = scoreDetector(scored([0.9, 0.8, 0.2], [0.7, 0.1]), 0.5);
  expect(precision).toBeCloseTo(2 / 3, 9);
  expect(recall).toBeCloseTo(2 / 3, 9);
  expect(rejectedAt90).toBe(0.5);
});

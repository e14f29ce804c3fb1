import { normalUpperTail } from '../../app/results/statistics/distributions';
import { lnBetaTails } from '../../app/results/statistics/incomplete-beta';
import { lnBeta, lnGamma } from '../../app/results/statistics/log-gamma';
import golden from '../../app/results/statistics/numerics.golden.json';
import type { Check } from './check';
import { chiSquareUpperTail, studentUpperTail } from './tails';

/** Special functions against 40 digits: the largest error, absolute below one and relative above. */
export function numerics(): readonly Check[] {
  const errors = [
    ...golden.lnGamma.map(([x = 0, expected = 0]) => errorOf(lnGamma(x), expected)),
    ...golden.lnBeta.map(([a = 0, b = 0, expected = 0]) => errorOf(lnBeta(a, b), expected)),
    ...golden.lnBetaTails.flatMap(([x = 0, a = 0, b = 0, lower = 0, upper = 0]) => {
      const tails = lnBetaTails(x, a, b);
      return [errorOf(tails.lnLower, lower), errorOf(tails.lnUpper, upper)];
    }),
    ...golden.normalUpperTail.map(([z = 0, expected = 0]) => errorOf(normalUpperTail(z), expected)),
    ...golden.studentUpperTail.map(([t = 0, degrees = 0, expected = 0]) =>
      errorOf(studentUpperTail(t, degrees), expected),
    ),
    ...golden.chiSquareUpperTail.map(([x = 0, degrees = 0, expected = 0]) =>
      errorOf(chiSquareUpperTail(x, degrees), expected),
    ),
  ];
  const figure = Math.max(...errors);
  return [
    {
      name: `Numerics, ${errors.length} values against 40 digits: largest error`,
      figure,
      goal: 'at most',
      target: 1e-9,
      unit: '',
      runs: errors.length,
      pass: figure <= 1e-9,
      beside: {},
    },
  ];
}

function errorOf(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
}

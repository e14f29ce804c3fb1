import { expect, it, describe } from 'vitest';
import { normalQuantile, normalUpperTail } from './distributions';
import { betaCdf, betaQuantile, lnBetaTails } from './incomplete-beta';
import { lnBeta, lnDirichletBeta, lnGamma } from './log-gamma';
import { logMeanExp, logSumExp } from './log-sum';
import golden from './numerics.golden.json';

type Rows<Row> = readonly Row[];

/** Absolute below one, relative above: the bar of the bench, 1e-9, with room. */
function expectClose(actual: number, expected: number, within = 1e-11): void {
  expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(within);
}

/** For tails: every digit counts, however small the number. */
function expectSameDigits(actual: number, expected: number, within = 1e-11): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(within);
}

describe('special functions, against 40 digits', () => {
  it.each(golden.lnGamma as unknown as Rows<[number, number]>)('lnGamma(%d)', (x, expected) => {
    expectClose(lnGamma(x), expected, 1e-14);
  });
  it.each(golden.lnBeta as unknown as Rows<[number, number, number]>)('lnBeta(%d, %d)', (a, b, expected) => {
    expect(Math.abs(lnBeta(a, b) - expected)).toBeLessThan(1e-9);
    expectClose(lnBeta(b, a), expected, 1e-13);
  });
  it.each(golden.lnBetaTails as unknown as Rows<[number, number, number, number, number]>)(
    'lnBetaTails(%d, %d, %d)',
    (x, a, b, lnLower, lnUpper) => {
      const tails = lnBetaTails(x, a, b);
      expectSameDigits(Math.exp(tails.lnLower), Math.exp(lnLower));
      expectSameDigits(Math.exp(tails.lnUpper), Math.exp(lnUpper));
    },
  );
  it.each(golden.normalUpperTail as unknown as Rows<[number, number]>)(
    'normalUpperTail(%d)',
    (z, expected) => {
      expectSameDigits(normalUpperTail(z), expected);
    },
  );
});

it('inverts what it computes', () => {
  for (const p of [1e-6, 0.02, 0.3, 0.5, 0.8, 0.975, 0.9999]) {
    expectClose(1 - normalUpperTail(normalQuantile(p)), p);
    expectClose(betaCdf(betaQuantile(p, 46, 5), 46, 5), p);
  }
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
});

it('stays defined at the edges', () => {
  expect(lnGamma(0)).toBeNaN();
  expect(lnBeta(0, 1)).toBeNaN();
  expect(lnBetaTails(0, 2, 3)).toEqual({ lnLower: -Infinity, lnUpper: 0 });
  expect(betaQuantile(0, 2, 3)).toBe(0);
  expect(betaQuantile(1, 2, 3)).toBe(1);
  expect(logSumExp([])).toBe(-Infinity);
});

it('adds and averages in logarithms without overflow', () => {
  expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12);
  expect(logMeanExp([-2000, -2000, -2000])).toBeCloseTo(-2000, 12);
});

it('agrees with the two-way beta function for two arms, and with ln Γ for three', () => {
  expect(lnDirichletBeta([3, 4])).toBe(lnBeta(3, 4));
  expect(lnDirichletBeta([3, 4, 5])).toBeCloseTo(lnGamma(3) + lnGamma(4) + lnGamma(5) - lnGamma(12), 11);
});

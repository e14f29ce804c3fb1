import { bisect } from './bisect';
import { lnBeta } from './log-gamma';

/** Smallest step of Lentz's method that may stand in for zero. */
const TINY = 1e-300;

export interface LnTails {
  /** ln P(X ≤ x). */
  readonly lnLower: number;
  /** ln P(X > x). */
  readonly lnUpper: number;
}

/**
 * Both tails of a Beta(a, b) variable at x, as logarithms, so that neither underflows nor loses its digits.
 * Continued fraction of the regularised incomplete beta function (Abramowitz & Stegun 26.5.8; Numerical Recipes 6.4) by
 * Lentz's method, taken on the side where it converges fast.
 * @param x between 0 and 1
 */
export function lnBetaTails(x: number, a: number, b: number): LnTails {
  if (x <= 0) return { lnLower: -Infinity, lnUpper: 0 };
  if (x >= 1) return { lnLower: 0, lnUpper: -Infinity };
  const lnFront = a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b);
  if (x < (a + 1) / (a + b + 2)) {
    const lnLower = lnFront + Math.log(continuedFraction(x, a, b) / a);
    return { lnLower, lnUpper: lnOneMinusExp(lnLower) };
  }
  const lnUpper = lnFront + Math.log(continuedFraction(1 - x, b, a) / b);
  return { lnLower: lnOneMinusExp(lnUpper), lnUpper };
}

/** P(X ≤ x) of a Beta(a, b) variable: the regularised incomplete beta function I_x(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  return Math.exp(lnBetaTails(x, a, b).lnLower);
}

/** The x with P(X ≤ x) = p, by bisection. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  return bisect(0, 1, (x) => betaCdf(x, a, b) < p);
}

/** ln(1 − exp(v)) for v ≤ 0 without losing digits at either end (Mächler 2012). */
function lnOneMinusExp(v: number): number {
  if (v >= 0) return -Infinity;
  return v > -Math.LN2 ? Math.log(-Math.expm1(v)) : Math.log1p(-Math.exp(v));
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 100_000; m += 1) {
    const twice = 2 * m;
    const even = (m * (b - m) * x) / ((a + twice - 1) * (a + twice));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + twice) * (a + twice + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

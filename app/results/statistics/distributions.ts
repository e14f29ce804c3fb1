import { bisect } from './bisect';
import { gammaTails } from './incomplete-gamma';

/** P(Z > z) of a standard normal variable, with full relative accuracy in the tail. */
export function normalUpperTail(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  return z >= 0 ? upper / 2 : 0.5 + lower / 2;
}

/** The z with P(Z ≤ z) = p, 0 < p < 1, by bisection. */
export function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p);
  const z = bisect(0, 40, (at) => normalUpperTail(at) > tail);
  return p < 0.5 ? -z : z;
}

import { bisect } from '../../app/results/statistics/bisect';
import { lnBetaTails } from '../../app/results/statistics/incomplete-beta';
import { gammaTails } from '../../app/results/statistics/incomplete-gamma';

/** P(T > t) of Student's t with real degrees of freedom > 0 (Abramowitz & Stegun 26.7.1). */
export function studentUpperTail(t: number, degrees: number): number {
  const { lnLower } = lnBetaTails(degrees / (degrees + t * t), degrees / 2, 0.5);
  const tail = Math.exp(lnLower) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** The t with P(T ≤ t) = p, 0 < p < 1, by bisection. */
export function studentQuantile(p: number, degrees: number): number {
  const tail = Math.min(p, 1 - p);
  let far = 2;
  while (studentUpperTail(far, degrees) > tail) far *= 2;
  const t = bisect(0, far, (at) => studentUpperTail(at, degrees) > tail);
  return p < 0.5 ? -t : t;
}

/** P(X > x) of chi-square with `degrees` degrees of freedom. */
export function chiSquareUpperTail(x: number, degrees: number): number {
  return gammaTails(degrees / 2, x / 2).upper;
}

import { lnGamma } from './log-gamma';
import type { RandomNumber } from './seeded-random';

/**
 * Draws how many of `marked` persons among `all` fall into a random group of `size`: by inversion of a table of the
 * distribution, made once.
 */
export function hypergeometricDraw(
  all: number,
  marked: number,
  size: number,
): (random: RandomNumber) => number {
  const lowest = Math.max(0, size - (all - marked));
  const highest = Math.min(marked, size);
  const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
  const lnAll = lnChoose(all, size);
  const cumulative: number[] = [];
  let total = 0;
  for (let k = lowest; k <= highest; k += 1) {
    total += Math.exp(lnChoose(marked, k) + lnChoose(all - marked, size - k) - lnAll);
    cumulative.push(total);
  }
  return (random) => {
    const at = random() * total;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 1) > at) high = middle;
      else low = middle + 1;
    }
    return lowest + low;
  };
}

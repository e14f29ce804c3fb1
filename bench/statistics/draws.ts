import { seededRandom, type RandomNumber } from '../../app/results/statistics/seeded-random';

/** Random numbers of the simulated shops: everything a bench draws comes from one seed. */
export interface Draws {
  readonly random: RandomNumber;
  normal(): number;
  /** Number of successes in n trials. */
  binomial(n: number, p: number): number;
  poisson(mean: number): number;
}

export function drawsFrom(seed: number): Draws {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const binomial = (n: number, p: number): number => {
    if (n <= 0 || p <= 0) return 0;
    if (p >= 1) return n;
    if (p > 0.5) return n - binomial(n, 1 - p);
    return n * p < 10 ? binomialByInversion(random, n, p) : binomialByRejection(random, n, p);
  };
  // A Poisson number is the limit of a binomial one; split it so that the limit is exact to six digits.
  const poisson = (mean: number): number =>
    binomial(
      Math.max(1_000_000, Math.ceil(mean * 10_000)),
      mean / Math.max(1_000_000, Math.ceil(mean * 10_000)),
    );
  return { random, normal, binomial, poisson };
}

function binomialByInversion(random: RandomNumber, n: number, p: number): number {
  const ratio = p / (1 - p);
  let chance = Math.exp(n * Math.log1p(-p));
  let left = random();
  let k = 0;
  while (left > chance && k < n) {
    left -= chance;
    chance *= (ratio * (n - k)) / (k + 1);
    k += 1;
  }
  return k;
}

/** Hörmann's transformed rejection, BTRS (Journal of Statistical Computation and Simulation 46 (1993) 101). */
function binomialByRejection(random: RandomNumber, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const v = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const lnOdds = Math.log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const atMode = stirlingTail(mode) + stirlingTail(n - mode);
  for (;;) {
    const u = random() - 0.5;
    const height = random();
    const reach = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / reach + b) * u + c);
    if (reach >= 0.07 && height <= v) return k;
    if (k < 0 || k > n) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (n - mode + 1)) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((n - k + 1) / (k + 1)) +
      (k - mode) * lnOdds +
      atMode -
      stirlingTail(k) -
      stirlingTail(n - k);
    if (Math.log((height * alpha) / (a / (reach * reach) + b)) <= bound) return k;
  }
}

function stirlingTail(k: number): number {
  const next = k + 1;
  const square = next * next;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / next;
}

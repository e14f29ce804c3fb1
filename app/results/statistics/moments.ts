/** What an arm is summed up to: one value per person, everybody counted, those with nothing as zero. */
export interface ValueSums {
  readonly units: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/** Mean and variance of one unit's value. */
export interface Moments {
  readonly units: number;
  readonly mean: number;
  readonly variance: number;
}

/** Mean and sample variance, (Σx² − (Σx)²/n) / (n − 1); a variance of 0 below two units. */
export function valueMoments({ units, sum, sumSquares }: ValueSums): Moments {
  if (units === 0) return { units, mean: 0, variance: 0 };
  const variance = units < 2 ? 0 : (sumSquares - (sum * sum) / units) / (units - 1);
  return { units, mean: sum / units, variance: Math.max(0, variance) };
}

/** Sample covariance of two values of the same units, from their sums and the sum of their products. */
export function covariance(a: ValueSums, b: ValueSums, sumProducts: number): number {
  return a.units < 2 ? 0 : (sumProducts - (a.sum * b.sum) / a.units) / (a.units - 1);
}

/** Adds the sums of two groups of different units. */
export function addSums(a: ValueSums, b: ValueSums): ValueSums {
  return { units: a.units + b.units, sum: a.sum + b.sum, sumSquares: a.sumSquares + b.sumSquares };
}

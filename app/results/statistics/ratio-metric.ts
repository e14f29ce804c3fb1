import { covariance, valueMoments, type Moments, type ValueSums } from './moments';

/** One arm of a metric that divides two values of the same persons: revenue per order, items per order. */
export interface RatioSums {
  readonly numerator: ValueSums;
  readonly denominator: ValueSums;
  /** Σ numerator × denominator over persons. */
  readonly sumProducts: number;
}

/**
 * M / D with its variance per person by the delta method, var(m)/D² + var(d) M²/D⁴ − 2 cov M/D³ (Deng, Knoblich & Lu, KDD
 * 2018). Persons stay the units: orders of one person are not independent. Works with every difference of moments.
 */
export function ratioMoments({ numerator, denominator, sumProducts }: RatioSums): Moments {
  const top = valueMoments(numerator);
  const bottom = valueMoments(denominator);
  if (bottom.mean === 0) return { units: numerator.units, mean: 0, variance: 0 };
  const d = bottom.mean;
  const variance =
    top.variance / d ** 2 +
    (bottom.variance * top.mean ** 2) / d ** 4 -
    (2 * covariance(numerator, denominator, sumProducts) * top.mean) / d ** 3;
  return { units: numerator.units, mean: top.mean / d, variance: Math.max(0, variance) };
}

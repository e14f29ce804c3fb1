import { describe, expect, it } from 'vitest';
import { sequenceReach, sequenceScale } from '../../app/results/statistics/asymptotic-sequence';
import { absoluteDifference, type Difference } from '../../app/results/statistics/difference';
import { valueMoments, type Moments, type ValueSums } from '../../app/results/statistics/moments';
import { adjustedLift, type ArmWithPrePeriod } from '../../app/results/statistics/pre-period';
import golden from '../../app/results/statistics/vectors.golden.json';
import { rateMoments, relativeDifference, welchTest } from './one-look';

interface Sums {
  readonly type: string;
  readonly n: number;
  readonly sum: number;
  readonly sum_squares?: number;
  readonly post?: Sums;
  readonly pre?: Sums;
  readonly post_pre_sum_of_products?: number;
}

interface TestVector {
  readonly name: string;
  readonly inputs: {
    readonly control: Sums;
    readonly treatment: Sums;
    readonly config: {
      readonly difference_type: 'relative' | 'absolute';
      readonly alpha: number;
      readonly sequential_tuning_parameter?: number;
    };
  };
  readonly expected_full_precision: {
    readonly expected: number;
    readonly ci: readonly [number, number];
    readonly pValue: number;
    readonly uplift: { readonly stddev: number };
  };
}

function vectorsOf(...methods: string[]): readonly TestVector[] {
  return golden.vectors
    .filter((vector) => methods.includes(vector.method))
    .map((vector) => ({ expected_full_precision: vector.expected, ...vector })) as unknown as TestVector[];
}

/** Sums of a rate are those of zeros and ones. */
const sumsOf = (given: Sums): ValueSums => ({
  units: given.n,
  sum: given.sum,
  sumSquares: given.sum_squares ?? given.sum,
});

function momentsOf(given: Sums): Moments {
  return given.type === 'proportion' ? rateMoments(given.n, given.sum) : valueMoments(sumsOf(given));
}

function armOf(given: Sums): ArmWithPrePeriod | null {
  if (!given.post || !given.pre) return null;
  return {
    after: sumsOf(given.post),
    before: sumsOf(given.pre),
    sumProducts: given.post_pre_sum_of_products ?? 0,
  };
}

function differenceOf({ inputs }: TestVector): Difference {
  const arms = [armOf(inputs.treatment), armOf(inputs.control)] as const;
  if (arms[0] && arms[1]) return adjustedLift(arms[0], arms[1]);
  const [treated, control] = [momentsOf(inputs.treatment), momentsOf(inputs.control)];
  return inputs.config.difference_type === 'relative'
    ? relativeDifference(treated, control)
    : absoluteDifference(treated, control);
}

const within = (actual: number, expected: number, error = 1e-9): void => {
  expect(Math.abs(actual - expected)).toBeLessThan(error);
};

describe('one look at a difference', () => {
  const known = vectorsOf('t_test_two_sided', 'cuped').filter(
    (vector) => vector.name !== 'ttest_missing_variance' && vector.name !== 'cuped_proportion',
  );
  it.each(known)('agrees with $name', (vector) => {
    const { expected, ci, pValue, uplift } = vector.expected_full_precision;
    const difference = differenceOf(vector);
    const tested = welchTest(difference, vector.inputs.config.alpha);
    within(difference.estimate, expected);
    within(difference.standardError, uplift.stddev);
    within(tested?.lower ?? Number.NaN, ci[0]);
    within(tested?.upper ?? Number.NaN, ci[1]);
    within(tested?.p ?? Number.NaN, pValue);
  });

  it('agrees on a rate adjusted by a rate, but for n against n − 1 in the variances', () => {
    const [vector] = vectorsOf('cuped').filter((candidate) => candidate.name === 'cuped_proportion');
    if (!vector) throw new Error('The vector is gone.');
    const { expected, ci } = vector.expected_full_precision;
    const difference = differenceOf(vector);
    within(difference.estimate, expected, 1e-5);
    within(welchTest(difference, 0.05)?.lower ?? Number.NaN, ci[0], 1e-4);
  });

  it('says nothing without variance', () => {
    const flat = valueMoments({ units: 5, sum: 5, sumSquares: 5 });
    expect(welchTest(absoluteDifference(flat, flat), 0.05)).toBeNull();
    const none = valueMoments({ units: 0, sum: 0, sumSquares: 0 });
    expect(welchTest(relativeDifference(flat, none), 0.05)).toBeNull();
  });
});

it.each(vectorsOf('sequential_two_sided', 'sequential_two_sided+cuped'))(
  'reaches as far as $name at any look',
  (vector) => {
    const { alpha, sequential_tuning_parameter: expectedSize = 5000 } = vector.inputs.config;
    const difference = differenceOf(vector);
    const size = vector.inputs.control.n + vector.inputs.treatment.n;
    const reach = sequenceReach(size, sequenceScale(alpha, expectedSize), alpha) * difference.standardError;
    within(difference.estimate, vector.expected_full_precision.expected);
    within(difference.estimate - reach, vector.expected_full_precision.ci[0]);
    within(difference.estimate + reach, vector.expected_full_precision.ci[1]);
  },
);

it.each(
  golden.vectors.filter((vector) => vector.method === 'effect_point_estimate') as unknown as {
    name: string;
    inputs: {
      mean_control: number;
      mean_treatment: number;
      relative: boolean;
      mean_control_unadjusted: number | null;
    };
    expected: { value: number };
  }[],
)('estimates $name', ({ inputs, expected }) => {
  const treated = { units: 10, mean: inputs.mean_treatment, variance: 1 };
  const control = { units: 10, mean: inputs.mean_control, variance: 1 };
  const absolute = absoluteDifference(treated, control).estimate;
  const over = inputs.mean_control_unadjusted ?? inputs.mean_control;
  expect(inputs.relative ? absolute / Math.abs(over) : absolute).toBe(expected.value);
  if (inputs.relative && inputs.mean_control_unadjusted === null) {
    expect(relativeDifference(treated, control).estimate).toBe(expected.value);
  }
});

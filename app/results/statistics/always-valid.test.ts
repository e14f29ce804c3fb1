import { describe, expect, it } from 'vitest';
import { lnSequenceEvidence, sequenceReach, sequenceScale } from './asymptotic-sequence';
import { lnRateEvidence } from './frequent-rate';
import { alwaysValidP } from './conversion-labels';
import { harmRateSequence } from './harm-rate';
import { judgeSampleRatio, lnSampleRatioEvidence } from './sample-ratio';
import golden from './vectors.golden.json';

interface SampleRatioVector {
  readonly name: string;
  readonly inputs: {
    readonly data: readonly (readonly number[])[];
    readonly null_probabilities: readonly number[];
    readonly dirichlet_alpha?: readonly number[];
    readonly dirichlet_concentration?: number;
  };
  readonly expected: {
    readonly log_marginal_M1_M0?: readonly (readonly [number, number])[];
    readonly sequential_p: readonly number[];
  };
}

interface HarmVector {
  readonly name: string;
  readonly inputs: {
    readonly successes: number;
    readonly trials: number;
    readonly alpha: number;
    readonly t_opt: number;
  };
  readonly expected: { readonly ci: readonly [number, number] };
}

function vectorsOf<Vector>(method: string): readonly Vector[] {
  return golden.vectors.filter((vector) => vector.method === method) as unknown as Vector[];
}

describe('sample ratio', () => {
  it.each(vectorsOf<SampleRatioVector>('srm_sequential_bayes_factor'))('agrees with $name', (vector) => {
    const { data, null_probabilities: shares } = vector.inputs;
    const alphas =
      vector.inputs.dirichlet_alpha ??
      shares.map((share) => share * (vector.inputs.dirichlet_concentration ?? 0));
    const counts = shares.map(() => 0);
    let p = 1;
    data.forEach((row, look) => {
      row.forEach((count, arm) => (counts[arm] = (counts[arm] ?? 0) + count));
      const lnEvidence = lnSampleRatioEvidence(counts, shares, alphas);
      p = alwaysValidP(p, lnEvidence);
      expect(Math.abs(p - (vector.expected.sequential_p[look] ?? Number.NaN))).toBeLessThan(1e-9);
      const marginals = vector.expected.log_marginal_M1_M0?.[look];
      if (marginals) expect(Math.abs(lnEvidence - (marginals[0] - marginals[1]))).toBeLessThan(1e-9);
    });
  });

  it('turns red on a broken draw and not on a healthy one, whatever the design', () => {
    const at = (counts: number[], shares: number[]) =>
      judgeSampleRatio(alwaysValidP(1, lnSampleRatioEvidence(counts, shares)));
    expect(at([1000, 9000], [0.1, 0.9])).toBe('as-designed');
    expect(at([0, 0], [0.1, 0.9])).toBe('as-designed');
    expect(at([1300, 8700], [0.1, 0.9])).toBe('mismatch');
    expect(at([3000, 3000, 3000], [0.1, 0.45, 0.45])).toBe('mismatch');
    expect(judgeSampleRatio(0.005)).toBe('note');
  });
});

describe('asymptotic sequence', () => {
  it('is Robbins’ normal mixture', () => {
    const [vector] = vectorsOf<{
      expected: { best_rho: number; log_supermartingale: number; bound: number };
    }>('robbins_normal_mixture');
    // A sum of 10 over 100 units of variance 1, with 1/ρ² of the mixture in place of ρ².
    const scale = 1 / Math.sqrt(vector?.expected.best_rho ?? 0);
    expect(lnSequenceEvidence(1, 100, scale)).toBeCloseTo(vector?.expected.log_supermartingale ?? 0, 5);
    expect(sequenceReach(100, scale, 0.05) * 10).toBeCloseTo(vector?.expected.bound ?? 0, 4);
  });

  it('reaches exactly as far as its e-value stays below 1/alpha', () => {
    const scale = sequenceScale(0.05, 5000);
    for (const size of [10, 500, 5000, 80_000]) {
      const reach = sequenceReach(size, scale, 0.05);
      expect(lnSequenceEvidence(reach, size, scale)).toBeCloseTo(Math.log(20), 10);
    }
  });
});

describe('a frequent rate', () => {
  const treated = { shoppers: 18_000, conversions: 6480 };
  const control = { shoppers: 2000, conversions: 640 };
  const scale = sequenceScale(0.05, 20_000);

  it('uses the pooled variance for "no effect"', () => {
    const pooled = 7120 / 20_000;
    const z = (0.36 - 0.32) / Math.sqrt(pooled * (1 - pooled) * (1 / 18_000 + 1 / 2000));
    expect(lnRateEvidence(treated, control, scale)).toBeCloseTo(lnSequenceEvidence(z, 20_000, scale), 10);
  });

  it('turns round when the arms are renamed', () => {
    expect(lnRateEvidence(treated, control, scale)).toBeCloseTo(lnRateEvidence(control, treated, scale), 10);
  });

  it('says nothing without persons or conversions', () => {
    const nobody = { shoppers: 0, conversions: 0 };
    expect(lnRateEvidence(nobody, nobody, scale)).toBe(0);
    const none = { shoppers: 900, conversions: 0 };
    expect(lnRateEvidence(none, { shoppers: 100, conversions: 0 }, scale)).toBeLessThanOrEqual(0);
  });
});

describe('harm rate', () => {
  it.each(vectorsOf<HarmVector>('beta_binomial_confidence_sequence_one_proportion'))(
    'agrees with $name',
    ({ inputs, expected }) => {
      const { successes, trials, alpha, t_opt: tightestAt } = inputs;
      const interval = harmRateSequence(successes, trials, { tightestAt, alpha });
      expect(Math.abs(interval.lower - expected.ci[0])).toBeLessThan(1e-5);
      expect(Math.abs(interval.upper - expected.ci[1])).toBeLessThan(1e-5);
    },
  );

  it('knows nothing without trials', () => {
    expect(harmRateSequence(0, 0, { tightestAt: 1000, alpha: 0.05 })).toEqual({ lower: 0, upper: 1 });
  });
});

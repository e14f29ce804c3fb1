import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysValidP, evidenceP, labelRatio, liftSequence, lnLabelEvidence } from './conversion-labels';
import { lnHarmEvidence } from './label-harm';
import { reviewLift, reviewP } from './label-review';
import golden from './vectors.golden.json';

interface LabelVector {
  readonly name: string;
  readonly inputs: {
    readonly conversions_treatment: number;
    readonly conversions_control: number;
    readonly treatment_share: number;
    readonly prior_beta: readonly [number, number];
    readonly alpha: number;
  };
  readonly expected: {
    readonly log_e_value: number;
    readonly p_value: number;
    readonly lift_ci: readonly [number, number];
    readonly lift_point: number;
  };
}

const vectors = golden.vectors.filter(
  (vector) => vector.method === 'conditional_beta_binomial_eprocess',
) as unknown as LabelVector[];

const counts = fc.record({
  treated: fc.integer({ min: 0, max: 3000 }),
  control: fc.integer({ min: 0, max: 800 }),
});
const shares = fc.double({ min: 0.05, max: 0.95, noNaN: true });

it.each(vectors)('agrees with $name', ({ inputs, expected }) => {
  const labels = { treated: inputs.conversions_treatment, control: inputs.conversions_control };
  const w = inputs.treatment_share;
  const c = [inputs.prior_beta[0] + inputs.prior_beta[1]];
  expect(Math.abs(lnLabelEvidence(labels, w, 1, c) - expected.log_e_value)).toBeLessThan(1e-9);
  expect(Math.abs(evidenceP(lnLabelEvidence(labels, w, 1, c)) - expected.p_value)).toBeLessThan(1e-9);
  expect(labelRatio(labels, w) - 1).toBeCloseTo(expected.lift_point, 9);
  const interval = liftSequence(labels, w, inputs.alpha, c);
  expect(interval.lower / expected.lift_ci[0]).toBeCloseTo(1, 9);
  expect(interval.upper / expected.lift_ci[1]).toBeCloseTo(1, 9);
});

describe('the mixture', () => {
  it('is an e-value: its mean under no effect is one', () => {
    const w = 0.9;
    const conversions = 40;
    let mean = 0;
    let lnChance = conversions * Math.log(1 - w);
    for (let treated = 0; treated <= conversions; treated += 1) {
      mean += Math.exp(lnChance + lnLabelEvidence({ treated, control: conversions - treated }, w));
      lnChance += Math.log(((conversions - treated) / (treated + 1)) * (w / (1 - w)));
    }
    expect(mean).toBeCloseTo(1, 10);
  });

  it('turns round when the arms are renamed', () => {
    fc.assert(
      fc.property(counts, shares, ({ treated, control }, w) => {
        const renamed = { treated: control, control: treated };
        expect(lnLabelEvidence(renamed, 1 - w)).toBeCloseTo(lnLabelEvidence({ treated, control }, w), 8);
        const there = liftSequence({ treated, control }, w, 0.05);
        const back = liftSequence(renamed, 1 - w, 0.05);
        expect(1 + back.lower).toBeCloseTo(1 / (1 + there.upper), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('holds the likeliest lift inside, and tightens with more of the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        shares,
        (treated, control, w) => {
          const few = liftSequence({ treated, control }, w, 0.05);
          const many = liftSequence({ treated: treated * 4, control: control * 4 }, w, 0.05);
          const best = labelRatio({ treated, control }, w) - 1;
          expect(few.lower).toBeLessThan(best);
          expect(few.upper).toBeGreaterThan(best);
          expect(many.lower).toBeGreaterThan(few.lower);
          expect(many.upper).toBeLessThan(few.upper);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('rules "no effect" out exactly when zero leaves the interval', () => {
    fc.assert(
      fc.property(counts, shares, fc.constantFrom(0.01, 0.05, 0.2), (labels, w, alpha) => {
        const { lower, upper } = liftSequence(labels, w, alpha);
        fc.pre(Math.abs(lower) > 1e-9 && Math.abs(upper) > 1e-9);
        expect(lnLabelEvidence(labels, w) >= -Math.log(alpha)).toBe(lower > 0 || upper < 0);
      }),
      { numRuns: 100 },
    );
  });

  it('says unknown, not a number, without conversions', () => {
    expect(liftSequence({ treated: 30, control: 0 }, 0.9, 0.05).upper).toBe(Infinity);
    expect(liftSequence({ treated: 300, control: 0 }, 0.9, 0.05).lower).toBeGreaterThan(0);
    expect(liftSequence({ treated: 0, control: 9 }, 0.9, 0.05).lower).toBe(-1);
    expect(liftSequence({ treated: 0, control: 0 }, 0.9, 0.05)).toEqual({ lower: -1, upper: Infinity });
    expect(lnLabelEvidence({ treated: 0, control: 0 }, 0.9)).toBeCloseTo(0, 12);
  });

  it('never lets the always-valid p rise', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (labels) => {
        let p = 1;
        let treated = 0;
        labels.forEach((isTreated, index) => {
          if (isTreated) treated += 1;
          const next = alwaysValidP(p, lnLabelEvidence({ treated, control: index + 1 - treated }, 0.5));
          expect(next).toBeLessThanOrEqual(p);
          p = next;
        });
      }),
      { numRuns: 30 },
    );
  });

  it('keeps its digits with millions of conversions', () => {
    const labels = { treated: 900_000, control: 100_000 };
    const { lower, upper } = liftSequence(labels, 0.9, 0.05);
    expect(lower).toBeGreaterThan(-0.02);
    expect(upper).toBeLessThan(0.02);
    expect(lower).toBeLessThan(0);
    expect(upper).toBeGreaterThan(0);
  });
});

describe('harm beyond a tolerance', () => {
  it('is an e-value at the edge and below it', () => {
    for (const ratio of [0.8, 1, 1.25]) {
      const w = (0.5 * ratio) / (0.5 * ratio + 0.5);
      const n = 30;
      let mean = 0;
      let lnChance = n * Math.log(1 - w);
      for (let treated = 0; treated <= n; treated += 1) {
        mean += Math.exp(lnChance + lnHarmEvidence({ treated, control: n - treated }, 0.5, 1.25));
        lnChance += Math.log(((n - treated) / (treated + 1)) * (w / (1 - w)));
      }
      expect(mean).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it('stays silent at the tolerated ratio and below, speaks well above it', () => {
    expect(lnHarmEvidence({ treated: 50, control: 50 }, 0.5, 1.25)).toBeLessThan(0);
    expect(lnHarmEvidence({ treated: 125, control: 100 }, 0.5, 1.25)).toBeLessThan(1);
    expect(lnHarmEvidence({ treated: 200, control: 80 }, 0.5, 1.25)).toBeGreaterThan(Math.log(20));
    expect(lnHarmEvidence({ treated: 0, control: 0 }, 0.5, 1.25)).toBeCloseTo(0, 12);
    expect(lnHarmEvidence({ treated: 0, control: 900 }, 0.5, 1.25)).toBeLessThan(-4);
  });
});

describe('the one look at the review', () => {
  it('is the exact binomial test', () => {
    // 8 or more of 10 fair coins: 56 / 1024, twice.
    expect(reviewP({ treated: 8, control: 2 }, 0.5)).toBeCloseTo(112 / 1024, 12);
    expect(reviewP({ treated: 2, control: 8 }, 0.5)).toBeCloseTo(112 / 1024, 12);
    expect(reviewP({ treated: 10, control: 0 }, 0.5)).toBeCloseTo(2 / 1024, 12);
    expect(reviewP({ treated: 0, control: 0 }, 0.9)).toBe(1);
  });

  it('has an interval of the very lifts that it does not reject', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 90 }),
        shares,
        (treated, control, w) => {
          const labels = { treated, control };
          const { lower, upper } = reviewLift(labels, w, 0.04);
          expect(reviewP(labels, w, 1 + lower)).toBeCloseTo(0.04, 6);
          expect(reviewP(labels, w, 1 + upper)).toBeCloseTo(0.04, 6);
        },
      ),
      { numRuns: 40 },
    );
    expect(reviewLift({ treated: 5, control: 0 }, 0.9, 0.04).upper).toBe(Infinity);
    expect(reviewLift({ treated: 0, control: 5 }, 0.9, 0.04).lower).toBe(-1);
  });

  it('is narrower than the interval that is safe at every look', () => {
    const labels = { treated: 810, control: 80 };
    const once = reviewLift(labels, 0.9, 0.05);
    const always = liftSequence(labels, 0.9, 0.05);
    expect(once.lower).toBeGreaterThan(always.lower);
    expect(once.upper).toBeLessThan(always.upper);
  });
});

it('shows what pooling two versions of a layer would claim where neither has an effect', () => {
  // A quiet season with a tenth in control, then a busy one with four tenths; everybody converts alike within each.
  const quiet = { treated: 7560 * 0.04, control: 840 * 0.04 };
  const busy = { treated: 5040 * 0.12, control: 3360 * 0.12 };
  const round = (labels: typeof quiet) => ({
    treated: Math.round(labels.treated),
    control: Math.round(labels.control),
  });
  expect(lnLabelEvidence(round(quiet), 0.9)).toBeLessThan(0);
  expect(lnLabelEvidence(round(busy), 0.6)).toBeLessThan(0);
  const pooled = { treated: quiet.treated + busy.treated, control: quiet.control + busy.control };
  expect(lnLabelEvidence(round(pooled), (7560 + 5040) / 16_800)).toBeGreaterThan(Math.log(1000));
});

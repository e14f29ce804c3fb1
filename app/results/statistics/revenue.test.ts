import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypergeometricDraw } from './hypergeometric';
import { limitFromPrePeriod, limitedSpend, incrementalMoney } from './money';
import { lnRevenueEvidence, revenueBets, revenueLiftSequence, revenueRatio } from './revenue-betting';
import { permutationTest } from './revenue-permutation';
import { reviewRevenueP } from './review-revenue';
import { seededRandom } from './seeded-random';

function spends(count: number, seed: number, scale = 1): readonly number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => scale * Math.exp(2 * random()));
}

describe('permutation of revenue', () => {
  const treated = { shoppers: 2700, spends: spends(150, 1) };
  const control = { shoppers: 300, spends: spends(15, 2) };

  it('counts every deal of a tiny shop alike', () => {
    // Two buyers of four persons, one of them in control: the control of one person gets each person a quarter of the time.
    const p = permutationTest(
      { shoppers: 2, spends: [1] },
      { shoppers: 2, spends: [3] },
      seededRandom(5),
      4000,
    )(1);
    expect(p).toBeGreaterThan(0.6);
    expect(
      permutationTest({ shoppers: 9, spends: [] }, { shoppers: 1, spends: [] }, seededRandom(5), 50)(1),
    ).toBe(1);
  });

  const pOf = (a: typeof treated, b: typeof control, seed: number) =>
    permutationTest(a, b, seededRandom(seed), 1500)(1);

  it('shows the same figures for the same seed, and nearly the same for another', () => {
    const first = pOf(treated, control, 1);
    expect(pOf(treated, control, 1)).toBe(first);
    expect(Math.abs(pOf(treated, control, 2) - first)).toBeLessThan(0.1);
  });

  it('does not depend on the unit of money, and turns round when the arms are renamed', () => {
    const cents = (arm: typeof treated) => ({ ...arm, spends: arm.spends.map((spend) => spend * 100) });
    const euros = pOf(treated, control, 3);
    expect(pOf(cents(treated), cents(control), 3)).toBeCloseTo(euros, 10);
    expect(Math.abs(pOf(control, treated, 3) - euros)).toBeLessThan(0.1);
  });

  it('finds a large effect', () => {
    expect(pOf({ shoppers: 2700, spends: spends(400, 4) }, control, 4)).toBeLessThan(0.01);
  });

  it('knows nothing of empty arms', () => {
    const empty = { shoppers: 0, spends: [] };
    expect(pOf(empty, empty, 1)).toBe(1);
    expect(pOf({ shoppers: 1, spends: [9] }, empty, 1)).toBe(1);
  });
});

it('deals out hypergeometric numbers', () => {
  const draw = hypergeometricDraw(20, 8, 5);
  const random = seededRandom(9);
  let sum = 0;
  for (let index = 0; index < 20_000; index += 1) {
    const value = draw(random);
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(5);
    sum += value;
  }
  expect(sum / 20_000).toBeCloseTo(2, 1);
  expect(hypergeometricDraw(10, 10, 4)(random)).toBe(4);
  expect(hypergeometricDraw(10, 0, 4)(random)).toBe(0);
});

describe('bets on revenue', () => {
  it('are fair under the tested ratio and lose no more than all', () => {
    for (const w of [0.5, 0.9, 0.95]) {
      for (const ratio of [0.5, 1, 1.7]) {
        for (const bet of revenueBets(w, ratio)) {
          // Mean growth over both arms, when a treated person's mean value is `ratio` times a control person's.
          expect(w * ratio * bet.treated + (1 - w) * bet.control).toBeCloseTo(0, 12);
          expect(Math.min(1 + bet.treated, 1 + bet.control)).toBeGreaterThan(0);
        }
      }
    }
  });

  it('rule zero out exactly when "no effect" is ruled out', () => {
    const values = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(values, values, (treated, control) => {
        const { lower, upper } = revenueLiftSequence({ treated, control }, 0.5, 0.2);
        expect(lower > 0 || upper < 0).toBe(lnRevenueEvidence({ treated, control }, 0.5) >= Math.log(5));
      }),
      { numRuns: 40 },
    );
  });

  it('find a shop whose treated spend twice as much', () => {
    const many = { treated: spends(1200, 1, 0.1), control: spends(600, 2, 0.1) };
    expect(revenueLiftSequence(many, 0.5, 0.05).lower).toBeGreaterThan(0);
    expect(revenueLiftSequence({ treated: [], control: [] }, 0.9, 0.05)).toEqual({
      lower: -1,
      upper: Infinity,
    });
  });
});

describe('money', () => {
  it('limits by the time before, never by nothing', () => {
    expect(limitFromPrePeriod(Array.from({ length: 100 }, (_, index) => index + 1))).toBe(100);
    expect(limitFromPrePeriod([0, 5, 7])).toBe(7);
    expect(limitFromPrePeriod([0, 0])).toBeNull();
    expect([-30, 12, 90_000].map((net) => limitedSpend(net, 400))).toEqual([0, 12, 400]);
  });

  it('gives a single figure only when zero lies outside', () => {
    const clear = incrementalMoney(1200, 0.2, { lower: 0.05, upper: 0.5 });
    expect(clear.lower).toBeCloseTo(1200 * (1 - 1 / 1.05), 9);
    expect(clear.upper).toBeCloseTo(400, 9);
    expect(clear.single).toBeCloseTo(200, 9);
    expect(incrementalMoney(1200, 0.2, { lower: -0.1, upper: 0.5 }).single).toBeNull();
    expect(incrementalMoney(1200, null, { lower: -1, upper: Infinity })).toEqual({
      lower: -Infinity,
      upper: 1200,
      single: null,
    });
  });
});

describe('buyers counted by what they spent', () => {
  const values = (count: number, seed: number): readonly number[] =>
    spends(count, seed).map((spend) => Math.ceil(spend * 10) / 100);
  const counted = (all: readonly number[]) => {
    const bins = [...new Set(all)].sort((a, b) => a - b);
    return { bins, buyers: bins.map((bin) => all.filter((value) => value === bin).length) };
  };

  it('say the same as one by one', () => {
    const each = { treated: values(400, 3), control: values(40, 4) };
    const [t, c] = [counted(each.treated), counted(each.control)];
    const binned = { treated: t.bins, control: c.bins, buyers: { treated: t.buyers, control: c.buyers } };
    for (const ratio of [0.7, 1, 1.4])
      expect(lnRevenueEvidence(binned, 0.9, ratio)).toBeCloseTo(lnRevenueEvidence(each, 0.9, ratio), 9);
    const [ofBinned, ofEach] = [revenueLiftSequence(binned, 0.9, 0.05), revenueLiftSequence(each, 0.9, 0.05)];
    expect(ofBinned.lower).toBeCloseTo(ofEach.lower, 6);
    expect(ofBinned.upper).toBeCloseTo(ofEach.upper, 6);
    expect(revenueRatio(binned, 0.9)).toBeCloseTo(revenueRatio(each, 0.9), 9);
  });
});

describe('revenue at the review', () => {
  it('is the permutation test, with fewer deals for many buyers', () => {
    const few = { shoppers: 2700, spends: spends(150, 1) };
    const fewer = { shoppers: 300, spends: spends(15, 2) };
    expect(reviewRevenueP(few, fewer, seededRandom(7))).toBe(
      permutationTest(few, fewer, seededRandom(7), 5000)(1),
    );
  });

  it('comes to the normal limit where there are very many', () => {
    const treated = { shoppers: 24_000, spends: spends(10_150, 5) };
    const control = { shoppers: 24_000, spends: spends(10_050, 6) };
    const dealt = permutationTest(treated, control, seededRandom(7), 800)(1);
    expect(Math.abs(reviewRevenueP(treated, control, seededRandom(7)) - dealt)).toBeLessThan(0.06);
    expect(reviewRevenueP({ shoppers: 5, spends: [] }, { shoppers: 5, spends: [] }, seededRandom(7))).toBe(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCrossover } from './crossover';
import { detectableLift, shoppersNeeded } from './power';
import { compareSegments, mergeThin, OTHER_SEGMENT } from './segments';
import { liftSinceExposure } from './since-exposure';
import { eBenjaminiHochberg, holm } from './several-tests';
import { daysUntilEnough, timeToKnow } from './time-to-know';

describe('detectable lift', () => {
  // Percent, 10/90 then 50/50: the table of facts, 80 % power at two-sided 5 %.
  it.each([
    [1000, 0.03, 181, 127],
    [1000, 0.1, 92, 59],
    [1000, 0.3, 45, 28],
    [3000, 0.1, 52, 33],
    [10_000, 0.03, 54, 34],
    [10_000, 0.1, 28, 17],
    [30_000, 0.3, 8, 5],
  ])('with %d shoppers at a base of %d', (shoppers, baseRate, atTenth, atHalf) => {
    expect(Math.abs(detectableLift({ baseRate, controlShare: 0.1 }, shoppers) * 100 - atTenth)).toBeLessThan(
      1,
    );
    expect(Math.abs(detectableLift({ baseRate, controlShare: 0.5 }, shoppers) * 100 - atHalf)).toBeLessThan(
      1,
    );
  });

  it('is what the needed shoppers are for', () => {
    const design = { baseRate: 0.08, controlShare: 0.1 };
    expect(detectableLift(design, shoppersNeeded(design, 0.2))).toBeCloseTo(0.2, 9);
    expect(detectableLift({ ...design, baseRate: 0.9 }, 10)).toBe(Infinity);
    expect(detectableLift(design, 0)).toBe(Infinity);
  });
});

describe('time to know', () => {
  const design = { baseRate: 0.1, controlShare: 0.1 };
  it('counts the days of the shop’s own traffic and the window', () => {
    const answer = timeToKnow(design, 2000, 28);
    const needed = (shoppersNeeded(design, 0.1) * 1.65) / 2000 + 28;
    expect(answer).toEqual({ reason: 'days', days: Math.ceil(needed), lift: 0.1 });
  });

  it('tells a small shop what it would see instead, more with a larger control', () => {
    const answer = timeToKnow(design, 40, 28);
    if (answer.reason !== 'too-small') throw new Error('It should be too small.');
    expect(answer.seenWithShare.map((share) => share.controlShare)).toEqual([0.1, 0.2, 0.3, 0.5]);
    const lifts = answer.seenWithShare.map((share) => share.detectableLift);
    expect(lifts).toEqual([...lifts].sort((a, b) => b - a));
  });

  it('promises nothing without traffic or rate', () => {
    expect(timeToKnow(design, 0, 28)).toEqual({ reason: 'no-traffic' });
    expect(timeToKnow({ ...design, baseRate: 0 }, 100, 28)).toEqual({ reason: 'no-traffic' });
    expect(daysUntilEnough(3, 20, 0)).toBeNull();
    expect(daysUntilEnough(3, 20, 0.5)).toBe(34);
    expect(daysUntilEnough(25, 20, 0)).toBe(0);
  });
});

describe('several tests', () => {
  it('adjusts by Holm', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it('never makes a p-value smaller by Holm, and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        const adjusted = holm(ps);
        ps.forEach((p, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
          ps.forEach((other, at) => {
            if (p < other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[at] ?? 0);
          });
        });
      }),
    );
  });

  it('chooses by e-BH', () => {
    const ln = (values: number[]) => values.map((value) => Math.log(value));
    expect(eBenjaminiHochberg(ln([100, 1, 45, 2]), 0.05)).toEqual([true, false, true, false]);
    expect(eBenjaminiHochberg(ln([60, 1, 30, 2]), 0.05)).toEqual([false, false, false, false]);
    expect(eBenjaminiHochberg([], 0.05)).toEqual([]);
  });
});

it('puts thin segments together and marks what stands out', () => {
  const merged = mergeThin([
    { name: 'tea', labels: { treated: 90, control: 12 } },
    { name: 'coffee', labels: { treated: 900, control: 50 } },
    { name: 'soap', labels: { treated: 270, control: 30 } },
    { name: 'oats', labels: { treated: 100, control: 9 } },
  ]);
  expect(merged.map((segment) => [segment.name, segment.of, segment.isThin])).toEqual([
    ['coffee', ['coffee'], false],
    ['soap', ['soap'], false],
    [OTHER_SEGMENT, ['tea', 'oats'], false],
  ]);
  expect(compareSegments(merged, 0.9, 0.1).map((segment) => segment.standsOut)).toEqual([true, false, false]);
  expect(mergeThin([{ name: 'guest', labels: { treated: 9, control: 1 } }])).toMatchObject([
    { name: 'guest', isThin: true },
  ]);
});

it('judges crossovers by their share', () => {
  const of = (crossed: number) =>
    judgeCrossover({ shoppers: 900, crossed }, { shoppers: 100, crossed: Math.round(crossed / 9) });
  expect(of(0)).toEqual({ state: 'clean', share: 0, attenuation: 1 });
  expect(of(18).state).toBe('warn');
  expect(of(18).attenuation).toBeCloseTo(0.96, 10);
  expect(of(54).state).toBe('broken');
  expect(judgeCrossover({ shoppers: 0, crossed: 0 }, { shoppers: 0, crossed: 0 }).state).toBe('clean');
});

it('shows the lift by days since the exposure, and nothing where there is too little', () => {
  const stretches = liftSinceExposure(
    [
      { treated: 900, control: 50 },
      { treated: 450, control: 50 },
      { treated: 90, control: 10 },
    ],
    0.9,
    0.05,
  );
  expect(stretches.map(({ from, to }) => [from, to])).toEqual([
    [0, 7],
    [7, 14],
    [14, 28],
  ]);
  expect(stretches[0]?.lift?.lower).toBeGreaterThan(0);
  expect(stretches[1]?.lift?.lower).toBeLessThan(0);
  expect(stretches[2]?.lift).toBeNull();
  expect(liftSinceExposure([], 0.9, 0.05).every((point) => point.lift === null)).toBe(true);
});

import { expect, test } from 'vitest';
import { dayDistribution } from './when-model';
import { OFFLINE_MODEL } from './offline-model';
import type { RefillCase } from './refill-case';
import { fitWeekdays, weekdayFactors, weekdayOf } from './weekdays';

const EVEN = OFFLINE_MODEL.when.weekdays;

const shopperOn = (onDay: number, visitGaps: readonly number[]): RefillCase => ({
  onDay,
  gaps: visitGaps,
  purchases: visitGaps.length + 1,
  productLogMean: Math.log(14),
  repeatShare: 0.5,
  recentPurchases: 3,
  usualPurchases: 3,
  visits: visitGaps.length + 1,
  visitGaps,
  tenureDays: visitGaps.reduce((a, b) => a + b, 0),
  logQuantityRatio: 0,
});

test('days of the week weigh one on average, whatever the visits', () => {
  for (const gaps of [[], [7, 7, 7], [1, 2, 3, 4, 5, 6], [400]]) {
    const factors = weekdayFactors(shopperOn(-3, gaps), { ...EVEN, visits: 4 });
    expect(factors.reduce((a, b) => a + b, 0)).toBeCloseTo(7, 9);
    expect(Math.min(...factors)).toBeGreaterThan(0);
  }
});

test('who always comes on the same day of the week is expected on it', () => {
  const refillCase = shopperOn(700, new Array<number>(10).fill(14));
  const factors = weekdayFactors(refillCase, { ...EVEN, visits: 4 });
  expect(factors.indexOf(Math.max(...factors))).toBe(weekdayOf(700));
  const days = dayDistribution(refillCase, { ...OFFLINE_MODEL.when, weekdays: { ...EVEN, visits: 4 } });
  expect(days[13]).toBeGreaterThan(5 * days[10]!);
  expect(days.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
});

test('a shop of weekly shoppers lets their days count, one without a rhythm does not', () => {
  const arrivals = (nextIn: (i: number) => number) =>
    Array.from({ length: 400 }, (_, i) => {
      const refillCase = shopperOn(1000 + (i % 7), [7, 14, 7, 7, 21, 7]);
      return { refillCase, nextIn: nextIn(i), weight: 1 };
    });
  const weekly = fitWeekdays(
    arrivals((i) => 7 * (1 + (i % 3))),
    EVEN,
  );
  const anyDay = fitWeekdays(
    arrivals((i) => 1 + ((i * 11) % 29)),
    EVEN,
  );
  expect(weekly.visits).toBeLessThanOrEqual(1);
  expect(anyDay.visits).toBeGreaterThanOrEqual(EVEN.visits);
});

test('a shop that is closed on one day learns so', () => {
  const open = Array.from({ length: 600 }, (_, i) => ({
    refillCase: shopperOn(0, []),
    nextIn: 1 + 7 * (i % 9) + (i % 6),
    weight: 1,
  }));
  expect(fitWeekdays(open, EVEN).shares[0]).toBeLessThan(0.02);
  expect(fitWeekdays([], EVEN)).toEqual({ shares: EVEN.shares, visits: EVEN.visits });
});

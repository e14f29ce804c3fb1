import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOrigin, backtestDays, hasEnough, openBacktest, readBacktest, type Origin } from './backtest';

const days = { fromOn: 1000, toOn: 1089 };

function countsOf(...origins: readonly Origin[]) {
  const tally = openBacktest(days);
  for (const origin of origins) addOrigin(tally, origin);
  return readBacktest(tally);
}

describe('the days of a backtest', () => {
  it('are ninety, end a week before yesterday, and have sixty before them', () => {
    expect(backtestDays(700, 1097)).toEqual(days);
    expect(backtestDays(940, 1097)).toEqual(days);
    expect(backtestDays(941, 1097)).toBeNull();
    expect(backtestDays(null, 1097)).toBeNull();
  });
});

describe('a backtest', () => {
  it('counts a reminder by its own day, and its purchase within a week on either side', () => {
    const counts = countsOf(
      { onDay: 990, bestIn: 20, nextIn: 27 },
      { onDay: 990, bestIn: 20, nextIn: 28 },
      { onDay: 990, bestIn: 20, nextIn: 13 },
      { onDay: 990, bestIn: 20, nextIn: null },
      { onDay: 990, bestIn: 9, nextIn: 9 },
      { onDay: 1080, bestIn: 9, nextIn: 9 },
    );
    expect(counts.larder).toEqual({ reminders: 5, timely: 3 });
  });

  it('counts the fixed delay by its own days', () => {
    const counts = countsOf({ onDay: 960, bestIn: 45, nextIn: 31 }, { onDay: 980, bestIn: 200, nextIn: 31 });
    expect(counts.fixed).toEqual({ reminders: 1, timely: 1 });
    expect(counts.larder).toEqual({ reminders: 1, timely: 0 });
  });

  it('shows every reminder in one week or in none', () => {
    const origin = fc.record({
      onDay: fc.integer({ min: 800, max: 1100 }),
      bestIn: fc.integer({ min: 1, max: 120 }),
      nextIn: fc.option(fc.integer({ min: 1, max: 300 })),
    });
    fc.assert(
      fc.property(fc.array(origin), (origins) => {
        const { larder, fixed, weeks, notSoon } = countsOf(...origins);
        expect(weeks.reduce((sum, { count }) => sum + count, 0) + notSoon).toBe(larder.reminders);
        expect(larder.timely).toBeLessThanOrEqual(larder.reminders);
        expect(fixed.timely).toBeLessThanOrEqual(fixed.reminders);
      }),
    );
  });

  it('says nothing from few reminders', () => {
    const many = (count: number) =>
      Array.from({ length: count }, () => ({ onDay: 1000, bestIn: 30, nextIn: 30 }));
    expect(hasEnough(countsOf(...many(49)))).toBe(false);
    expect(hasEnough(countsOf(...many(50)))).toBe(true);
  });
});

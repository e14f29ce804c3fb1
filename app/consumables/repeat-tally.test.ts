import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBuyer, buyerWeight, emptyTally, SPELLS_PER_BUYER, usualProducts } from './repeat-tally';

const tallyOf = (days: readonly number[], visits: readonly number[] = days, todayOn = 400, weight = 1) => {
  const tally = emptyTally();
  addBuyer(tally, days, visits, { todayOn, weight });
  return tally;
};

describe('one buyer', () => {
  it('who came back has one return for each spell, and chances for the visits between', () => {
    const tally = tallyOf([0, 30], [0, 10, 30], 31);
    expect(tally).toMatchObject({ buyers: 1, repeatBuyers: 1, returns: 1, gaps: 1 });
    // Days 1 to 7 away, 8 to 14 visited; 15 to 28 away; the return itself is no chance let pass.
    expect(tally.passed).toBeCloseTo(0.1 + 1 + 0.1, 9);
  });

  it('counts as a buyer once there was time to come back', () => {
    expect(tallyOf([0], [0], 27).buyers).toBe(0);
    expect(tallyOf([0], [0], 28).buyers).toBe(1);
  });

  it('of 400 purchases counts for no more spells than anyone', () => {
    const days = Array.from({ length: 400 }, (_, day) => day);
    expect(tallyOf(days).returns).toBe(SPELLS_PER_BUYER);
    expect(tallyOf(days).buyers).toBe(1);
  });

  it('without purchases, or with only those of days to come, is nobody', () => {
    expect(tallyOf([])).toEqual(emptyTally());
    expect(tallyOf([500, 510], [500, 510], 400)).toEqual(emptyTally());
    expect(tallyOf([390, 500], [390, 500], 400).repeatBuyers).toBe(0);
  });

  it('is known by even gaps', () => {
    expect(tallyOf([0, 30, 60]).evenness).toBeGreaterThan(0.3);
    expect(tallyOf([0, 1, 60]).evenness).toBe(-1);
  });
});

it('who buys far more than others counts less', () => {
  expect(usualProducts([1, 1, 2, 3, 0, 40])).toBe(3);
  expect(usualProducts([])).toBe(3);
  expect(buyerWeight(3, 3)).toBe(1);
  expect(buyerWeight(30, 3)).toBeCloseTo(0.1, 9);
});

const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 800 }), { maxLength: 60 })
  .map((all) => all.sort((a, b) => a - b));

it('never looks ahead: what comes after today changes nothing', () => {
  fc.assert(
    fc.property(days, days, fc.integer({ min: 0, max: 800 }), (bought, others, todayOn) => {
      const visits = [...new Set([...bought, ...others])].sort((a, b) => a - b);
      const known = (all: readonly number[]) => all.filter((day) => day <= todayOn);
      expect(tallyOf(bought, visits, todayOn)).toEqual(tallyOf(known(bought), known(visits), todayOn));
    }),
  );
});

it('is finite and never negative, and no buyer outweighs another by more than the spells', () => {
  fc.assert(
    fc.property(days, days, (bought, others) => {
      const visits = [...new Set([...bought, ...others])].sort((a, b) => a - b);
      const tally = tallyOf(bought, visits, 800);
      expect(tally.passed).toBeGreaterThanOrEqual(-1e-9);
      expect(tally.passed).toBeLessThanOrEqual(7 * SPELLS_PER_BUYER);
      expect(tally.returns).toBeLessThanOrEqual(SPELLS_PER_BUYER);
      expect(Number.isFinite(tally.evenness)).toBe(true);
    }),
  );
});

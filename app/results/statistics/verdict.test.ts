import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeHarm } from './harm';
import { judgeCrossover } from './crossover';
import { checkHealth, daysWithGap, type HealthInput } from './health';
import { decideVerdict, type VerdictInput } from './verdict';
import { verdictSentence } from './verdict-sentence';

const healthy: HealthInput = {
  sampleRatioP: 1,
  triggeredRatioP: 1,
  crossover: 'clean',
  days: [{ treated: 90, control: 10 }],
  treatedShare: 0.9,
  countedRows: 890,
  countedPersons: 890,
  limitFixedAt: 1000,
  startedAt: 2000,
};

const start: VerdictInput = {
  treatedShare: 0.9,
  health: checkHealth(healthy),
  shoppers: 10_000,
  open: { treated: 900, control: 100 },
  openP: 1,
  closed: { treated: 810, control: 88 },
  review: null,
};

const said = (change: Partial<VerdictInput>): string =>
  verdictSentence(decideVerdict({ ...start, ...change }), 'shelf');

describe('the states', () => {
  it('collects until the smaller arm has enough closed conversions', () => {
    expect(decideVerdict({ ...start, shoppers: 0, closed: { treated: 0, control: 0 } })).toEqual({
      state: 'collecting',
      reason: 'nobody-yet',
      has: 0,
      earlySign: null,
    });
    expect(said({ closed: { treated: 150, control: 19 } })).toBe(
      'Collecting: enough orders have come, and the comparison waits until their time to count is over.',
    );
    expect(said({ closed: { treated: 150, control: 19 }, open: { treated: 160, control: 19 } })).toBe(
      'Collecting: the smaller group has 19 of the 20 orders that a fair comparison needs.',
    );
    // Zero conversions in control, however many in treated: no figure.
    expect(
      decideVerdict({ ...start, closed: { treated: 900, control: 0 }, open: { treated: 900, control: 0 } }),
    ).toMatchObject({ state: 'collecting', has: 0 });
  });

  it('is unclear while zero is inside', () => {
    const verdict = decideVerdict(start);
    expect(verdict).toMatchObject({ state: 'unclear', reason: 'holds-zero', earlySign: null });
    expect(verdictSentence(verdict, 'reminder')).toMatch(
      /^Unclear: the effect may lie anywhere from \d+% fewer to \d+% more purchases, or there may be none\.$/,
    );
  });

  it('helps or hurts when zero is outside at any look', () => {
    expect(decideVerdict({ ...start, closed: { treated: 1800, control: 110 } })).toMatchObject({
      state: 'helps',
      reason: 'every-look',
    });
    expect(said({ closed: { treated: 1800, control: 110 } })).toMatch(
      /^Helps: shoppers with it ordered more often than those without, by \d+% to \d+%\.$/,
    );
    expect(said({ closed: { treated: 700, control: 150 } })).toMatch(
      /^Hurts: .* less often .*, by \d+% to \d+%\.$/,
    );
  });

  it('takes the one look of the review, frozen, beside the daily one', () => {
    const closed = { treated: 810, control: 68 };
    const review = { open: closed, closed };
    expect(decideVerdict({ ...start, closed })).toMatchObject({ state: 'unclear' });
    expect(decideVerdict({ ...start, closed, review })).toMatchObject({ state: 'helps', reason: 'review' });
    // Counts that come later do not take the review back, but a contradiction does.
    const later = { treated: 1600, control: 160 };
    expect(decideVerdict({ ...start, closed: later, review })).toMatchObject({
      state: 'helps',
      reason: 'review',
    });
    const reversed = { treated: 1600, control: 280 };
    expect(decideVerdict({ ...start, closed: reversed, review })).toMatchObject({
      state: 'unclear',
      reason: 'review-contradicted',
    });
    expect(said({ closed: reversed, review })).toContain('opposite directions');
    expect(decideVerdict({ ...start, review: { open: closed, closed: null } })).toMatchObject({
      state: 'unclear',
    });
  });

  it('takes open labels as an early sign only', () => {
    expect(decideVerdict({ ...start, openP: 0.005, open: { treated: 990, control: 70 } })).toMatchObject({
      state: 'unclear',
      earlySign: 'more',
    });
    expect(decideVerdict({ ...start, openP: 0.005, open: { treated: 800, control: 150 } })).toMatchObject({
      earlySign: 'fewer',
    });
    const open = { treated: 800, control: 120 };
    expect(decideVerdict({ ...start, review: { open, closed: null } })).toMatchObject({ earlySign: 'fewer' });
  });

  it('is broken before everything else, and says why', () => {
    const health = checkHealth({ ...healthy, sampleRatioP: 1e-4, countedRows: 900 });
    expect(decideVerdict({ ...start, health, closed: { treated: 5000, control: 50 } })).toEqual({
      state: 'broken',
      reasons: ['sample-ratio', 'repeated-persons'],
    });
    expect(said({ health })).toBe(
      'Broken: these numbers cannot be compared, because the groups are not of the sizes that the draw would give and some shoppers were counted more than once.',
    );
  });

  it('never claims an effect whose interval holds zero, and turns round when the arms are renamed', () => {
    const counts = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(counts, counts, (treated, control) => {
        const verdict = decideVerdict({ ...start, treatedShare: 0.5, closed: { treated, control } });
        const renamed = decideVerdict({
          ...start,
          treatedShare: 0.5,
          closed: { treated: control, control: treated },
        });
        if (verdict.state === 'helps') {
          expect(verdict.interval.lower).toBeGreaterThan(0);
          expect(renamed.state).toBe('hurts');
        } else if (verdict.state === 'hurts') {
          expect(verdict.interval.upper).toBeLessThan(0);
          expect(renamed.state).toBe('helps');
        } else expect(renamed.state).toBe(verdict.state);
        expect(verdictSentence(verdict, 'reminder')).not.toMatch(/NaN|undefined|Infinity|-\d/);
      }),
      { numRuns: 80 },
    );
  });
});

const crossed = (persons: number) =>
  judgeCrossover({ shoppers: 9000, crossed: persons }, { shoppers: 1000, crossed: 0 }).state;

describe('health', () => {
  const stateOf = (change: Partial<HealthInput>, check: string) =>
    checkHealth({ ...healthy, ...change }).find((finding) => finding.check === check)?.state;

  it('is fine on a healthy shop', () => {
    expect(new Set(checkHealth(healthy).map((finding) => finding.state))).toEqual(new Set(['fine']));
  });

  it.each([
    ['sample-ratio', { sampleRatioP: 1e-4 }],
    ['sample-ratio-triggered', { triggeredRatioP: 1e-4 }],
    ['crossover', { crossover: crossed(600) }],
    ['logging-gap', { days: [{ treated: 900, control: 0 }] }],
    ['repeated-persons', { countedRows: 891 }],
    ['limit-from-results', { limitFixedAt: 3000 }],
  ] as const)('turns red on %s', (check, change) => {
    expect(stateOf(change, check)).toBe('broken');
    expect(said({ health: checkHealth({ ...healthy, ...change }) })).toMatch(/^Broken: .*because [a-z ]+\.$/);
  });

  it('only notes what may still be compared', () => {
    expect(stateOf({ sampleRatioP: 0.005 }, 'sample-ratio')).toBe('note');
    expect(stateOf({ crossover: crossed(200) }, 'crossover')).toBe('note');
    expect(stateOf({ limitFixedAt: null }, 'limit-from-results')).toBe('fine');
  });

  it('takes a quiet day for a quiet day', () => {
    expect(
      daysWithGap(
        [
          { treated: 0, control: 0 },
          { treated: 20, control: 0 },
          { treated: 0, control: 2 },
        ],
        0.9,
      ),
    ).toEqual([]);
    expect(
      daysWithGap(
        [
          { treated: 90, control: 10 },
          { treated: 0, control: 11 },
        ],
        0.9,
      ),
    ).toEqual([1]);
  });
});

describe('harm', () => {
  const tolerance = { rate: 0.05, tightestAt: 1000 };
  it('is known only when the whole interval lies on one side', () => {
    expect(judgeHarm(0, 0, tolerance).state).toBe('open');
    expect(judgeHarm(60, 1000, tolerance).state).toBe('open');
    expect(judgeHarm(120, 1000, tolerance).state).toBe('beyond');
    expect(judgeHarm(5, 1000, tolerance).state).toBe('within');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXAMPLE_STATES,
  EXAMPLE_TODAY,
  exampleComparison,
  exampleInput,
  type ExampleState,
} from '../../../test/support/example-views';
import { dayToIso } from '../../shops/local-day';
import { buildComparison } from './build-comparison';
import type { ComparisonInput } from './comparison-input';
import type { DailySum, Side } from '../counting/daily-sum';

const SAYS: Readonly<Record<ExampleState, RegExp>> = {
  'never-on': /^Not started: /,
  'nobody-yet': /^Collecting: no shopper/,
  'few-conversions': /^Collecting: the smaller group has/,
  'windows-open': /^Collecting: enough orders have come/,
  unclear: /^Unclear: the effect may lie anywhere/,
  helps: /^Helps: .* by \d+% to \d+%\.$/,
  hurts: /^Hurts: .* by \d+% to \d+%\.$/,
  reviewed: /^Helps: /,
  fading: /^(Helps|Unclear): /,
  'too-small': /^(Collecting|Unclear): /,
  'several-versions': /^Unclear: /,
  'broken-sample-ratio': /^Broken: .* than the draw would give\.$/,
  'broken-crossover': /^Broken: .* in both groups\.$/,
  'broken-logging-gap': /^Broken: .*a day of one group is missing\.$/,
  'broken-repeated-persons': /^Broken: .*counted more than once\.$/,
  'broken-limit-from-results': /^Broken: .*limit on spends was set after the start\.$/,
  harmful: /^Unclear: /,
};

describe.each(EXAMPLE_STATES)('%s', (state) => {
  const view = exampleComparison(state);

  it('says so in one sentence', () => {
    expect(view.verdict.sentence).toMatch(SAYS[state]);
    expect(view.verdict.sentence.startsWith('Not started')).toBe(view.verdict.state === 'never-on');
  });

  it('survives JSON as it is', () => {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  it('shows a lift exactly when there is something to compare', () => {
    const isSilent = ['never-on', 'collecting', 'broken'].includes(view.verdict.state);
    expect(view.lift === null).toBe(isSilent);
    if (!isSilent) return;
    expect(view.segments.every((segment) => segment.lift === null)).toBe(true);
    expect(view.money?.single ?? null).toBeNull();
    expect(view.money?.revenueLift ?? null).toBeNull();
    expect(view.attributed.extra).toBeNull();
    expect(view.fading.every((span) => !span.known)).toBe(true);
  });
});

it('gives one figure for the money only when zero is outside', () => {
  expect(exampleComparison('unclear').money).toMatchObject({ single: null });
  const { money } = exampleComparison('helps');
  expect(money?.lower).toBeGreaterThan(0);
  expect(money?.single).toBeGreaterThan(money?.lower ?? 0);
  expect(money?.single).toBeLessThan(money?.upper ?? 0);
});

it('keeps versions apart and says how many it left out', () => {
  const view = exampleComparison('several-versions');
  expect(view.version?.version).toBe(2);
  expect(view.versions.map((version) => version.version)).toEqual([1, 2]);
  expect(view.leftOut.olderVersion).toBe(4210);
});

it('shows an effect that fades, by the days since the first exposure', () => {
  const [first, , last] = exampleComparison('fading').fading;
  expect(first?.lower).toBeGreaterThan(0.5);
  expect(last?.lower).toBeLessThan(0);
});

it('has a review with what it rests on, and proposes to keep what helps', () => {
  const { review, money } = exampleComparison('reviewed');
  expect(review).toMatchObject({ isLocked: true, isOverdue: false, decision: 'keep', proposal: 'keep' });
  expect(review?.openP).toBeLessThan(0.04);
  expect(money?.reviewP).toBeLessThan(0.04);
  expect(exampleComparison('helps').money?.reviewP).toBeNull();
});

it('says that a small shop is too small, and what a larger share would show', () => {
  const { time } = exampleComparison('too-small');
  if (time.reason !== 'too-small') throw new Error(time.reason);
  const [here, ...larger] = time.seenWithShare.map((share) => share.detectableLift ?? Infinity);
  expect(larger.every((lift) => lift < (here ?? 0))).toBe(true);
});

it('pauses for harm beyond the tolerance', () => {
  expect(exampleComparison('harmful').harms).toMatchObject([{ kind: 'dismissed', state: 'beyond' }]);
  expect(exampleComparison('unclear').harms).toMatchObject([{ kind: 'dismissed', state: 'within' }]);
});

it('has every day from the start to the one that is shown', () => {
  const { days, version } = exampleComparison('unclear');
  expect(days[0]?.on).toBe(version?.startedOn);
  expect(days.at(-1)?.on).toBe(dayToIso(EXAMPLE_TODAY));
  expect(days).toHaveLength(84);
});

it('says when enough will have come, and never earlier than tomorrow', () => {
  const few = exampleComparison('few-conversions').verdict;
  expect(few.enoughOn && few.enoughOn > dayToIso(EXAMPLE_TODAY)).toBe(true);
  expect(exampleComparison('nobody-yet').verdict.enoughOn).toBeNull();
});

// ---- laws ----------------------------------------------------------------------------------------------------------

const mirrored = (input: ComparisonInput): ComparisonInput => {
  const other = (side: Side): Side => (side === 'treated' ? 'control' : 'treated');
  const version = input.version && { ...input.version, shareBp: 10_000 - input.version.shareBp };
  return { ...input, version, sums: input.sums.map((row) => ({ ...row, arm: other(row.arm) })) };
};

it.each(['helps', 'hurts', 'unclear'] as const)('mirrors the lift when the arms are swapped: %s', (state) => {
  const there = exampleComparison(state);
  const back = buildComparison(mirrored(exampleInput(state)));
  const opposite = { helps: 'hurts', hurts: 'helps', unclear: 'unclear' } as const;
  expect(back.verdict.state).toBe(opposite[state]);
  expect(1 + (back.lift?.lift ?? NaN)).toBeCloseTo(1 / (1 + (there.lift?.lift ?? NaN)), 9);
  expect(1 + (back.lift?.lower ?? NaN)).toBeCloseTo(1 / (1 + (there.lift?.upper ?? NaN)), 9);
  expect(1 + (back.money?.revenueLift?.upper ?? NaN)).toBeCloseTo(
    1 / (1 + (there.money?.revenueLift?.lower ?? NaN)),
    5,
  );
});

it('says the same whatever the order of the sums', () => {
  const input = exampleInput('helps');
  const view = buildComparison(input);
  fc.assert(
    fc.property(fc.shuffledSubarray([...input.sums.keys()], { minLength: input.sums.length }), (order) => {
      const sums = order.map((at) => input.sums[at] as DailySum);
      expect(buildComparison({ ...input, sums })).toEqual(view);
    }),
    { numRuns: 3 },
  );
});

it('never lets a later day change the page of an earlier one', () => {
  const input = exampleInput('helps');
  for (const back of [3, 20, 50]) {
    const onDay = EXAMPLE_TODAY - back;
    const then = { ...input, onDay, sums: input.sums.filter((row) => row.dayOn <= onDay) };
    expect(buildComparison({ ...input, onDay })).toEqual(buildComparison(then));
  }
});

it('leaves out what is dated after today, and says so', () => {
  const input = exampleInput('unclear');
  const ahead = { tactic: 'shelf', layerId: 2, segment: 'all', arm: 'treated', sum: 0 } as const;
  const more = { sumSquares: 0, sumProducts: 0, persons: 7, dayOn: EXAMPLE_TODAY + 2 };
  const sums: readonly DailySum[] = [
    ...input.sums,
    { ...ahead, ...more, metric: 'exposed' },
    { ...ahead, ...more, metric: 'converted' },
  ];
  const view = buildComparison({ ...input, sums });
  expect(view.leftOut.afterToday).toBe(7);
  expect({ ...view, leftOut: null }).toEqual({ ...buildComparison(input), leftOut: null });
});

it('stays finite with any counts, however odd', () => {
  const metrics = [
    'drawn',
    'exposed',
    'converted',
    'closed',
    'closed-converted',
    'revenue',
    'before',
  ] as const;
  const more = ['revenue-bin:7', 'returned', 'crossed', 'dismissed', 'closed-converted-week:0'] as const;
  const row = fc.record({
    tactic: fc.constant('shelf' as const),
    layerId: fc.constant(2),
    segment: fc.constantFrom('all' as const, 'device:mobile' as const, 'device:desktop' as const),
    arm: fc.constantFrom('treated' as const, 'control' as const),
    metric: fc.constantFrom(...metrics, ...more),
    dayOn: fc.integer({ min: EXAMPLE_TODAY - 90, max: EXAMPLE_TODAY + 2 }),
    persons: fc.nat({ max: 300 }),
    sum: fc.nat({ max: 1e6 }),
    sumSquares: fc.nat({ max: 1e9 }),
    sumProducts: fc.nat({ max: 1e9 }),
  });
  const inputs = [exampleInput('reviewed'), exampleInput('several-versions')] as const;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.constantFrom(...inputs), (sums, input) => {
      const view = buildComparison({
        ...input,
        sums,
        traffic: { shoppersPerDay: 0, baseRate: null },
      });
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    }),
    { numRuns: 150 },
  );
});

it('complaints that nobody can hear are said to be unheard, and are heard once one came', () => {
  const input = exampleInput('helps', 'reminder');
  const heard = (hearsComplaints: boolean, sums = input.sums) =>
    buildComparison({ ...input, sums, hearsComplaints }).harms.map(({ kind, isHeard }) => [kind, isHeard]);
  expect(heard(true)).toEqual([
    ['unsubscribed', true],
    ['complained', true],
  ]);
  const silent = input.sums.filter(({ metric }) => metric !== 'complained');
  expect(heard(false, silent)).toEqual([
    ['unsubscribed', true],
    ['complained', false],
  ]);
});

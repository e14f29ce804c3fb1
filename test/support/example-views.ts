/** The results page in each of its states, built by the real code from made-up sums. */
import { buildComparison } from '../../app/results/page/build-comparison';
import { reviewsSoFar } from '../../app/results/page/build-review';
import type { ComparisonInput, DrawVersion, ReviewFacts } from '../../app/results/page/comparison-input';
import type { OutcomeOf } from '../../app/results/counting/outcomes';
import type { ComparisonView } from '../../app/results/page/results-view';
import { exampleSums, type ExampleShop } from './example-sums';

export const EXAMPLE_TODAY = 20_776; // 2026-11-19
const LIMIT = 12_000;

export const EXAMPLE_STATES = [
  'never-on',
  'nobody-yet',
  'few-conversions',
  'windows-open',
  'unclear',
  'helps',
  'hurts',
  'reviewed',
  'fading',
  'too-small',
  'several-versions',
  'broken-sample-ratio',
  'broken-crossover',
  'broken-logging-gap',
  'broken-repeated-persons',
  'broken-limit-from-results',
  'harmful',
] as const;

export type ExampleState = (typeof EXAMPLE_STATES)[number];

/** One comparison in a state that can be looked at. */
export function exampleComparison(state: ExampleState, of: OutcomeOf = 'shelf'): ComparisonView {
  return buildComparison(exampleInput(state, of));
}

/** What the page of a state is built from. */
export function exampleInput(state: ExampleState, of: OutcomeOf = 'shelf'): ComparisonInput {
  const { days, ...shop } = { ...BASE, ...(SHOPS[state] ?? {}) };
  const windowDays = of === 'reminder' ? 45 : 28;
  const startedOn = EXAMPLE_TODAY - days + 1;
  const version = versionOf({ startedOn, shareBp: Math.round(shop.controlShare * 10_000) });
  const isStarted = state !== 'never-on';
  const hasSums = state !== 'never-on' && state !== 'nobody-yet';
  const whole = { ...shop, of, layerId: 2, startedOn, days, windowDays, untilOn: EXAMPLE_TODAY };
  const input: ComparisonInput = {
    of,
    onDay: EXAMPLE_TODAY,
    todayOn: EXAMPLE_TODAY,
    version: isStarted ? version : null,
    versions: isStarted ? [version] : [],
    sums: hasSums ? exampleSums(whole) : [],
    olderExposed: 0,
    reviews: null,
    tolerance: 0.1,
    hearsComplaints: true,
    windowDays,
    traffic: { shoppersPerDay: 60, baseRate: 0.12 },
  };
  return changed(state, input);
}

type Shape = Omit<ExampleShop, 'of' | 'layerId' | 'startedOn' | 'untilOn' | 'windowDays'>;

const BASE: Shape = {
  days: 84,
  perDay: 120,
  controlShare: 0.1,
  rate: 0.16,
  ratioByWeek: [1.05],
  limit: LIMIT,
  seed: 4,
};

const SHOPS: Readonly<Partial<Record<ExampleState, Partial<Shape>>>> = {
  'few-conversions': { days: 20, perDay: 30 },
  'windows-open': { days: 24, perDay: 200 },
  helps: { ratioByWeek: [1.7], perDay: 160 },
  hurts: { ratioByWeek: [0.55], perDay: 160 },
  reviewed: { ratioByWeek: [1.5], perDay: 160 },
  fading: { ratioByWeek: [3, 1.1, 0.9, 0.9], perDay: 220, controlShare: 0.2 },
  'too-small': { days: 84, perDay: 12, rate: 0.2, ratioByWeek: [1] },
  'several-versions': { days: 60, controlShare: 0.3 },
  'broken-sample-ratio': { lostInControl: 0.3 },
  'broken-crossover': { crossed: 0.08 },
  harmful: { dismissRate: 0.17 },
};

function versionOf(about: Partial<DrawVersion>): DrawVersion {
  const startedOn = about.startedOn ?? EXAMPLE_TODAY - 83;
  const startedAt = startedOn * 86_400_000;
  return {
    layerId: 2,
    version: 1,
    shareBp: 1000,
    startedAt,
    startedOn,
    endedOn: null,
    limit: LIMIT,
    limitFixedAt: startedAt,
    ...about,
  };
}

function changed(state: ExampleState, input: ComparisonInput): ComparisonInput {
  const { version } = input;
  if (!version) return input;
  switch (state) {
    case 'reviewed': {
      const review = reviewOf(version.startedOn, input);
      return { ...input, reviews: reviewsSoFar([review], version.layerId, input.onDay) };
    }
    case 'several-versions': {
      const older = versionOf({ layerId: 1, startedOn: version.startedOn - 50, endedOn: version.startedOn });
      const newer = { ...version, version: 2 };
      return { ...input, version: newer, versions: [older, newer], olderExposed: 4210 };
    }
    case 'broken-logging-gap': {
      const lostOn = EXAMPLE_TODAY - 9;
      const sums = input.sums.filter(
        (row) => !(row.arm === 'control' && row.metric === 'exposed' && Math.abs(row.dayOn - lostOn) < 1),
      );
      const more = {
        tactic: input.of,
        layerId: 2,
        segment: 'all',
        arm: 'treated',
        metric: 'exposed',
      } as const;
      const rush = { ...more, dayOn: lostOn, persons: 40, sum: 0, sumSquares: 0, sumProducts: 0 };
      return { ...input, sums: [...sums, rush] };
    }
    case 'broken-repeated-persons':
      return {
        ...input,
        sums: input.sums.map((row) =>
          row.metric === 'closed-converted' ? { ...row, persons: row.persons * 8 } : row,
        ),
      };
    case 'broken-limit-from-results':
      return { ...input, version: { ...version, limitFixedAt: version.startedAt + 40 * 86_400_000 } };
    default:
      return input;
  }
}

/** Locked at four weeks and when their windows had closed, and decided four days later. */
function reviewOf(startedOn: number, { sums }: ComparisonInput): ReviewFacts {
  const dueOn = startedOn + 28;
  const closedDueOn = dueOn + 28;
  const labels = (metric: string, untilOn: number) => {
    const of = (arm: string): number =>
      sums
        .filter(
          (row) => row.segment === 'all' && row.arm === arm && row.metric === metric && row.dayOn <= untilOn,
        )
        .reduce((sum, row) => sum + row.persons, 0);
    return { treated: of('treated'), control: of('control') };
  };
  return {
    layerId: 2,
    startedOn,
    dueOn,
    closedDueOn,
    open: labels('converted', dueOn - 1),
    closed: labels('closed-converted', closedDueOn - 1),
    decision: 'keep',
    why: 'More people come back, and nobody complained.',
    decidedOn: closedDueOn + 4,
  };
}

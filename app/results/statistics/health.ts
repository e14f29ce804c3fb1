import type { CrossoverState } from './crossover';
import { judgeSampleRatio } from './sample-ratio';

export type HealthCheck =
  | 'sample-ratio'
  | 'sample-ratio-triggered'
  | 'crossover'
  | 'logging-gap'
  | 'repeated-persons'
  | 'limit-from-results';

/** `broken`: nothing may be compared. `note`: it may, with a word of warning. */
export interface HealthFinding {
  readonly check: HealthCheck;
  readonly state: 'fine' | 'note' | 'broken';
}

export interface HealthInput {
  /** Least always-valid p of the drawn persons by arm, over all looks (`lnSampleRatioEvidence`, `alwaysValidP`). */
  readonly sampleRatioP: number;
  /** The same for the persons that were exposed. */
  readonly triggeredRatioP: number;
  readonly crossover: CrossoverState;
  /** First exposures of each day by arm, days without traffic included. */
  readonly days: readonly DayCounts[];
  readonly treatedShare: number;
  /** Rows that a metric counts, and the distinct persons among them: they must be as many. */
  readonly countedRows: number;
  readonly countedPersons: number;
  /** Epoch ms; null when no value is limited. */
  readonly limitFixedAt: number | null;
  readonly startedAt: number;
}

export interface DayCounts {
  readonly treated: number;
  readonly control: number;
}

/** A day on which an arm stays empty with a smaller chance than this has lost its log. */
const GAP_CHANCE = 1e-6;

const CROSSOVER = { clean: 'fine', warn: 'note', broken: 'broken' } as const;

/** All checks, in the order of the page. The comparison is broken as soon as one of them is. */
export function checkHealth(input: HealthInput): readonly HealthFinding[] {
  const ratio = { 'as-designed': 'fine', note: 'note', mismatch: 'broken' } as const;
  const limitIsLate = input.limitFixedAt !== null && input.limitFixedAt > input.startedAt;
  return [
    { check: 'sample-ratio', state: ratio[judgeSampleRatio(input.sampleRatioP)] },
    { check: 'sample-ratio-triggered', state: ratio[judgeSampleRatio(input.triggeredRatioP)] },
    { check: 'crossover', state: CROSSOVER[input.crossover] },
    {
      check: 'logging-gap',
      state: daysWithGap(input.days, input.treatedShare).length > 0 ? 'broken' : 'fine',
    },
    { check: 'repeated-persons', state: input.countedRows > input.countedPersons ? 'broken' : 'fine' },
    { check: 'limit-from-results', state: limitIsLate ? 'broken' : 'fine' },
  ];
}

/** Positions of the days on which one arm is empty although the other's traffic makes that all but impossible. */
export function daysWithGap(days: readonly DayCounts[], treatedShare: number): readonly number[] {
  return days.flatMap(({ treated, control }, index) => {
    const chance =
      control === 0 ? treatedShare ** treated : treated === 0 ? (1 - treatedShare) ** control : 1;
    return chance < GAP_CHANCE ? [index] : [];
  });
}

import { spanOf } from './build-verdict';
import { treatedShareOf, type DrawVersion } from './comparison-input';
import type { Side } from '../counting/daily-sum';
import type { AgePoint, ComparisonView } from './results-view';
import type { ConversionLabels } from '../statistics/conversion-labels';
import { DAYS_SINCE_EXPOSURE, liftSinceExposure } from '../statistics/since-exposure';
import type { Tally } from './tally';

/** The last week that is kept apart holds everything later as well. */
const LAST_WEEK = 12;
const EXPLORED_ALPHA = 0.05;

/** Share of the closed who had converted by the end of each week since their first exposure, up to the window's. */
export function buildByAge(tally: Tally, windowDays: number): readonly AgePoint[] {
  const weeks = Math.min(LAST_WEEK + 1, Math.max(1, Math.ceil(windowDays / 7)));
  const closed = tally.labels('closed');
  if (closed.treated + closed.control === 0) return [];
  const shares = (arm: Side): readonly (number | null)[] => {
    let converted = 0;
    return Array.from({ length: weeks }, (_, week) => {
      converted += labelsOfWeek(tally, week)[arm];
      if (week === weeks - 1) converted += labelsSince(tally, weeks)[arm];
      return closed[arm] === 0 ? null : converted / closed[arm];
    });
  };
  const treated = shares('treated');
  const control = shares('control');
  const points = treated.map((share, week) => ({
    day: (week + 1) * 7,
    treated: share,
    control: control[week] ?? null,
  }));
  const none = (arm: Side): number | null => (closed[arm] === 0 ? null : 0);
  return [{ day: 0, treated: none('treated'), control: none('control') }, ...points];
}

/** Lift by stretches of days since the first exposure: does the effect fade once the novelty is gone? */
export function buildFading(
  version: DrawVersion,
  tally: Tally,
  isComparable: boolean,
): ComparisonView['fading'] {
  const byStretch = DAYS_SINCE_EXPOSURE.map(({ from, to }): ConversionLabels => {
    const labels = { treated: 0, control: 0 };
    for (let week = from / 7; week < to / 7; week += 1) {
      const own = labelsOfWeek(tally, week);
      labels.treated += own.treated;
      labels.control += own.control;
    }
    return labels;
  });
  return liftSinceExposure(byStretch, treatedShareOf(version), EXPLORED_ALPHA).map(({ from, to, lift }) =>
    isComparable && lift
      ? { from, to, known: true, ...spanOf(lift) }
      : { from, to, known: false, lower: null, upper: null },
  );
}

function labelsOfWeek(tally: Tally, week: number): ConversionLabels {
  return tally.labels(`closed-converted-week:${week}`);
}

function labelsSince(tally: Tally, week: number): ConversionLabels {
  const labels = { treated: 0, control: 0 };
  for (let later = week; later <= LAST_WEEK; later += 1) {
    labels.treated += labelsOfWeek(tally, later).treated;
    labels.control += labelsOfWeek(tally, later).control;
  }
  return labels;
}

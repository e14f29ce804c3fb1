import { dayToIso } from '../../shops/local-day';
import type { DrawVersion } from './comparison-input';
import type { DayPoint } from './results-view';
import type { DaySums } from '../statistics/daily-looks';
import type { Tally } from './tally';

/** Every local day that is shown of a version, without gaps: from its start (or its first row, should that be earlier). */
export function daysShown(version: DrawVersion, tally: Tally, onDay: number): readonly number[] {
  const first = Math.min(version.startedOn, tally.days?.first ?? version.startedOn);
  // After the end of a version people still convert; once that is over, its days are over.
  const last =
    version.endedOn === null ? onDay : Math.min(onDay, Math.max(version.endedOn, tally.days?.last ?? 0));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

export function buildDays(days: readonly number[], tally: Tally): readonly DayPoint[] {
  return days.map((day) => {
    const exposed = tally.onDay('exposed', day);
    const converted = tally.onDay('converted', day);
    return {
      on: dayToIso(day),
      treated: { exposed: exposed.treated, converted: converted.treated },
      control: { exposed: exposed.control, converted: converted.control },
    };
  });
}

/** The same days for the looks that were made at the end of each. */
export function daySums(days: readonly number[], tally: Tally): readonly DaySums[] {
  return days.map((day) => ({
    drawn: tally.onDay('drawn', day),
    exposed: tally.onDay('exposed', day),
    converted: tally.onDay('converted', day),
  }));
}

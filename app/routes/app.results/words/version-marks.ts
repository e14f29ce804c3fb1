import { isoToDay } from '../../../shops/local-day';
import type { VersionView } from '../../../results/page/results-view';
import type { ChartMark } from '../../../ui/charts/chart';

/** A line at every day on which a version began or ended, within the days that are drawn. Days as local days. */
export function versionMarks(
  versions: readonly VersionView[],
  from: number,
  to: number,
): readonly ChartMark[] {
  const marks = new Map<number, string>();
  for (const { version, startedOn, endedOn } of versions) {
    const started = isoToDay(startedOn);
    const ended = endedOn === null ? null : isoToDay(endedOn);
    if (ended !== null && !marks.has(ended)) marks.set(ended, `Version ${version} ended`);
    if (started !== null && (version > 1 || versions.length > 1)) marks.set(started, `Version ${version}`);
  }
  return [...marks]
    .filter(([day]) => day >= from && day <= to)
    .map(([at, label]) => ({ axis: 'x', at, label }));
}

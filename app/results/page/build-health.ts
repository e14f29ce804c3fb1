import { countOf, formatNumber, formatShare } from '../../ui/format-values';
import { treatedShareOf, type DrawVersion } from './comparison-input';
import type { HealthView } from './results-view';
import { judgeCrossover } from '../statistics/crossover';
import type { DailyLooks, DaySums } from '../statistics/daily-looks';
import { checkHealth, daysWithGap, type HealthCheck, type HealthFinding } from '../statistics/health';
import type { Tally } from './tally';

export interface Health {
  readonly findings: readonly HealthFinding[];
  readonly view: HealthView;
  /** What crossing over leaves of the effect. */
  readonly attenuation: number;
}

/** Whether these counts may be compared at all, with what was found in words and figures. */
export function buildHealth(
  version: DrawVersion,
  tally: Tally,
  days: readonly DaySums[],
  looks: DailyLooks,
): Health {
  const treatedShare = treatedShareOf(version);
  const armOf = (arm: 'treated' | 'control') => ({
    shoppers: tally.total(arm, 'exposed').persons,
    crossed: tally.total(arm, 'crossed').persons,
  });
  const treated = armOf('treated');
  const control = armOf('control');
  const exposedByDay = days.map((day) => day.exposed);
  const persons = treated.shoppers + control.shoppers;
  const repeated = repeatedPersons(tally);
  const crossover = judgeCrossover(treated, control);
  const findings = checkHealth({
    sampleRatioP: looks.sampleRatioP,
    triggeredRatioP: looks.triggeredRatioP,
    crossover: crossover.state,
    days: exposedByDay,
    treatedShare,
    countedRows: persons + repeated,
    countedPersons: persons,
    limitFixedAt: version.limitFixedAt,
    startedAt: version.startedAt,
  });
  const designed = `${formatShare(version.shareBp / 10_000)} by design`;
  const says: Readonly<Record<HealthCheck, string>> = {
    'sample-ratio': ratioWords('drawn', tally.labels('drawn'), designed),
    'sample-ratio-triggered': ratioWords('reached', tally.labels('exposed'), designed),
    crossover:
      crossover.share === 0
        ? 'Nobody was met in both groups.'
        : `${countOf(treated.crossed + control.crossed, 'shopper was', 'shoppers were')} met in both groups, ${formatShare(crossover.share)} of all. ${formatShare(crossover.attenuation)} of the effect is left to see.`,
    'logging-gap': gapWords(daysWithGap(exposedByDay, treatedShare).length),
    'repeated-persons':
      repeated === 0
        ? 'Every shopper counts once.'
        : `${countOf(repeated, 'shopper')} counted more than once.`,
    'limit-from-results': limitWords(version),
  };
  const view: HealthView = {
    state: findings.some((finding) => finding.state === 'broken')
      ? 'broken'
      : findings.some((finding) => finding.state === 'note')
        ? 'note'
        : 'fine',
    findings: findings.map(({ check, state }) => ({ check, state, says: says[check] })),
  };
  return { findings, view, attenuation: crossover.attenuation };
}

/** Persons that cannot be: more conversions than persons, or parts that hold more than their whole. */
function repeatedPersons(tally: Tally): number {
  let beyond = 0;
  for (const arm of ['treated', 'control'] as const) {
    const persons = (metric: Parameters<Tally['total']>[1]): number => tally.total(arm, metric).persons;
    beyond += Math.max(0, persons('converted') - persons('exposed'));
    beyond += Math.max(0, persons('closed') - persons('exposed'));
    beyond += Math.max(0, persons('closed-converted') - persons('closed'));
  }
  return beyond;
}

function ratioWords(
  did: string,
  { treated, control }: { readonly treated: number; readonly control: number },
  designed: string,
): string {
  if (treated + control === 0) return `No shopper was ${did} yet.`;
  const share = formatShare(control / (treated + control));
  return `${countOf(control, 'shopper')} of ${formatNumber(treated + control)} ${did} are in the smaller group: ${share}, ${designed}.`;
}

function gapWords(gaps: number): string {
  return gaps === 0 ? 'No day is missing in either group.' : `${countOf(gaps, 'day')} of one group missing.`;
}

function limitWords({ limit, limitFixedAt, startedAt }: DrawVersion): string {
  if (limit === null) return 'Spends are not limited.';
  return limitFixedAt !== null && limitFixedAt > startedAt
    ? 'The limit on spends was set after the start.'
    : 'The limit on spends was set before the start.';
}

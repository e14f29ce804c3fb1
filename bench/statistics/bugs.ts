import { alwaysValidP } from '../../app/results/statistics/conversion-labels';
import { checkHealth, type DayCounts, type HealthCheck } from '../../app/results/statistics/health';
import { lnSampleRatioEvidence } from '../../app/results/statistics/sample-ratio';
import { atLeast, atMost, type BenchRun, type Check } from './check';
import { drawsFrom, type Draws } from './draws';
import { LOOKS } from './shop-days';

type Bug =
  'none' | 'late-control' | 'dropped-control' | 'control-down-a-day' | 'limit-from-data' | 'orders-as-units';

const PER_DAY = 200;
const SHARE = 0.1;
const DAY_MS = 86_400_000;

const EXPECTED: readonly (readonly [Bug, string, HealthCheck])[] = [
  ['late-control', 'control logged only at a later visit', 'sample-ratio-triggered'],
  ['dropped-control', 'one in five control exposures lost', 'sample-ratio-triggered'],
  ['control-down-a-day', 'control not logged for one day', 'logging-gap'],
  ['limit-from-data', 'limit taken from the results', 'limit-from-results'],
  ['orders-as-units', 'repeat orders counted as persons', 'repeated-persons'],
];

/** Known ways to break an experiment, injected into a healthy shop: does the health check turn red, and only then? */
export function bugs({ runs, seed }: BenchRun): readonly Check[] {
  const red = (bug: Bug, check: HealthCheck | null, offset: number): number => {
    const draws = drawsFrom(seed + 9000 + offset);
    let count = 0;
    for (let run = 0; run < runs; run += 1) if (isRed(draws, bug, check)) count += 1;
    return count;
  };
  return [
    atMost('Health, nothing wrong, any check red within 84 days', red('none', null, 0), runs, 0.002),
    ...EXPECTED.map(([bug, name, check], index) =>
      atLeast(`Health, ${name}: ${check} turns red`, red(bug, check, index + 1), runs, 0.99),
    ),
  ];
}

function isRed(draws: Draws, bug: Bug, check: HealthCheck | null): boolean {
  const days: DayCounts[] = [];
  const later = new Float64Array(LOOKS + 1);
  const counts = [0, 0];
  let triggeredRatioP = 1;
  let countedRows = 0;
  let countedPersons = 0;
  for (let day = 0; day < LOOKS; day += 1) {
    const shoppers = draws.poisson(PER_DAY);
    const met = draws.binomial(shoppers, SHARE);
    const control = loggedControl(draws, bug, met, day, later);
    const treated = shoppers - met;
    days.push({ treated, control });
    counts[0] = (counts[0] ?? 0) + control;
    counts[1] = (counts[1] ?? 0) + treated;
    triggeredRatioP = alwaysValidP(triggeredRatioP, lnSampleRatioEvidence(counts, [SHARE, 1 - SHARE]));
    const buyers = draws.binomial(treated + control, 0.08);
    countedPersons += buyers;
    countedRows += buyers + (bug === 'orders-as-units' ? draws.binomial(buyers, 0.2) : 0);
  }
  const startedAt = 1000 * DAY_MS;
  const findings = checkHealth({
    sampleRatioP: 1,
    triggeredRatioP,
    crossover: 'clean',
    days,
    treatedShare: 1 - SHARE,
    countedRows,
    countedPersons,
    limitFixedAt: startedAt + (bug === 'limit-from-data' ? 28 : -1) * DAY_MS,
    startedAt,
  });
  return findings.some(
    (finding) => finding.state === 'broken' && (check === null || finding.check === check),
  );
}

function loggedControl(draws: Draws, bug: Bug, met: number, day: number, later: Float64Array): number {
  switch (bug) {
    case 'late-control':
      // Six in ten come again, ten days later on average; the others are never logged.
      for (let left = draws.binomial(met, 0.6); left > 0; left -= 1) {
        const at = Math.min(LOOKS, day + 1 + Math.floor(-10 * Math.log(1 - draws.random())));
        later[at] = (later[at] ?? 0) + 1;
      }
      return later[day] ?? 0;
    case 'dropped-control':
      return draws.binomial(met, 0.8);
    case 'control-down-a-day':
      return day === 40 ? 0 : met;
    case 'none':
    case 'limit-from-data':
    case 'orders-as-units':
      return met;
  }
}

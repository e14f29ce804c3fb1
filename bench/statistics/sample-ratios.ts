import { alwaysValidP } from '../../app/results/statistics/conversion-labels';
import { judgeSampleRatio, lnSampleRatioEvidence } from '../../app/results/statistics/sample-ratio';
import { atLeast, atMost, type BenchRun, type Check } from './check';
import { drawsFrom } from './draws';
import { LOOKS } from './shop-days';
import { chiSquareUpperTail } from './tails';

/** The draw's own health: alarms in healthy shops, and how soon a broken one is found. */
export function sampleRatios({ runs, seed }: BenchRun): readonly Check[] {
  const shops = [40, 200, 1000].flatMap((perDay) => [0.05, 0.1, 0.5].map((share) => ({ perDay, share })));
  const healthy = shops.map(({ perDay, share }, index) => {
    return watch(perDay, share, share, runs, seed + 7000 + index);
  });
  const broken = watch(200, 0.1, 0.12, runs, seed + 7100);
  const small = watch(40, 0.1, 0.13, runs, seed + 7101);
  const days = [...broken.foundOn].sort((a, b) => a - b);
  const median = days[Math.floor(runs / 2)] ?? Infinity;
  const highest = (key: 'alarms' | 'chiSquareAlarms'): number =>
    Math.max(...healthy.map((alarmed) => alarmed[key]));
  return [
    atMost(
      `Sample ratio, healthy, 84 daily looks, worst of ${shops.length}`,
      highest('alarms'),
      runs,
      0.001,
      {
        'chi-square p < 0.001 daily': highest('chiSquareAlarms') / runs,
      },
    ),
    atLeast('Sample ratio, 12 % for 10 % at 200 a day: found in 84 days', broken.alarms, runs, 0.999),
    // Even a test that knew the 12 % beforehand would find it by then in 97 % of cases at this alarm level.
    atLeast(
      'Sample ratio, 12 % for 10 % at 200 a day: found by day 40',
      days.filter((day) => day <= 40).length,
      runs,
      0.95,
    ),
    {
      name: 'Sample ratio, 12 % for 10 % at 200 a day: median day found',
      figure: median,
      goal: 'at most',
      target: 25,
      unit: 'days',
      runs,
      pass: median <= 25,
      beside: {},
    },
    atLeast('Sample ratio, 13 % for 10 % at 40 a day: found in 84 days', small.alarms, runs, 0.85),
  ];
}

function watch(perDay: number, share: number, trueShare: number, runs: number, seed: number) {
  const draws = drawsFrom(seed);
  const foundOn: number[] = [];
  let alarms = 0;
  let chiSquareAlarms = 0;
  for (let run = 0; run < runs; run += 1) {
    let p = 1;
    let chiSquareSays = false;
    let found: number | null = null;
    const counts = [0, 0];
    for (let day = 1; day <= LOOKS; day += 1) {
      const shoppers = draws.poisson(perDay);
      const control = draws.binomial(shoppers, trueShare);
      counts[0] = (counts[0] ?? 0) + control;
      counts[1] = (counts[1] ?? 0) + shoppers - control;
      p = alwaysValidP(p, lnSampleRatioEvidence(counts, [share, 1 - share]));
      if (found === null && judgeSampleRatio(p) === 'mismatch') found = day;
      chiSquareSays ||= chiSquareP(counts, share) < 0.001;
    }
    if (found !== null) alarms += 1;
    foundOn.push(found ?? Infinity);
    if (chiSquareSays) chiSquareAlarms += 1;
  }
  return { alarms, chiSquareAlarms, foundOn };
}

function chiSquareP(counts: readonly number[], share: number): number {
  const [control = 0, treated = 0] = counts;
  const all = control + treated;
  if (all === 0) return 1;
  const chiSquare =
    (control - all * share) ** 2 / (all * share) + (treated - all * (1 - share)) ** 2 / (all * (1 - share));
  return chiSquareUpperTail(chiSquare, 1);
}

/** The statistics of the results page on simulated shops with known truth, beside the usual tests. */
import { wholeNumber, type Bench } from './bench';
import { bugs } from './statistics/bugs';
import { tableRow, type BenchRun, type Check } from './statistics/check';
import { coverage } from './statistics/coverage';
import { falseAlarms } from './statistics/false-alarms';
import { harms } from './statistics/harms';
import { hash } from './statistics/hash';
import { identity } from './statistics/identity';
import { lateEffects } from './statistics/late-effects';
import { numerics } from './statistics/numerics';
import { power } from './statistics/power';
import { revenue } from './statistics/revenue';
import { sampleRatios } from './statistics/sample-ratios';
import { verdicts } from './statistics/verdicts';
import { versionsApart } from './statistics/versions';

const PARTS: Readonly<Record<string, (run: BenchRun) => readonly Check[]>> = {
  numerics,
  hash,
  'false-alarms': falseAlarms,
  coverage,
  'late-effects': lateEffects,
  versions: versionsApart,
  revenue,
  power,
  verdicts,
  'sample-ratio': sampleRatios,
  harm: harms,
  identity,
  bugs,
};

export const statistics: Bench = {
  about: 'false alarms, coverage and power on simulated shops, a table beside the usual tests',
  options: `--runs 200 (10000 for the full table) --seed 1 --only ${Object.keys(PARTS).join('|')}`,
  async run(options, say) {
    const only = options['only'];
    if (only !== undefined && !PARTS[only])
      throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}`);
    const run = { runs: wholeNumber(options, 'runs', 200), seed: wholeNumber(options, 'seed', 1) };
    const checks = Object.entries(PARTS).flatMap(([name, part]) => {
      if (only !== undefined && only !== name) return [];
      say(name);
      return part(run);
    });
    say('\n| what | target | figure | pass | runs | other methods, same data |');
    say('| --- | --- | --- | --- | --- | --- |');
    for (const check of checks) say(tableRow(check));
    return {
      figures: Object.fromEntries(checks.map((check) => [check.name, check.figure])),
      reference: Object.fromEntries(
        checks.flatMap((check) =>
          Object.entries(check.beside).map(([method, value]) => [`${check.name}: ${method}`, value]),
        ),
      ),
      bar: Object.fromEntries(checks.map((check) => [check.name, check.target])),
      pass: checks.every((check) => check.pass),
    };
  },
};

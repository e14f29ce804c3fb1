import { lnLabelEvidence } from '../../app/results/statistics/conversion-labels';
import { atMost, type BenchRun, type Check } from './check';
import { drawsFrom } from './draws';
import { liveDays, type Totals } from './shop-days';

/** A quiet season with a small control, then a busy one with a large control: six weeks each, no effect in either. */
const VERSIONS = [
  { perDay: 200, rate: 0.04, controlShare: 0.1 },
  { perDay: 200, rate: 0.12, controlShare: 0.4 },
];
const DAYS = 42;

/** Two versions of a layer after one another: each alone, and what pooling them would have claimed. */
export function versionsApart({ runs, seed }: BenchRun): readonly Check[] {
  const draws = drawsFrom(seed + 4000);
  const alarms = [0, 0];
  let pooledAlarms = 0;
  for (let run = 0; run < runs; run += 1) {
    const before: Totals = { treated: 0, control: 0, convertedTreated: 0, convertedControl: 0 };
    let pooledSays = false;
    VERSIONS.forEach((version, index) => {
      let says = false;
      let last: Readonly<Totals> = before;
      liveDays(
        draws,
        version,
        (totals) => {
          last = totals;
          const own = { treated: totals.convertedTreated, control: totals.convertedControl };
          says ||= lnLabelEvidence(own, 1 - version.controlShare) >= Math.log(20);
          const treated = before.treated + totals.treated;
          const control = before.control + totals.control;
          const pooled = {
            treated: before.convertedTreated + totals.convertedTreated,
            control: before.convertedControl + totals.convertedControl,
          };
          pooledSays ||= lnLabelEvidence(pooled, treated / (treated + control)) >= Math.log(20);
        },
        DAYS,
      );
      before.treated += last.treated;
      before.control += last.control;
      before.convertedTreated += last.convertedTreated;
      before.convertedControl += last.convertedControl;
      if (says) alarms[index] = (alarms[index] ?? 0) + 1;
    });
    if (pooledSays) pooledAlarms += 1;
  }
  return [
    atMost(
      'Two versions (10 % in a quiet season, 40 % in a busy one), no effect: worse version alone',
      Math.max(...alarms),
      runs,
      0.05,
      {
        'pooled over both': pooledAlarms / runs,
      },
    ),
  ];
}

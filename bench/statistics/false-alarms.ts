import { sequenceScale } from '../../app/results/statistics/asymptotic-sequence';
import { FREQUENT_RATE_NEEDS, lnRateEvidence } from '../../app/results/statistics/frequent-rate';
import { lnLabelEvidence } from '../../app/results/statistics/conversion-labels';
import { atMost, type BenchRun, type Check } from './check';
import { drawsFrom } from './draws';
import { growthBookSays, naiveZSays } from './other-methods';
import { LOOKS, liveDays, type Pattern, type ShopSetting } from './shop-days';

interface Alarms {
  readonly setting: ShopSetting;
  labels: number;
  labelsAtOne: number;
  common: number;
  naive: number;
  growthBook: number;
}

const PER_DAY = [10, 40, 200, 1000];
const RATES = [0.005, 0.03, 0.08, 0.35];
const CONTROL_SHARES = [0.05, 0.1, 0.5];
const PATTERNS: readonly Pattern[] = ['season', 'delay', 'bursts'];

/** No effect, looked at daily for twelve weeks: how often is one ever claimed? */
export function falseAlarms({ runs, seed }: BenchRun): readonly Check[] {
  const plain = PER_DAY.flatMap((perDay) =>
    RATES.flatMap((rate) => CONTROL_SHARES.map((controlShare) => ({ perDay, rate, controlShare }))),
  );
  const patterned = PATTERNS.flatMap((pattern) =>
    [0.03, 0.35].flatMap((rate) =>
      CONTROL_SHARES.map((controlShare) => ({ perDay: 200, rate, controlShare, pattern })),
    ),
  );
  const all = [...plain, ...patterned].map((setting, index) => {
    return alarmsOf(setting, runs, seed + index);
  });
  const shown = all.filter(
    (alarms) => alarms.setting.controlShare === 0.1 && alarms.setting.pattern === undefined,
  );
  const common = all.filter((alarms) => alarms.setting.rate === 0.35);
  const worst = (of: readonly Alarms[], key: 'labels' | 'labelsAtOne' | 'common'): number =>
    Math.max(...of.map((alarms) => alarms[key]));
  return [
    ...shown.map((alarms) =>
      atMost(`No effect, ${describe(alarms.setting)}: labels at 5 %`, alarms.labels, runs, 0.05, {
        'pooled sequence': alarms.common / runs,
        'naive z': alarms.naive / runs,
        GrowthBook: alarms.growthBook / runs,
      }),
    ),
    atMost(`No effect, worst of ${all.length} settings: labels at 5 %`, worst(all, 'labels'), runs, 0.05),
    atMost(
      `No effect, worst of ${all.length} settings: labels at 1 %`,
      worst(all, 'labelsAtOne'),
      runs,
      0.01,
    ),
    atMost(
      `No effect, 35 %, worst of ${common.length} settings: pooled sequence at 5 %`,
      worst(common, 'common'),
      runs,
      0.05,
    ),
  ];
}

function alarmsOf(setting: ShopSetting, runs: number, seed: number): Alarms {
  const draws = drawsFrom(seed);
  const scale = sequenceScale(0.05, setting.perDay * LOOKS);
  const alarms: Alarms = { setting, labels: 0, labelsAtOne: 0, common: 0, naive: 0, growthBook: 0 };
  for (let run = 0; run < runs; run += 1) {
    let highest = -Infinity;
    const said = { common: false, naive: false, growthBook: false };
    liveDays(draws, setting, (totals) => {
      const { convertedTreated, convertedControl } = totals;
      const labels = { treated: convertedTreated, control: convertedControl };
      highest = Math.max(highest, lnLabelEvidence(labels, 1 - setting.controlShare));
      said.naive ||= naiveZSays(totals);
      said.growthBook ||= growthBookSays(totals);
      if (Math.min(convertedTreated, convertedControl) >= FREQUENT_RATE_NEEDS) {
        const arms = [
          { shoppers: totals.treated, conversions: convertedTreated },
          { shoppers: totals.control, conversions: convertedControl },
        ] as const;
        said.common ||= lnRateEvidence(...arms, scale) >= Math.log(20);
      }
    });
    if (highest >= Math.log(20)) alarms.labels += 1;
    if (highest >= Math.log(100)) alarms.labelsAtOne += 1;
    if (said.common) alarms.common += 1;
    if (said.naive) alarms.naive += 1;
    if (said.growthBook) alarms.growthBook += 1;
  }
  return alarms;
}

function describe({ perDay, rate, controlShare, pattern }: ShopSetting): string {
  const control = controlShare === 0.1 ? '' : `, control ${controlShare * 100} %`;
  return `${perDay} a day, ${rate * 100} %${control}${pattern ? `, ${pattern}` : ''}`;
}

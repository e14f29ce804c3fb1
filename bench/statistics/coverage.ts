import { sequenceScale } from '../../app/results/statistics/asymptotic-sequence';
import { FREQUENT_RATE_NEEDS, lnRateEvidence } from '../../app/results/statistics/frequent-rate';
import { lnLabelEvidence } from '../../app/results/statistics/conversion-labels';
import { reviewP } from '../../app/results/statistics/label-review';
import { atLeast, type BenchRun, type Check } from './check';
import { drawsFrom } from './draws';
import { LOOKS, liveDays, type ShopSetting } from './shop-days';

const LIFTS = [-0.3, -0.1, 0, 0.1, 0.25, 0.5, 1];
const SHOPS = [
  { perDay: 40, rate: 0.08 },
  { perDay: 200, rate: 0.03 },
  { perDay: 1000, rate: 0.03 },
];

/** A true lift: how often does the interval hold it at all 84 looks? (It does when the truth is never ruled out.) */
export function coverage({ runs, seed }: BenchRun): readonly Check[] {
  const settings = SHOPS.flatMap((shop) =>
    LIFTS.flatMap((lift) =>
      [0.05, 0.1, 0.5].map((controlShare) => ({ ...shop, controlShare, ratio: 1 + lift })),
    ),
  );
  const labels = settings.map((setting, index) => {
    return labelCoverage(setting, runs, seed + 1000 + index);
  });
  const common = [-0.2, 0, 0.1, 0.3].flatMap((lift, index) =>
    [0.1, 0.5].map((controlShare) => {
      return commonCoverage(
        { perDay: 200, rate: 0.35, controlShare, ratio: 1 + lift },
        runs,
        seed + 2000 + index,
      );
    }),
  );
  const worst = (key: 'always' | 'atOne' | 'review'): number =>
    Math.min(...labels.map((measured) => measured[key]));
  const many = labels.length;
  return [
    atLeast(
      `True lift −30 … +100 %, worst of ${many} settings: 95 % interval, all looks`,
      worst('always'),
      runs,
      0.95,
    ),
    atLeast(
      `True lift −30 … +100 %, worst of ${many} settings: 99 % interval, all looks`,
      worst('atOne'),
      runs,
      0.99,
    ),
    atLeast(
      `True lift −30 … +100 %, worst of ${many} settings: 96 % review interval, one look`,
      worst('review'),
      runs,
      0.96,
    ),
    atLeast(
      `True lift −20 … +30 % at 35 %, worst of ${common.length} settings: frequent-rate 95 % interval, all looks`,
      Math.min(...common),
      runs,
      0.95,
    ),
  ];
}

function labelCoverage(setting: ShopSetting, runs: number, seed: number) {
  const draws = drawsFrom(seed);
  const { ratio = 1, controlShare } = setting;
  const covered = { always: 0, atOne: 0, review: 0 };
  for (let run = 0; run < runs; run += 1) {
    let highest = -Infinity;
    let atEnd = { treated: 0, control: 0 };
    liveDays(draws, setting, (totals) => {
      atEnd = { treated: totals.convertedTreated, control: totals.convertedControl };
      highest = Math.max(highest, lnLabelEvidence(atEnd, 1 - controlShare, ratio));
    });
    if (highest < Math.log(20)) covered.always += 1;
    if (highest < Math.log(100)) covered.atOne += 1;
    if (reviewP(atEnd, 1 - controlShare, ratio) > 0.04) covered.review += 1;
  }
  return covered;
}

function commonCoverage(setting: ShopSetting, runs: number, seed: number): number {
  const draws = drawsFrom(seed);
  const scale = sequenceScale(0.05, setting.perDay * LOOKS);
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    let isCovered = true;
    liveDays(draws, setting, (totals) => {
      if (Math.min(totals.convertedTreated, totals.convertedControl) < FREQUENT_RATE_NEEDS) return;
      const treated = { shoppers: totals.treated, conversions: totals.convertedTreated };
      const control = { shoppers: totals.control, conversions: totals.convertedControl };
      if (lnRateEvidence(treated, control, scale, setting.ratio) >= Math.log(20)) isCovered = false;
    });
    if (isCovered) covered += 1;
  }
  return covered;
}

import { sequenceScale } from '../../app/results/statistics/asymptotic-sequence';
import { FREQUENT_RATE_NEEDS, lnRateEvidence } from '../../app/results/statistics/frequent-rate';
import { lnLabelEvidence } from '../../app/results/statistics/conversion-labels';
import { reviewP } from '../../app/results/statistics/label-review';
import { ANY_LOOK_SAMPLE_FACTOR, shoppersNeeded } from '../../app/results/statistics/power';
import { atLeast, type BenchRun, type Check } from './check';
import { drawsFrom } from './draws';
import { growthBookSays, naiveZSays } from './other-methods';
import { LOOKS, liveDays, type ShopSetting } from './shop-days';

interface Found {
  labels: number;
  /** The mixture's best single concentration for a lift of this size. */
  labelsAtBest: number;
  common: number;
  growthBook: number;
  /** One look at the end. */
  review: number;
  zOnce: number;
}

/** A true effect: how often is it ever found in twelve weeks of daily looks, and by one look at the end? */
export function power({ runs, seed }: BenchRun): readonly Check[] {
  const find = (setting: ShopSetting, offset: number): Found => {
    return foundOf(setting, runs, seed + 5000 + offset);
  };
  const rare = find({ perDay: 1000, rate: 0.03, controlShare: 0.1, ratio: 1.15 }, 0);
  const medium = find({ perDay: 200, rate: 0.08, controlShare: 0.1, ratio: 1.2 }, 1);
  const common = find({ perDay: 200, rate: 0.35, controlShare: 0.1, ratio: 1.06 }, 2);
  const perDay = shoppersNeeded({ baseRate: 0.2, controlShare: 0.5 }, 0.1) / LOOKS;
  const sized = { rate: 0.2, controlShare: 0.5, ratio: 1.1 };
  const once = find({ ...sized, perDay }, 3);
  const enlarged = find({ ...sized, perDay: perDay * ANY_LOOK_SAMPLE_FACTOR }, 4);
  const besides = (found: Found): Record<string, number> => ({
    'labels, c = 100 alone': found.labelsAtBest / runs,
    'pooled sequence': found.common / runs,
    GrowthBook: found.growthBook / runs,
    'exact review': found.review / runs,
    'z, one look': found.zOnce / runs,
  });
  return [
    atLeast('1,000 a day, 3 %, +15 %: labels, ever in 84 looks', rare.labels, runs, 0.28, besides(rare)),
    atLeast('200 a day, 8 %, +20 %: labels, ever in 84 looks', medium.labels, runs, 0.24, besides(medium)),
    atLeast('200 a day, 35 %, +6 %: frequent-rate sequence, ever in 84 looks', common.common, runs, 0.14, {
      labels: common.labels / runs,
      'z, one look': common.zOnce / runs,
    }),
    // A normal walk with this drift crosses the same boundary at one of 84 looks in 52 % of cases.
    atLeast('Sized for 80 % at one look: frequent-rate sequence, ever', once.common, runs, 0.52, {
      'z, one look': once.zOnce / runs,
    }),
    atLeast(
      'The same with 1.65 times the shoppers: frequent-rate sequence, ever',
      enlarged.common,
      runs,
      0.8,
      {
        'z, one look': enlarged.zOnce / runs,
      },
    ),
  ];
}

function foundOf(setting: ShopSetting, runs: number, seed: number): Found {
  const draws = drawsFrom(seed);
  const scale = sequenceScale(0.05, setting.perDay * LOOKS);
  const found: Found = { labels: 0, labelsAtBest: 0, common: 0, growthBook: 0, review: 0, zOnce: 0 };
  for (let run = 0; run < runs; run += 1) {
    const said = { labels: false, labelsAtBest: false, common: false, growthBook: false };
    liveDays(draws, setting, (totals, day) => {
      const labels = { treated: totals.convertedTreated, control: totals.convertedControl };
      said.labels ||= lnLabelEvidence(labels, 1 - setting.controlShare) >= Math.log(20);
      said.labelsAtBest ||= lnLabelEvidence(labels, 1 - setting.controlShare, 1, [100]) >= Math.log(20);
      said.growthBook ||= growthBookSays(totals);
      if (Math.min(labels.treated, labels.control) >= FREQUENT_RATE_NEEDS) {
        said.common ||=
          lnRateEvidence(
            { shoppers: totals.treated, conversions: labels.treated },
            { shoppers: totals.control, conversions: labels.control },
            scale,
          ) >= Math.log(20);
      }
      if (day < LOOKS - 1) return;
      if (reviewP(labels, 1 - setting.controlShare) <= 0.05) found.review += 1;
      if (naiveZSays(totals)) found.zOnce += 1;
    });
    if (said.labels) found.labels += 1;
    if (said.labelsAtBest) found.labelsAtBest += 1;
    if (said.common) found.common += 1;
    if (said.growthBook) found.growthBook += 1;
  }
  return found;
}

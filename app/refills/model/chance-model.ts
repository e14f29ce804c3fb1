import type { RefillCase, RefillMoment } from './refill-case';
import { demandLately, type VisitCounts } from './demand';
import { featureList } from './feature-list';
import { dot } from './least-squares';
import type { DayMasses } from './day-grid';
import { logit, sigmoid } from './logistic';
import { logVisitGap, ownFigures } from './refill-case';
import { shareBy } from './return-model';

/** First and last day of the spans whose chances are learned: the coming week, the one after, the two after those. */
export const SPANS = [
  [1, 7],
  [8, 14],
  [15, 28],
] as const;

/**
 * For each span: weights that turn what the distribution says into what happened, on the evening of a purchase (by
 * AT_PURCHASE) and later (by LATER).
 */
export interface ChanceModel {
  readonly atPurchase: readonly (readonly number[])[];
  readonly later: readonly (readonly number[])[];
  /** Visits per returning shopper and day while that was learned, for each span. */
  readonly usualRates: { readonly atPurchase: readonly number[]; readonly later: readonly number[] };
  /** Visits of the last two weeks: how far demand has moved since. */
  readonly lately: VisitCounts;
}

/** What the distribution says of each span: the chance of a purchase in it, given none before. */
export function spanChances(days: DayMasses, returns: number, sinceDays: number): number[] {
  return SPANS.map(([from, to]) => {
    const before = shareBy(days, sinceDays + from - 1);
    const left = 1 - returns * before;
    return left < 1e-9 ? 0 : (returns * (shareBy(days, sinceDays + to) - before)) / left;
  });
}

/** Chances of a purchase in the next 7, 14 and 28 days, set right by the shop's own past. */
export function chancesAt(
  moment: RefillMoment,
  days: DayMasses,
  returns: number,
  model: ChanceModel,
): readonly number[] {
  const which = moment.sinceDays === 0 ? 'atPurchase' : 'later';
  const weights = model[which];
  let none = 1;
  return spanChances(days, returns, moment.sinceDays).map((chance, i) => {
    const demand = demandLately(model.lately, model.usualRates[which][i]!);
    none *= 1 - sigmoid(dot(weights[i]!, chanceFeatures(moment, chance)) + demand);
    return 1 - none;
  });
}

const AT_PURCHASE = featureList(['constant', 'hasRhythm', 'stated', 'pulse', 'visitGap']);

const LATER = featureList([
  'constant',
  'stated',
  'sinceDays',
  'sinceOverUsual',
  'fewOwnGaps',
  'staleness',
  'purchases',
  'decayedPurchases',
  'isFirstPurchase',
  'repeatShare',
  'recentPurchases',
  'pulse',
  'visitsSince',
  'visitOverdue',
  'visitGap',
  'purchasesPerVisit',
  'visits',
]);

/** @param chance what the distribution says of the span */
export function chanceFeatures(moment: RefillMoment, chance: number): number[] {
  const { refillCase, recentPurchases, usualPurchases } = moment;
  const { at, row } = moment.sinceDays === 0 ? AT_PURCHASE : LATER;
  const features = row();
  features[at.constant] = 1;
  features[at.stated] = logit(Math.min(0.999, Math.max(0.0005, chance)));
  features[at.pulse] = Math.log((1 + recentPurchases) / (1 + usualPurchases));
  features[at.visitGap] = logVisitGap(refillCase) - 3;
  if (moment.sinceDays === 0) features[AT_PURCHASE.at.hasRhythm] = refillCase.gaps.length >= 2 ? 1 : 0;
  else fillLater(features, moment);
  return features;
}

function fillLater(row: number[], moment: RefillMoment): void {
  const { at } = LATER;
  const { refillCase, sinceDays, recentPurchases } = moment;
  const own = ownFigures(refillCase);
  const usual = (own.n * own.mean + 2 * refillCase.productLogMean) / (own.n + 2);
  const visits = refillCase.visits + moment.visitsSince;
  row[at.sinceDays] = Math.log(1 + sinceDays) - 3;
  row[at.sinceOverUsual] = Math.min(5, (sinceDays + 1) / Math.exp(usual));
  row[at.fewOwnGaps] = 1 / (own.n + 1);
  row[at.staleness] = Math.min(1, sinceDays / 200);
  row[at.purchases] = Math.log(refillCase.purchases);
  row[at.decayedPurchases] = Math.log(decayedPurchases(refillCase, sinceDays) + 1e-3);
  row[at.isFirstPurchase] = refillCase.purchases === 1 ? 1 : 0;
  row[at.repeatShare] = logit(refillCase.repeatShare);
  row[at.recentPurchases] = Math.log(1 + recentPurchases) - 2;
  row[at.visitsSince] = Math.log(1 + moment.visitsSince);
  row[at.visitOverdue] = Math.max(
    -3,
    Math.min(3, Math.log(1 + moment.sinceVisitDays) - logVisitGap(refillCase)),
  );
  row[at.purchasesPerVisit] = Math.log(refillCase.purchases / visits);
  row[at.visits] = Math.log(visits);
}

const HALF_LIFE_DAYS = 60;

/** Purchases so far, each counting the less the longer ago it was. */
function decayedPurchases(refillCase: RefillCase, sinceDays: number): number {
  let decayed = 0;
  let age = sinceDays;
  for (let i = refillCase.gaps.length; i >= 0; i -= 1) {
    decayed += 0.5 ** (age / HALF_LIFE_DAYS);
    age += refillCase.gaps[i - 1] ?? 0;
  }
  return decayed;
}

import { fitRefillModel } from '../../app/refills/fit-refill-model';
import type { FoldedCase } from '../../app/refills/fold-cases';
import { dot } from '../../app/refills/least-squares';
import { fitLogistic, logit } from '../../app/refills/logistic';
import { OFFLINE_MODEL } from '../../app/refills/offline-model';
import type { RefillCase } from '../../app/refills/refill-case';
import { outlook, type RefillModel } from '../../app/refills/refill-model';
import { shareBy } from '../../app/refills/return-model';
import type { History } from './history';
import { shopperCuts, type RankScore, type ShopperCut } from './rank-metrics';
import { rankFeatures, statisticsAt, type Ranker } from './rank-references';

/** Horizons looked back upon, where the history is long enough to know the shop before them. */
const PAST_CUTS = 3;

/**
 * Larder's order of a shopper's own products at each cut: the reference's features and the refill model's own chance of a
 * purchase in the horizon, weighed by what happened in the horizons that ended by the cut, as far as shoppers bought again at all in them (who comes
 * at all says nothing of the order). Nothing later is looked at.
 */
export function larderRanker(history: History, cases: readonly FoldedCase[], horizonDays: number): Ranker {
  const firstDay = cases[0]?.one.onDay ?? 0;
  const casesOf = new Map<string, RefillCase[]>();
  for (const { shopper, product, one } of cases) {
    const key = `${shopper} ${product}`;
    const list = casesOf.get(key);
    if (list) list.push(one);
    else casesOf.set(key, [one]);
  }
  const featuresAt = (cutDay: number, model: RefillModel) => {
    const statistics = statisticsAt(history, cutDay);
    return (cut: ShopperCut) =>
      cut.candidates.map((pair) => {
        const one = casesOf.get(`${pair.shopper} ${pair.product}`)!.findLast((two) => two.onDay <= cutDay)!;
        return [
          ...rankFeatures(history, statistics, pair, cutDay, horizonDays),
          logit(chanceFrom(one, model, cutDay - one.onDay, horizonDays)),
        ];
      });
  };
  const learned = new Map<number, (cut: ShopperCut) => readonly RankScore[]>();
  return (cut) => {
    const found = learned.get(cut.cutDay);
    if (found) return found(cut);
    const spans = Math.floor((cut.cutDay - firstDay) / horizonDays) - 1;
    const earliest = cut.cutDay - Math.max(1, Math.min(PAST_CUTS, spans)) * horizonDays;
    const model = fitRefillModel(cases, earliest, OFFLINE_MODEL);
    const rows: number[][] = [];
    const labels: number[] = [];
    for (let pastDay = earliest; pastDay < cut.cutDay; pastDay += horizonDays) {
      const past = featuresAt(pastDay, model);
      for (const earlier of shopperCuts(history, pastDay, horizonDays)) {
        if (!earlier.isBought.some(Boolean)) continue;
        rows.push(...past(earlier));
        labels.push(...earlier.isBought.map(Number));
      }
    }
    const weights = fitLogistic(rows, labels, null, null, 8);
    const now = featuresAt(cut.cutDay, model);
    const score = (two: ShopperCut) => now(two).map((row) => ({ score: dot(weights, row) }));
    learned.set(cut.cutDay, score);
    return score(cut);
  };
}

/** Chance of a purchase in the next `days` days, given none in `since` days. */
function chanceFrom(one: RefillCase, model: RefillModel, since: number, days: number): number {
  const { days: masses, chances } = outlook(one, model);
  const returns = chances.at(-1)!;
  const before = shareBy(masses, since);
  return (returns * (shareBy(masses, since + days) - before)) / Math.max(1e-6, 1 - returns * before);
}

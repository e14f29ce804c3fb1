import { fitRefillModel } from '../../app/refills/model/fit-refill-model';
import { momentOf } from '../../app/refills/fold/fold-cases';
import type { FoldedCase } from '../../app/refills/model/folded-case';
import { OFFLINE_MODEL } from '../../app/refills/model/offline-model';
import { outlook, probabilityWithin, type RefillModel } from '../../app/refills/model/refill-model';
import type { Ranker } from './rank-references';

/**
 * Larder's order of a shopper's own products at each cut, as the shelf has it: the stated chance of a purchase in the horizon,
 * by a model learned from what lies up to the cut.
 */
export function larderRanker(cases: readonly FoldedCase[], horizonDays: number): Ranker {
  const casesOf = new Map<string, FoldedCase[]>();
  for (const folded of cases) {
    const key = `${folded.shopper} ${folded.product}`;
    const list = casesOf.get(key);
    if (list) list.push(folded);
    else casesOf.set(key, [folded]);
  }
  const models = new Map<number, RefillModel>();
  return ({ candidates, cutDay }) => {
    let model = models.get(cutDay);
    if (!model) models.set(cutDay, (model = fitRefillModel(cases, cutDay, OFFLINE_MODEL)));
    const known = model;
    return candidates.map(({ shopper, product }) => {
      const latest = casesOf
        .get(`${shopper} ${product}`)!
        .findLast(({ refillCase }) => refillCase.onDay <= cutDay)!;
      const sinceDays = cutDay - latest.refillCase.onDay;
      return {
        score: probabilityWithin(outlook(momentOf(latest, sinceDays), known), sinceDays, horizonDays),
      };
    });
  };
}

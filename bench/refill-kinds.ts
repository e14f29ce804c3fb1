import type { Bench } from './bench';
import { OFFLINE_MODEL } from '../app/refills/model/offline-model';
import { coverage, reliability } from './refills/calibration';
import { readUci } from './refills/convert-uci';
import { scoreDates } from './refills/date-metrics';
import { referencePredictors } from './refills/date-references';
import { SHOP_KINDS } from './refills/generate-shops';
import { buildHistory, originsOf } from './refills/history';
import { learnOffline } from './refills/learn-offline';
import { foldHistory, predictDates } from './refills/larder-dates';

/** The seed differs from the one the starting weights were learned with: these shops are unseen. */
const SEED = 7;
const COMPARED = ['own median', 'log-normal EB', 'OLS on logs', 'survival, best window'];

export const refillKinds: Bench = {
  about: 'The refill model, unchanged, on invented shops of several kinds',
  options: '[--kind NAME] [--learn UCI_FILE: print the weights a shop starts from, learned anew]',
  async run(options, say) {
    if (options.learn) say(JSON.stringify(learnOffline(await readUci(options.learn), OFFLINE_MODEL)));
    const figures: Record<string, number> = {};
    const reference: Record<string, number> = {};
    let pass = true;
    for (const [kind, { make, from, end, follow }] of Object.entries(SHOP_KINDS)) {
      if (options.kind !== undefined && options.kind !== kind) continue;
      say(kind);
      const history = buildHistory(make(SEED), end);
      const origins = originsOf(history, { fromDay: from, toDay: end, leastPurchases: 3 });
      const about = { endOn: end, followDays: follow, resamples: 1 };
      const predictions = predictDates(foldHistory(history), origins, 90);
      const scores = scoreDates(origins, predictions, about);
      const stated = predictions.map((prediction) => prediction.chances[1]!);
      figures[`${kind}: reminder hit ±7 d`] = scores.hit7;
      figures[`${kind}: reminder hit ±20 %`] = scores.hit20pc;
      figures[`${kind}: mean error d`] = scores.meanAe;
      figures[`${kind}: p14 largest gap`] = reliability(origins, stated, 14, end).largestGap;
      figures[`${kind}: window coverage`] = coverage(origins, predictions).share;
      let bestHit = 0;
      for (const [name, predictor] of referencePredictors(history, from)) {
        if (!COMPARED.includes(name)) continue;
        const other = scoreDates(origins, origins.map(predictor), about);
        reference[`${kind}: ${name}: reminder hit ±7 d`] = other.hit7;
        reference[`${kind}: ${name}: mean error d`] = other.meanAe;
        bestHit = Math.max(bestHit, other.hit7);
      }
      pass &&= scores.hit7 >= bestHit;
    }
    return { figures, reference, bar: { 'hit of the best reference': 1 }, pass };
  },
};

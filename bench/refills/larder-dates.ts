import { openVisitLog } from '../../app/refills/model/demand';
import { fitRefillModel } from '../../app/refills/model/fit-refill-model';
import { momentOf } from '../../app/refills/fold/fold-cases';
import type { FoldedCase } from '../../app/refills/model/folded-case';
import { OFFLINE_MODEL } from '../../app/refills/model/offline-model';
import { openLedger } from '../../app/refills/fold/product-ledger';
import {
  bestDay,
  outlook,
  probabilityWithin,
  typicalDay,
  forecastWindow,
} from '../../app/refills/model/refill-model';
import { foldPurchases, type FoldPurchase } from './fold-purchases';
import type { History, Origin } from './history';

/** What Larder says at an origin, in days from it. */
export interface LarderPrediction {
  readonly median: number;
  readonly best: number;
  readonly windowFrom: number;
  readonly windowTo: number;
  /** Chance of a purchase within 7, 14, 28 days and within the horizon. */
  readonly chances: readonly number[];
}

/** The app relearns every night; the bench every week (demand every day), sooner while there is little history. */
const RELEARN_DAYS = 7;

/** All purchases in the order of days; within a day by shopper and product as given. */
export function purchasesByDay(history: History): FoldPurchase[] {
  const purchases = history.pairs.flatMap(({ shopper, product, days, quantities }) =>
    days.map((day, i) => ({ shopper, product, day, quantity: quantities[i]! })),
  );
  return purchases.sort((a, b) => a.day - b.day);
}

export function foldHistory(history: History): readonly FoldedCase[] {
  return foldPurchases(purchasesByDay(history), (product) => history.categories[product] ?? '', openLedger());
}

/** Predicts at each origin with a model that was learned from rows before the origin's day. */
export function predictDates(
  cases: readonly FoldedCase[],
  origins: readonly Origin[],
  horizonDays: number,
  say: (line: string) => void = () => undefined,
): LarderPrediction[] {
  const caseOf = new Map<string, FoldedCase>();
  for (const folded of cases)
    caseOf.set(`${folded.shopper} ${folded.product} ${folded.refillCase.onDay}`, folded);
  const order = origins.map((_, i) => i).sort((a, b) => origins[a]!.onDay - origins[b]!.onDay);
  const predictions: LarderPrediction[] = [];
  const firstDay = cases[0]?.refillCase.onDay ?? 0;
  let model = OFFLINE_MODEL;
  let learnedOn = -Infinity;
  let demandOn = -Infinity;
  const visits = openVisitLog(cases, (cases.at(-1)?.refillCase.onDay ?? 0) + 1);
  for (const i of order) {
    const { pair, onDay } = origins[i]!;
    if (onDay - learnedOn >= Math.min(RELEARN_DAYS, Math.max(1, (learnedOn - firstDay) / 8))) {
      model = fitRefillModel(cases, onDay, OFFLINE_MODEL);
      learnedOn = onDay;
      say(`learned on day ${onDay}`);
    }
    if (onDay !== demandOn) {
      demandOn = onDay;
      model = { ...model, chances: { ...model.chances, lately: visits.latelyOn(onDay) } };
    }
    const folded = caseOf.get(`${pair.shopper} ${pair.product} ${onDay}`)!;
    const view = outlook(momentOf(folded, 0), model);
    const { days } = view;
    const chances = [...view.chances.slice(0, 3), probabilityWithin(view, 0, horizonDays)];
    const [windowFrom, windowTo] = forecastWindow(days, model);
    predictions[i] = { median: typicalDay(days), best: bestDay(days), windowFrom, windowTo, chances };
  }
  return predictions;
}

import type { DatePrediction } from './date-metrics';
import { mean, median } from './date-metrics';
import type { History, Origin } from './history';
import { originsOf } from './history';
import { leastSquares, dot } from '../../app/refills/model/least-squares';
import { bestWindowDay, fitCensoredNormal } from './survival';

export type DatePredictor = (origin: Origin) => DatePrediction;

/** What is fitted once, before the first prediction day. */
interface Population {
  readonly globalMedian: number;
  readonly itemMedian: ReadonlyMap<number, number>;
  readonly itemLogMean: ReadonlyMap<number, number>;
  readonly globalLogMean: number;
  readonly kappa: number;
}

const LEAST_ITEM_GAPS = 5;
const PSEUDO_PAIRS = 10;

/** Reference predictors of task A (the day), fitted once on intervals whose both ends are before `fromDay`. */
export function referencePredictors(history: History, fromDay: number): ReadonlyMap<string, DatePredictor> {
  const population = fitPopulation(history, fromDay);
  const training = originsOf(history, { fromDay: -Infinity, toDay: fromDay - 1, leastPurchases: 3 });
  const closed = training.filter(
    (origin) => origin.nextIn !== null && origin.onDay + origin.nextIn < fromDay,
  );
  const features = (origin: Origin) => featuresOf(history, population, origin);
  const weights =
    closed.length < 20
      ? null
      : leastSquares(
          closed.map(features),
          closed.map((origin) => Math.log(origin.nextIn!)),
        );
  const survival =
    closed.length < 20
      ? null
      : fitCensoredNormal(
          training.map(features),
          training.map((origin) =>
            origin.nextIn !== null && origin.onDay + origin.nextIn < fromDay
              ? { log: Math.log(origin.nextIn), open: false }
              : { log: Math.log(Math.max(1, fromDay - 1 - origin.onDay)), open: true },
          ),
        );
  const point = (days: number): DatePrediction => ({ median: days, best: days });
  const predictors: [string, DatePredictor][] = [
    ['fixed 30 d', () => point(30)],
    ['global median', () => point(population.globalMedian)],
    ['item median', ({ pair }) => point(population.itemMedian.get(pair.product) ?? population.globalMedian)],
    ['own mean', (origin) => point(mean(gapsOf(origin)))],
    ['own median', (origin) => point(median(gapsOf(origin)))],
    ['last interval', (origin) => point(gapsOf(origin).at(-1)!)],
    ['log-normal EB', (origin) => point(Math.exp(shrunk(population, origin)))],
  ];
  if (weights) predictors.push(['OLS on logs', (origin) => point(Math.exp(dot(weights, features(origin))))]);
  if (survival)
    predictors.push([
      'survival, best window',
      (origin) => point(bestWindowDay(dot(survival.weights, features(origin)), survival.sd)),
    ]);
  return new Map(predictors);
}

export function gapsOf({ pair, k }: Origin): number[] {
  const gaps: number[] = [];
  for (let i = 1; i < k; i += 1) gaps.push(pair.days[i]! - pair.days[i - 1]!);
  return gaps;
}

function shrunk(population: Population, origin: Origin): number {
  const logs = gapsOf(origin).map(Math.log);
  const prior = population.itemLogMean.get(origin.pair.product) ?? population.globalLogMean;
  return (logs.length * mean(logs) + population.kappa * prior) / (logs.length + population.kappa);
}

function fitPopulation(history: History, fromDay: number): Population {
  const byItem = new Map<number, number[]>();
  const all: number[] = [];
  let squares = 0;
  let degrees = 0;
  const means: { mean: number; n: number; item: number }[] = [];
  for (const pair of history.pairs) {
    const days = pair.days.filter((day) => day < fromDay);
    if (days.length < 2) continue;
    const gaps = days.slice(1).map((day, i) => day - days[i]!);
    const logs = gaps.map(Math.log);
    const own = mean(logs);
    for (const x of logs) squares += (x - own) ** 2;
    degrees += logs.length - 1;
    means.push({ mean: own, n: logs.length, item: pair.product });
    byItem.set(pair.product, [...(byItem.get(pair.product) ?? []), ...gaps]);
    for (const gap of gaps) all.push(gap);
  }
  // A pair weighs once, however often it bought: else resellers are the item.
  const globalLogMean = mean(means.map((pairMean) => pairMean.mean));
  const meansByItem = new Map<number, number[]>();
  for (const pairMean of means)
    meansByItem.set(pairMean.item, [...(meansByItem.get(pairMean.item) ?? []), pairMean.mean]);
  const itemLogMean = new Map<number, number>();
  for (const [item, own] of meansByItem) {
    const sum = own.reduce((total, x) => total + x, 0);
    itemLogMean.set(item, (sum + PSEUDO_PAIRS * globalLogMean) / (own.length + PSEUDO_PAIRS));
  }
  const within = squares / Math.max(1, degrees);
  // Between-pair variance: that of the pairs' means about their item, less what the few gaps of each explain.
  const between =
    mean(means.map((pairMean) => (pairMean.mean - itemLogMean.get(pairMean.item)!) ** 2)) -
    within * mean(means.map((pairMean) => 1 / pairMean.n));
  return {
    globalMedian: median(all),
    itemMedian: new Map(
      [...byItem]
        .filter(([, gaps]) => gaps.length >= LEAST_ITEM_GAPS)
        .map(([item, gaps]) => [item, median(gaps)]),
    ),
    itemLogMean,
    globalLogMean,
    kappa: within / Math.max(between, within / 50),
  };
}

function featuresOf(history: History, population: Population, origin: Origin): number[] {
  const logs = gapsOf(origin).map(Math.log);
  const { pair, k } = origin;
  const visits = visitGaps(history.visitsOf[pair.shopper]!, origin.onDay, 12);
  const earlier = mean(pair.quantities.slice(0, k - 1));
  return [
    1,
    shrunk(population, origin),
    mean(logs),
    logs.at(-1)!,
    population.itemLogMean.get(pair.product) ?? population.globalLogMean,
    Math.log(Math.max(1, median(visits))),
    Math.log(pair.quantities[k - 1]! / earlier),
    1 / logs.length,
  ];
}

/** Gaps between the last `count` visit days up to and including `onDay`. */
export function visitGaps(visits: readonly number[], onDay: number, count: number): number[] {
  const known = visits.filter((day) => day <= onDay).slice(-count);
  return known.slice(1).map((day, i) => day - known[i]!);
}

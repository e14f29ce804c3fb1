import { normalCdf } from '../../app/refills/model/day-grid';
import { mean, median } from './date-metrics';
import { visitGaps } from './date-references';
import type { History, Pair } from './history';
import { fitLogistic } from '../../app/refills/model/logistic';
import { dot } from '../../app/refills/model/least-squares';
import { shopperCuts, type RankScore, type ShopperCut } from './rank-metrics';

export type Ranker = (cut: ShopperCut) => readonly RankScore[];

/** Statistics of products and pairs at one cut, from purchases up to it only. */
export interface CutStatistics {
  readonly rcp: ReadonlyMap<number, number>;
  readonly recentBuyers: ReadonlyMap<number, number>;
  readonly logMean: ReadonlyMap<number, number>;
  readonly globalLogMean: number;
  readonly sd: number;
  readonly gamma: ReadonlyMap<number, { readonly a: number; readonly b: number }>;
  readonly globalGamma: { readonly a: number; readonly b: number };
}

const RECENT_DAYS = 28;

/** Reference rankers of task B (the order); the logistic regression is fitted at `fitDay`, whose horizon must end before the first cut. */
export function referenceRankers(
  history: History,
  about: { readonly fitDay: number; readonly horizonDays: number },
): ReadonlyMap<string, Ranker> {
  const statistics = new Map<number, CutStatistics>();
  const at = (cutDay: number): CutStatistics => {
    const found = statistics.get(cutDay) ?? statisticsAt(history, cutDay);
    statistics.set(cutDay, found);
    return found;
  };
  const { fitDay, horizonDays } = about;
  const features = (cut: ShopperCut) =>
    cut.candidates.map((pair) => rankFeatures(history, at(cut.cutDay), pair, cut.cutDay, horizonDays));
  const rows: number[][] = [];
  const labels: number[] = [];
  for (const cut of shopperCuts(history, fitDay, horizonDays)) {
    rows.push(...features(cut));
    labels.push(...cut.isBought.map(Number));
  }
  const weights = fitLogistic(rows, labels);
  const byPair = (score: (pair: Pair, cut: ShopperCut) => RankScore): Ranker => {
    return (cut) => cut.candidates.map((pair) => score(pair, cut));
  };
  const recency = (pair: Pair, { cutDay }: ShopperCut) => pair.days.findLast((day) => day <= cutDay)!;
  const count = (pair: Pair, { cutDay }: ShopperCut) => pair.days.filter((day) => day <= cutDay).length;
  return new Map<string, Ranker>([
    [
      'popularity, last 28 d',
      byPair((pair, cut) => ({ score: at(cut.cutDay).recentBuyers.get(pair.product) ?? 0 })),
    ],
    ['recency', byPair((pair, cut) => ({ score: recency(pair, cut) }))],
    [
      'P-TopFreq, ties by recency',
      byPair((pair, cut) => ({ score: count(pair, cut), tie: recency(pair, cut) })),
    ],
    [
      'PG, shrunk RCP',
      byPair((pair, cut) => ({ score: poissonGamma(at(cut.cutDay), pair, cut.cutDay, horizonDays, false) })),
    ],
    [
      'MPG, shrunk RCP',
      byPair((pair, cut) => ({ score: poissonGamma(at(cut.cutDay), pair, cut.cutDay, horizonDays, true) })),
    ],
    ['logistic, 12 features', (cut) => features(cut).map((row) => ({ score: dot(weights, row) }))],
  ]);
}

function poissonGamma(
  statistics: CutStatistics,
  pair: Pair,
  cutDay: number,
  horizonDays: number,
  modified: boolean,
): number {
  const known = pair.days.filter((day) => day <= cutDay);
  const { a, b } = statistics.gamma.get(pair.product) ?? statistics.globalGamma;
  const k = known.length;
  const first = known[0]!;
  const last = known[k - 1]!;
  let rate = (k + a) / (cutDay - first + b);
  const since = cutDay - last;
  const usual = (last - first) / Math.max(1, k - 1);
  if (modified && k > 1 && since < 2 * usual)
    rate = (k + a) / (last - first + 2 * Math.abs(usual - since) + b);
  return (statistics.rcp.get(pair.product) ?? 0) * (1 - Math.exp(-rate * horizonDays));
}

export function statisticsAt(history: History, cutDay: number): CutStatistics {
  const buyers = new Map<number, { all: number; repeat: number; recent: number }>();
  const logs = new Map<number, number[]>();
  const rates = new Map<number, number[]>();
  const allLogs: number[] = [];
  let squares = 0;
  for (const pair of history.pairs) {
    const days = pair.days.filter((day) => day <= cutDay);
    if (days.length === 0) continue;
    const counts = buyers.get(pair.product) ?? { all: 0, repeat: 0, recent: 0 };
    counts.all += 1;
    if (days.length > 1) counts.repeat += 1;
    if (days.at(-1)! > cutDay - RECENT_DAYS) counts.recent += 1;
    buyers.set(pair.product, counts);
    if (days.length < 2) continue;
    const own = days.slice(1).map((day, i) => Math.log(day - days[i]!));
    logs.set(pair.product, [...(logs.get(pair.product) ?? []), ...own]);
    for (const x of own) allLogs.push(x);
    rates.set(pair.product, [
      ...(rates.get(pair.product) ?? []),
      days.length / Math.max(1, days.at(-1)! - days[0]!),
    ]);
  }
  const globalLogMean = mean(allLogs);
  for (const x of allLogs) squares += (x - globalLogMean) ** 2;
  let all = 0;
  let repeat = 0;
  for (const counts of buyers.values()) {
    all += counts.all;
    repeat += counts.repeat;
  }
  const overall = repeat / Math.max(1, all);
  const rcp = new Map<number, number>();
  const recentBuyers = new Map<number, number>();
  for (const [product, counts] of buyers) {
    rcp.set(product, (counts.repeat + 5 * overall) / (counts.all + 5));
    recentBuyers.set(product, counts.recent);
  }
  const logMean = new Map<number, number>();
  for (const [product, own] of logs)
    logMean.set(product, (own.reduce((x, y) => x + y, 0) + 5 * globalLogMean) / (own.length + 5));
  const everyRate = [...rates.values()].flat();
  const globalGamma = gammaOfMoments(everyRate) ?? { a: 1, b: 30 };
  const gamma = new Map<number, { a: number; b: number }>();
  for (const [product, own] of rates) {
    const fitted = own.length >= 10 ? gammaOfMoments(own) : null;
    if (fitted) gamma.set(product, fitted);
  }
  const sd = Math.sqrt(squares / Math.max(1, allLogs.length)) || 1;
  return { rcp, recentBuyers, logMean, globalLogMean, sd, gamma, globalGamma };
}

function gammaOfMoments(rates: readonly number[]): { a: number; b: number } | null {
  const m = mean(rates);
  const v = mean(rates.map((rate) => (rate - m) ** 2));
  return rates.length > 1 && v > 0 ? { a: (m * m) / v, b: m / v } : null;
}

/** Intercept and eleven features, from purchases up to the cut. */
export function rankFeatures(
  history: History,
  statistics: CutStatistics,
  pair: Pair,
  cutDay: number,
  horizonDays: number,
): number[] {
  const days = pair.days.filter((day) => day <= cutDay);
  const count = days.length;
  const since = cutDay - days[count - 1]!;
  const visits = history.visitsOf[pair.shopper]!.filter((day) => day <= cutDay).length;
  const gaps = visitGaps(history.visitsOf[pair.shopper]!, cutDay, 12);
  const visitGap = gaps.length > 0 ? median(gaps) : 60;
  const prior = statistics.logMean.get(pair.product) ?? statistics.globalLogMean;
  const ownSum = days.slice(1).reduce((sum, day, i) => sum + Math.log(day - days[i]!), 0);
  const centre = (ownSum + 2 * prior) / (count - 1 + 2);
  const cdf = (t: number) => (t <= 0 ? 0 : normalCdf((Math.log(t) - centre) / statistics.sd));
  const left = 1 - cdf(since);
  const due = left < 1e-6 ? 0 : (cdf(since + horizonDays) - cdf(since)) / left;
  const decayed = days.reduce((sum, day) => sum + 0.5 ** ((cutDay - day) / 60), 0);
  return [
    1,
    Math.log(count),
    Math.log(decayed + 1e-3),
    Math.log(since + 1),
    Math.log(statistics.rcp.get(pair.product) ?? 0.01),
    Math.log(1 + (statistics.recentBuyers.get(pair.product) ?? 0)),
    due,
    Math.log(count / visits),
    Math.log(visitGap + 1),
    Math.min(5, (since + 1) / Math.exp(centre)),
    Math.log(visits),
    count === 1 ? 1 : 0,
  ];
}

import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Bench, BenchOptions, BenchResult } from './bench';
import { wholeNumber } from './bench';
import { coverage, reliability } from './refills/calibration';
import { readUci, writePurchases } from './refills/convert-uci';
import { scoreDates, type DateScores } from './refills/date-metrics';
import { referencePredictors } from './refills/date-references';
import { buildHistory, originsOf, type History, type Origin } from './refills/history';
import { foldHistory, predictDates, type LarderPrediction } from './refills/larder-dates';
import { larderRanker } from './refills/larder-ranks';
import { scoreRanking, shopperCuts, type RankScores } from './refills/rank-metrics';
import { referenceRankers, type Ranker } from './refills/rank-references';
import { parseDay, readPurchases } from './refills/read-purchases';

/** Bars of the UCI file; other histories are reported without. */
const UCI_BARS = {
  'reminder hit ±7 d': 0.215,
  'per shopper ≤ 7 d': 0.21,
  'mean error d, at most': 19.9,
  'nDCG@10': 0.453,
  'p14 largest gap, at most': 0.03,
  'window coverage gap, at most': 0.03,
};

export const refills: Bench = {
  about:
    'The refill model on real order histories, against reference predictors of day and order (tasks A and B)',
  options:
    '--purchases FILE (or --uci FILE) --from DAY [--end DAY] [--horizon 90] [--follow 90] [--cuts D1,D2 --window 14 --fit DAY] ' +
    '[--predictions OUT] [--scores OUT] [--convert OUT: the history in the format of --purchases]',
  run: runRefills,
};

async function runRefills(options: BenchOptions, say: (line: string) => void): Promise<BenchResult> {
  const file = options.purchases ?? options.uci;
  if (!file)
    throw new Error('Name a history: --purchases FILE, or --uci FILE for the UCI Online Retail file.');
  const rows = options.purchases ? await readPurchases(file) : await readUci(file);
  if (options.convert) await writePurchases(rows, options.convert);
  const endOn = options.end === undefined ? undefined : dayOf(options, 'end');
  const kept = endOn === undefined ? rows : rows.filter((row) => row.day <= endOn);
  if (kept.length === 0) throw new Error('The history holds no purchase up to --end.');
  const history = buildHistory(kept, endOn);
  const from = dayOf(options, 'from');
  const horizonDays = wholeNumber(options, 'horizon', 90);
  const origins = originsOf(history, { fromDay: from, toDay: history.endOn, leastPurchases: 3 });
  if (origins.length === 0) throw new Error('Too little history: no third purchase on or after --from.');
  say(`${history.purchases} purchases, ${history.shoppers.length} shoppers, ${origins.length} origins`);
  const cases = foldHistory(history);
  const predictions = predictDates(cases, origins, horizonDays, say);
  if (options.predictions) await writePredictions(options.predictions, history, origins, predictions);
  const followDays = wholeNumber(options, 'follow', Math.min(horizonDays, 90));
  const about = { endOn: history.endOn, followDays };
  const larder = scoreDates(origins, predictions, about);
  const reference: Record<string, number> = {};
  for (const [name, predictor] of referencePredictors(history, from)) {
    const scores = scoreDates(origins, origins.map(predictor), { ...about, resamples: 1 });
    for (const [what, value] of Object.entries(dateFigures(scores))) reference[`${name}: ${what}`] = value;
  }
  const { bins, largestGap, brier } = reliability(
    origins,
    predictions.map((prediction) => prediction.chances[1]!),
    14,
    history.endOn,
  );
  const gapOf = (i: number, days: number) => {
    const stated = predictions.map((prediction) => prediction.chances[i]!);
    return reliability(origins, stated, days, history.endOn).largestGap;
  };
  for (const [stated, came] of bins) say(`p14 stated ${stated.toFixed(3)} bought ${came.toFixed(3)}`);
  const window = coverage(origins, predictions);
  const figures: Record<string, number> = {
    ...dateFigures(larder),
    'reminder hit ±7 d, low': round(larder.hit7Interval[0]),
    'reminder hit ±7 d, high': round(larder.hit7Interval[1]),
    'p7 largest gap': round(gapOf(0, 7)),
    'p14 largest gap': round(largestGap),
    'p28 largest gap': round(gapOf(2, 28)),
    'p14 Brier': round(brier),
    'window coverage': round(window.share),
    'window median width d': window.medianWidth,
  };
  if (options.cuts)
    await rank(options, history, larderRanker(cases, windowDays(options)), { figures, reference });
  const bar: Record<string, number> = options.uci ? UCI_BARS : {};
  return { figures, reference, bar, pass: options.uci === undefined || reached(figures) };
}

async function rank(
  options: BenchOptions,
  history: History,
  larder: Ranker,
  into: { readonly figures: Record<string, number>; readonly reference: Record<string, number> },
): Promise<void> {
  const days = options.cuts!.split(',').map((text) => parseDay(text) ?? NaN);
  if (days.some(Number.isNaN)) throw new Error('--cuts takes days with commas between.');
  const horizonDays = windowDays(options);
  const cuts = days.flatMap((day) => shopperCuts(history, day, horizonDays));
  Object.assign(into.figures, rankFigures(scoreRanking(history, cuts, larder)));
  const fitDay = options.fit ? (parseDay(options.fit) ?? NaN) : Math.min(...days) - horizonDays;
  for (const [name, ranker] of referenceRankers(history, { fitDay, horizonDays })) {
    const figures = rankFigures(scoreRanking(history, cuts, ranker));
    for (const [what, value] of Object.entries(figures)) into.reference[`${name}: ${what}`] = value;
  }
  if (!options.scores) return;
  const lines = cuts.flatMap((cut) => {
    const scores = larder(cut);
    return cut.candidates.map((pair, i) =>
      [history.shoppers[pair.shopper], history.products[pair.product], cut.cutDay, scores[i]!.score].join(
        ',',
      ),
    );
  });
  await writeLines(options.scores, 'shopper_id,product_id,cut_day,score', lines);
}

function reached(figures: Readonly<Record<string, number>>): boolean {
  return (
    figures['reminder hit ±7 d']! >= UCI_BARS['reminder hit ±7 d'] &&
    figures['per shopper ≤ 7 d']! >= UCI_BARS['per shopper ≤ 7 d'] &&
    figures['mean error d']! <= UCI_BARS['mean error d, at most'] &&
    (figures['nDCG@10'] ?? 1) >= UCI_BARS['nDCG@10'] &&
    figures['p14 largest gap']! <= UCI_BARS['p14 largest gap, at most'] &&
    Math.abs(figures['window coverage']! - 0.5) <= UCI_BARS['window coverage gap, at most']
  );
}

function dateFigures(scores: DateScores): Record<string, number> {
  return {
    'median error d': round(scores.medianAe),
    'mean error d': round(scores.meanAe),
    '≤ 7 d': round(scores.within7),
    '≤ 20 %': round(scores.within20pc),
    'per shopper ≤ 7 d': round(scores.perShopperWithin7),
    'reminder hit ±7 d': round(scores.hit7),
    'reminder hit ±20 %': round(scores.hit20pc),
  };
}

function rankFigures(scores: RankScores): Record<string, number> {
  const { recall5, recall10, ndcg10, phr10 } = scores;
  return {
    'Recall@5': round(recall5),
    'Recall@10': round(recall10),
    'nDCG@10': round(ndcg10),
    'PHR@10': round(phr10),
  };
}

async function writePredictions(
  path: string,
  history: History,
  origins: readonly Origin[],
  predictions: readonly LarderPrediction[],
): Promise<void> {
  const header = 'shopper_id,product_id,as_of_day,median_day,best_day,window_from,window_to,p_return,p14,p28';
  const lines = origins.map(({ pair, onDay }, i) => {
    const { median, best, windowFrom, windowTo, chances } = predictions[i]!;
    const days = [onDay, onDay + median, onDay + best, onDay + windowFrom, onDay + windowTo];
    const stated = [chances[3]!, chances[1]!, chances[2]!].map((p) => p.toFixed(5));
    return [history.shoppers[pair.shopper], history.products[pair.product], ...days, ...stated].join(',');
  });
  await writeLines(path, header, lines);
}

async function writeLines(path: string, header: string, lines: readonly string[]): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${header}\n`);
  for (const line of lines) if (!out.write(`${line}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

function dayOf(options: BenchOptions, name: string): number {
  const day = parseDay(options[name] ?? '');
  if (day === null) throw new Error(`--${name} takes a day: an integer or an ISO date.`);
  return day;
}

const windowDays = (options: BenchOptions) => wholeNumber(options, 'window', 14);
const round = (value: number) => Math.round(value * 1e4) / 1e4;

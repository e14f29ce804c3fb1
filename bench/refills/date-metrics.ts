import { bootstrapShoppers, type Interval } from './bootstrap';
import type { Origin } from './history';

/** A prediction in days from the origin, not rounded. */
export interface DatePrediction {
  readonly median: number;
  readonly best: number;
}

export interface DateScores {
  readonly seen: number;
  readonly origins: number;
  readonly trueMedian: number;
  readonly medianAe: number;
  readonly medianAeInterval: Interval;
  readonly meanAe: number;
  readonly within7: number;
  readonly within20pc: number;
  readonly perShopperWithin7: number;
  readonly hit7: number;
  readonly hit7Interval: Interval;
  readonly hit20pc: number;
}

/** Facts of task A: the seen metrics judge `median`, the reminder hits judge `best` (origins with `followDays` of later data). */
export function scoreDates(
  origins: readonly Origin[],
  predictions: readonly DatePrediction[],
  about: { readonly endOn: number; readonly followDays: number; readonly resamples?: number },
): DateScores {
  const seen: { shopper: number; error: number; near: number; close: number; truth: number }[] = [];
  const followed: { shopper: number; hit: number; close: number }[] = [];
  origins.forEach((origin, i) => {
    const { median, best } = predictions[i]!;
    const { shopper } = origin.pair;
    const truth = origin.nextIn;
    if (truth !== null) {
      const error = Math.abs(median - truth);
      seen.push({ shopper, error, near: error <= 7 ? 1 : 0, close: error <= 0.2 * truth ? 1 : 0, truth });
    }
    if (origin.onDay <= about.endOn - about.followDays) {
      const off = truth === null ? Infinity : Math.abs(best - truth);
      followed.push({ shopper, hit: off <= 7 ? 1 : 0, close: off <= 0.2 * best ? 1 : 0 });
    }
  });
  const perShopper = new Map<number, { sum: number; n: number }>();
  for (const origin of seen) {
    const own = perShopper.get(origin.shopper) ?? { sum: 0, n: 0 };
    own.sum += origin.near;
    own.n += 1;
    perShopper.set(origin.shopper, own);
  }
  seen.sort((a, b) => a.error - b.error);
  const resamples = about.resamples ?? 100;
  return {
    seen: seen.length,
    origins: origins.length,
    trueMedian: median(seen.map((origin) => origin.truth)),
    medianAe: median(seen.map((origin) => origin.error)),
    medianAeInterval: bootstrapShoppers(seen, resamples, (weight) => weightedMedian(seen, weight)),
    meanAe: mean(seen.map((origin) => origin.error)),
    within7: mean(seen.map((origin) => origin.near)),
    within20pc: mean(seen.map((origin) => origin.close)),
    perShopperWithin7: mean([...perShopper.values()].map((own) => own.sum / own.n)),
    hit7: mean(followed.map((origin) => origin.hit)),
    hit7Interval: bootstrapShoppers(followed, resamples, (weight) => {
      let hits = 0;
      let all = 0;
      for (const origin of followed) {
        const w = weight(origin.shopper);
        hits += w * origin.hit;
        all += w;
      }
      return all === 0 ? 0 : hits / all;
    }),
    hit20pc: mean(followed.map((origin) => origin.close)),
  };
}

/** Of values sorted by `error`, the one at half of the weight. */
function weightedMedian(
  sorted: readonly { readonly shopper: number; readonly error: number }[],
  weight: (shopper: number) => number,
): number {
  let all = 0;
  for (const origin of sorted) all += weight(origin.shopper);
  let sum = 0;
  for (const origin of sorted) {
    sum += weight(origin.shopper);
    if (sum >= all / 2) return origin.error;
  }
  return 0;
}

export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

/** The middle value; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return NaN;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

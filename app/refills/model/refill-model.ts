import { MAX_DAYS, type DayMasses } from './day-grid';
import { ownFigures, REGULAR_SD, type RefillCase } from './refill-case';
import { chancesAt, SPANS, type ChanceModel } from './chance-model';
import type { RefillMoment } from './refill-case';
import { chanceOfReturn, shareBy, type ReturnModel } from './return-model';
import { dayDistribution, type WhenModel } from './when-model';

/** Whether and when shoppers of one shop buy again. Plain numbers: may be kept as JSON. */
export interface RefillModel {
  /** Purchases later than this are not foretold, but for regular shoppers of a longer rhythm; at most MAX_DAYS. */
  readonly horizonDays: number;
  readonly when: WhenModel;
  readonly comesBack: ReturnModel;
  /** What sets the chances of the coming weeks right. */
  readonly chances: ChanceModel;
  /** Shares of the distribution at which the window begins and ends so that it holds half of what comes. */
  readonly window: readonly [number, number];
}

export interface RefillOutlook {
  /** Mass of each whole day after the latest purchase, given that they come back within the horizon. */
  readonly days: DayMasses;
  /** Chance of a purchase within 7, 14, 28 days of the moment, and within the model's horizon of the latest purchase. */
  readonly chances: readonly number[];
}

/** The distribution of days to the next purchase, and the chance that there is one. */
export function outlook(moment: RefillMoment, model: RefillModel): RefillOutlook {
  const days = daysWithinHorizon(moment.refillCase, model);
  const returns = chanceOfReturn(moment.refillCase, model.comesBack);
  const chances = chancesAt(moment, days, returns, model.chances);
  const known = chances.at(-1)!;
  const soon = shareBy(days, moment.sinceDays + SPANS.at(-1)![1]);
  const later = (returns * (1 - soon)) / Math.max(1e-9, 1 - returns * soon);
  return { days, chances: [...chances, known + (1 - known) * later] };
}

/**
 * Chance of a purchase within any number of days of the moment: between the days whose chances are learned it follows the
 * distribution.
 * @param sinceDays days from the latest purchase to the moment
 */
export function probabilityWithin(view: RefillOutlook, sinceDays: number, days: number): number {
  const ends = [...SPANS.map(([, to]) => to), Math.max(SPANS.at(-1)![1] + 1, MAX_DAYS - sinceDays)];
  let from = 0;
  let before = 0;
  for (const [i, to] of ends.entries()) {
    const by = view.chances[i]!;
    if (days < to) {
      const start = shareBy(view.days, sinceDays + from);
      const all = shareBy(view.days, sinceDays + to) - start;
      const part = shareBy(view.days, sinceDays + days) - start;
      return before + (by - before) * (all > 1e-9 ? part / all : (days - from) / (to - from));
    }
    from = to;
    before = by;
  }
  return before;
}

/** A regular shopper is waited for this many of their gaps, where that is longer than the shop's horizon. */
const REGULAR_GAPS = 3;

/** How many days after the latest purchase a next one is foretold. */
export function horizonOf(refillCase: RefillCase, horizonDays: number): number {
  const own = ownFigures(refillCase);
  if (own.n < 2 || own.sd >= REGULAR_SD) return horizonDays;
  return Math.min(MAX_DAYS, Math.max(horizonDays, Math.round(REGULAR_GAPS * Math.exp(own.median))));
}

/** When they come back, given that they do within the horizon. */
export function daysWithinHorizon(
  refillCase: RefillCase,
  model: Pick<RefillModel, 'when' | 'horizonDays'>,
): DayMasses {
  return withinHorizon(dayDistribution(refillCase, model.when), horizonOf(refillCase, model.horizonDays));
}

/** Cuts a distribution at a horizon, in place. */
function withinHorizon(days: DayMasses, horizonDays: number): DayMasses {
  const sum = shareBy(days, horizonDays);
  for (let i = 0; i < MAX_DAYS; i += 1) days[i] = i < horizonDays ? days[i]! / sum : 0;
  return days;
}

/** The first day by which `share` of the distribution has come, with a fraction of a day. */
export function quantile(days: DayMasses, share: number): number {
  let sum = 0;
  for (let i = 0; i < MAX_DAYS; i += 1) {
    if (sum + days[i]! >= share) return i + 0.5 + (share - sum) / days[i]!;
    sum += days[i]!;
  }
  return MAX_DAYS;
}

/** A day of expected error costs as much as this share of a chance of being within a week. */
const COST_OF_A_DAY = 0.06;

/** The whole day with the least expected error, but for a reward for being within a week of the purchase. */
export function typicalDay(days: DayMasses): number {
  const by = sharesBy(days);
  let error = 0;
  for (let i = 0; i < MAX_DAYS; i += 1) error += (i + 1) * days[i]!;
  let typical = 1;
  let most = -Infinity;
  for (let d = 1; d <= MAX_DAYS; d += 1) {
    error += 2 * by[d - 1]! - 1;
    const worth = by[Math.min(MAX_DAYS, d + 7)]! - by[Math.max(0, d - 8)]! - COST_OF_A_DAY * error;
    if (worth > most + 1e-9) {
      most = worth;
      typical = d;
    }
  }
  return typical;
}

/** Share of the distribution that has come by each day, from day 0. */
function sharesBy(days: DayMasses): Float64Array {
  const by = new Float64Array(MAX_DAYS + 1);
  for (let i = 0; i < MAX_DAYS; i += 1) by[i + 1] = by[i]! + days[i]!;
  return by;
}

/** First and last whole day of the window. */
export function forecastWindow(
  days: DayMasses,
  model: Pick<RefillModel, 'window'>,
): readonly [number, number] {
  const [from, to] = model.window;
  return [Math.floor(quantile(days, from) + 0.5), Math.ceil(quantile(days, to) - 0.5)];
}

/** A near hit counts this much on top of a hit: among days that are about equal it prefers the rhythm's own. */
const NEAR_WEIGHT = 0.25;

/** The whole day d that most likely has the purchase within a week around it, with a bonus for within a fifth of d. */
export function bestDay(days: DayMasses): number {
  const by = sharesBy(days);
  const at = (day: number) => by[Math.max(0, Math.min(MAX_DAYS, day))]!;
  let best = 1;
  let most = 0;
  for (let d = 1; d <= MAX_DAYS; d += 1) {
    const reach = Math.floor(0.2 * d);
    const worth = at(d + 7) - at(d - 8) + NEAR_WEIGHT * (at(d + reach) - at(d - reach - 1));
    if (worth > most + 1e-9) {
      most = worth;
      best = d;
    }
  }
  return best;
}

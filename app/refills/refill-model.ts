import { MAX_DAYS, type DayMasses } from './day-grid';
import { dot } from './least-squares';
import { logit, sigmoid } from './logistic';
import type { RefillCase } from './refill-case';
import { chanceOfReturn, shareBy, type ReturnModel } from './return-model';
import { dayDistribution, type WhenModel } from './when-model';

/** Whether and when shoppers of one shop buy again. Plain numbers: may be kept as JSON. */
export interface RefillModel {
  /** Purchases later than this come for another reason than running out, and are not foretold; at most MAX_DAYS. */
  readonly horizonDays: number;
  readonly when: WhenModel;
  readonly comesBack: ReturnModel;
  /** For each of `chanceDays`: weights of `chanceFeatures` that turn what the two parts say into what happened. */
  readonly chances: readonly (readonly number[])[];
  /** Shares of the distribution at which the window begins and ends so that it holds half of what comes. */
  readonly window: readonly [number, number];
}

/** Horizons of the stated chances, in days; a last chance is that of the model's own horizon. */
const CHANCE_DAYS = [7, 14, 28] as const;

export function chanceDays(model: Pick<RefillModel, 'horizonDays'>): readonly number[] {
  return [...CHANCE_DAYS, model.horizonDays];
}

export interface RefillOutlook {
  /** Mass of each whole day, given that they come back within the horizon. */
  readonly days: DayMasses;
  /** Chance of a purchase within each of `chanceDays`. */
  readonly chances: readonly number[];
}

/** The distribution of days to the next purchase, and the chance that there is one. */
export function outlook(one: RefillCase, model: RefillModel): RefillOutlook {
  const days = withinHorizon(dayDistribution(one, model.when), model.horizonDays);
  const returns = chanceOfReturn(one, model.comesBack);
  let least = 0;
  const chances = chanceDays(model).map((horizon, i) => {
    const features = chanceFeatures(one, returns * shareBy(days, horizon));
    least = Math.max(least, sigmoid(dot(model.chances[i]!, features)));
    return least;
  });
  return { days, chances };
}

/** Shoppers with a rhythm of their own are set right apart from those without. */
export function chanceFeatures(one: RefillCase, chance: number): number[] {
  const hasRhythm = one.gaps.length >= 2;
  return [hasRhythm ? 0 : 1, hasRhythm ? 1 : 0, logit(chance)];
}

/** Cuts a distribution at the horizon, in place. */
export function withinHorizon(days: DayMasses, horizonDays: number): DayMasses {
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

/** Half way, a little early: a date that comes too late is worth less than one that comes too early. */
export const TYPICAL_SHARE = 0.45;

export function typicalDay(days: DayMasses): number {
  return quantile(days, TYPICAL_SHARE);
}

/** First and last whole day of the window. */
export function windowOf(days: DayMasses, model: Pick<RefillModel, 'window'>): readonly [number, number] {
  const [from, to] = model.window;
  return [Math.floor(quantile(days, from) + 0.5), Math.ceil(quantile(days, to) - 0.5)];
}

/** A near hit counts this much on top of a hit: among days that are about equal it prefers the rhythm's own. */
const NEAR_WEIGHT = 0.25;

/** The whole day d that most likely has the purchase within a week around it, with a bonus for within a fifth of d. */
export function bestDay(days: DayMasses): number {
  const by = new Float64Array(MAX_DAYS + 1);
  for (let i = 0; i < MAX_DAYS; i += 1) by[i + 1] = by[i]! + days[i]!;
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

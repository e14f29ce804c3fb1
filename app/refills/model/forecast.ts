import type { RefillMoment } from './refill-case';
import { OFFLINE_MODEL } from './offline-model';
import { MAX_GAPS, MAX_LOG_QUANTITY, type RefillCase } from './refill-case';
import {
  bestDay,
  outlook,
  probabilityWithin as within,
  quantile,
  typicalDay,
  forecastWindow,
  type RefillModel,
  type RefillOutlook,
} from './refill-model';
import { QUARTILE_Z, type Rhythm } from '../fold/rhythm';
import { quantityEffect, shareBackBy } from './when-model';

export interface RefillInput {
  readonly rhythm: Rhythm;
  /** The shopper's own days between purchases of the product, oldest first; siblings count as the product. */
  readonly gaps: readonly number[];
  /** Day of the latest purchase. */
  readonly lastOn: number;
  /** Usual packs bought then, and usually bought at once; sizes count by their content. */
  readonly quantity: number;
  readonly usualQuantity?: number;
  /** Days on which the shopper bought anything known, ascending, up to `todayOn`; the product's own when left out. */
  readonly visitDays?: readonly number[];
  /** The day asked, from which chances count; `lastOn` when left out. */
  readonly todayOn?: number;
  readonly model?: RefillModel;
}

/** A distribution of the next purchase day, never a bare date. All days are local days of the shop. */
export interface RefillForecast {
  /** Central half of the distribution. */
  readonly windowFromOn: number;
  readonly medianOn: number;
  readonly windowToOn: number;
  /** The day that most likely has the purchase within a week around it. */
  readonly bestOn: number;
  /** Two missed windows: after it the interest is stale and dropped. */
  readonly expiresOn: number;
  readonly evidence: RefillEvidence;
  /** Spread of ln(days), read off the window. */
  readonly logSd: number;
  /** Chance of a purchase within the model's horizon, seen from the day asked. */
  readonly pReturn: number;
  /** What the model says, and what was known when it was asked. */
  readonly view: RefillOutlook;
  readonly moment: RefillMoment;
}

export interface RefillEvidence {
  readonly ownGaps: number;
  readonly productGaps: number;
  /** What the window mostly rests on. */
  readonly level: 'own' | Rhythm['source'];
  /** How much a larger (or smaller) purchase than usual moved the day. */
  readonly stockUpFactor: number;
}

/** From this many own gaps on, a forecast rests mostly on the shopper. */
const OWN_RHYTHM_GAPS = 3;

/** Twice the packs last 2^0.25 = 1.2 times as long, not twice: measured slopes lie far below proportional. */
export const QUANTITY_EXPONENT = 0.25;
export const MAX_STOCK_UP_FACTOR = 3;

/** The next purchase of a product by one shopper. */
export function forecastNext(input: RefillInput): RefillForecast {
  const { rhythm, gaps, lastOn, model = OFFLINE_MODEL } = input;
  const refillCase = caseOf(input);
  const stockUpFactor = gaps.length === 0 ? firstStockUp(input) : quantityEffect(refillCase, model.when);
  const moment = momentOn(input, refillCase);
  const view = outlook(moment, model);
  const { days, chances } = view;
  const [from, to] = forecastWindow(days, model);
  // A window of half of what comes may lie beside the likeliest days; what is typical lies inside.
  const median = Math.max(1, Math.min(to, Math.max(from, typicalDay(days))));
  const [low, high] = model.window;
  return {
    windowFromOn: lastOn + Math.min(from, median),
    medianOn: lastOn + median,
    windowToOn: lastOn + Math.max(to, median),
    bestOn: lastOn + bestDay(days),
    expiresOn: lastOn + 2 * median + (Math.max(to, median) - median),
    evidence: {
      ownGaps: gaps.length,
      productGaps: rhythm.intervals,
      level: gaps.length >= OWN_RHYTHM_GAPS ? 'own' : rhythm.source,
      stockUpFactor,
    },
    logSd: Math.log(quantile(days, high) / quantile(days, low)) / (2 * QUARTILE_Z),
    pReturn: chances.at(-1) ?? 0,
    view,
    moment,
  };
}

/** Rounding of window and median, and days of the week, which move each of them by six days at most; on the safe side. */
const STALE_MARGIN_DAYS = 15;
const STALE_MARGIN_SHARE = 0.005;

/**
 * Whether `forecastNext` would certainly have expired by a day, found with one look at the distribution: most pairs of a
 * shop's history are long past, and nobody asks for their window.
 */
export function isLongStale(input: RefillInput, todayOn: number): boolean {
  const { model = OFFLINE_MODEL } = input;
  const half = Math.floor((todayOn - input.lastOn - STALE_MARGIN_DAYS) / 2);
  if (half < 1) return false;
  const refillCase = caseOf(input);
  const share = model.window[1] + STALE_MARGIN_SHARE;
  return shareBackBy(half, refillCase, model.when) >= share;
}

function momentOn(input: RefillInput, refillCase: RefillCase): RefillMoment {
  const { rhythm, lastOn, todayOn = lastOn } = input;
  const { recentPurchases, usualPurchases } = rhythm;
  const since = (input.visitDays ?? []).filter((day) => day > lastOn && day <= todayOn);
  return {
    refillCase,
    sinceDays: Math.max(0, todayOn - lastOn),
    visitsSince: since.length,
    sinceVisitDays: Math.max(0, todayOn - (since.at(-1) ?? lastOn)),
    recentPurchases,
    usualPurchases,
  };
}

function caseOf(input: RefillInput): RefillCase {
  const { rhythm, lastOn } = input;
  const gaps = input.gaps.map((days) => Math.max(days, 1));
  const tenure = gaps.reduce((a, b) => a + b, 0);
  const visitDays = input.visitDays?.filter((day) => day <= lastOn);
  const visitGaps = visitDays ? visitDays.slice(1).map((day, i) => day - (visitDays[i] ?? day)) : gaps;
  return {
    onDay: lastOn,
    gaps: gaps.slice(-MAX_GAPS),
    purchases: gaps.length + 1,
    // The learned weight of a larger purchase needs an earlier one to compare with.
    productLogMean: rhythm.logMean + (gaps.length === 0 ? Math.log(firstStockUp(input)) : 0),
    repeatShare: rhythm.repeatShare,
    recentPurchases: rhythm.recentPurchases,
    usualPurchases: rhythm.usualPurchases,
    visits: visitGaps.length + 1,
    visitGaps: visitGaps.slice(-MAX_GAPS),
    tenureDays: visitDays ? lastOn - (visitDays[0] ?? lastOn) : tenure,
    logQuantityRatio: gaps.length === 0 ? 0 : logQuantityRatio(input),
  };
}

/** Chance of a purchase in the `days` days after the day asked. */
export function probabilityWithin(forecast: Pick<RefillForecast, 'view' | 'moment'>, days: number): number {
  return within(forecast.view, forecast.moment.sinceDays, days);
}

function logQuantityRatio({ quantity, usualQuantity = 1 }: RefillInput): number {
  const ratio = Math.log(Math.max(quantity, 1e-6) / Math.max(usualQuantity, 1e-6));
  return Math.max(-MAX_LOG_QUANTITY, Math.min(MAX_LOG_QUANTITY, ratio));
}

function firstStockUp({ quantity, usualQuantity = 1 }: RefillInput): number {
  const factor = (Math.max(quantity, 1) / Math.max(usualQuantity, 1)) ** QUANTITY_EXPONENT;
  return Math.min(MAX_STOCK_UP_FACTOR, Math.max(1 / MAX_STOCK_UP_FACTOR, factor));
}

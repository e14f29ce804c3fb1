import type { DayMasses } from './day-grid';
import { OFFLINE_MODEL } from './offline-model';
import { MAX_GAPS, type RefillCase } from './refill-case';
import {
  bestDay,
  outlook,
  quantile,
  TYPICAL_SHARE,
  typicalDay,
  windowOf,
  type RefillModel,
} from './refill-model';
import { shareBy } from './return-model';
import { QUARTILE_Z, type Rhythm } from './rhythm';
import { shareBackBy } from './when-model';

export interface RefillInput {
  readonly rhythm: Rhythm;
  /** The shopper's own days between purchases of the product, oldest first; siblings count as the product. */
  readonly gaps: readonly number[];
  /** Day of the latest purchase. */
  readonly lastOn: number;
  /** Usual packs bought then, and usually bought at once; sizes count by their content. */
  readonly quantity: number;
  readonly usualQuantity?: number;
  /** Days on which the shopper bought anything known, ascending, up to `lastOn`; the product's own when left out. */
  readonly visitDays?: readonly number[];
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
  /** Mass of each day after `lastOn`, given that they come back within the horizon. */
  readonly days: DayMasses;
  /** Chance of a purchase within the horizon, seen from `lastOn`. */
  readonly pReturn: number;
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
  const stockUpFactor = stockUp(input.quantity, input.usualQuantity ?? 1);
  const { days, chances } = outlook(caseOf(input, stockUpFactor), model);
  const [from, to] = windowOf(days, model);
  const median = Math.max(1, Math.round(typicalDay(days)));
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
    days,
    pReturn: chances.at(-1) ?? 0,
  };
}

/** Rounding of window and median, and the tables' error, on the safe side. */
const STALE_MARGIN_DAYS = 3;
const STALE_MARGIN_SHARE = 0.005;

/**
 * Whether `forecastNext` would certainly have expired by a day, found with one look at the distribution: most pairs of a
 * shop's history are long past, and nobody asks for their window.
 */
export function isLongStale(input: RefillInput, todayOn: number): boolean {
  const { model = OFFLINE_MODEL } = input;
  const half = Math.floor((todayOn - input.lastOn - STALE_MARGIN_DAYS) / 2);
  if (half < 1) return false;
  const one = caseOf(input, stockUp(input.quantity, input.usualQuantity ?? 1));
  const share = Math.max(model.window[1], TYPICAL_SHARE) + STALE_MARGIN_SHARE;
  return shareBackBy(half, one, model.when) >= share;
}

function caseOf(input: RefillInput, stockUpFactor: number): RefillCase {
  const { rhythm, lastOn } = input;
  const gaps = input.gaps.map((days) => Math.max(days, 1));
  const tenure = gaps.reduce((a, b) => a + b, 0);
  const visitDays = input.visitDays;
  const visitGaps = visitDays ? visitDays.slice(1).map((day, i) => day - (visitDays[i] ?? day)) : gaps;
  return {
    onDay: lastOn,
    gaps: gaps.slice(-MAX_GAPS),
    purchases: gaps.length + 1,
    // The learned weight of a larger purchase needs an earlier one to compare with.
    productLogMean: rhythm.logMean + (gaps.length === 0 ? Math.log(stockUpFactor) : 0),
    repeatShare: rhythm.repeatShare,
    recentPurchases: rhythm.recentPurchases,
    usualPurchases: rhythm.usualPurchases,
    visits: visitGaps.length + 1,
    visitGaps: visitGaps.slice(-MAX_GAPS),
    tenureDays: visitDays ? lastOn - (visitDays[0] ?? lastOn) : tenure,
    logQuantityRatio: gaps.length === 0 ? 0 : Math.log(stockUpFactor) / QUANTITY_EXPONENT,
  };
}

/** Chance of a purchase in the next `days` days, given none in `sinceDays` since the last one. */
export function probabilityWithin(
  forecast: Pick<RefillForecast, 'days' | 'pReturn'>,
  sinceDays: number,
  days: number,
): number {
  const { pReturn } = forecast;
  const before = shareBy(forecast.days, sinceDays);
  const left = 1 - pReturn * before;
  return left < 1e-9 ? 0 : (pReturn * (shareBy(forecast.days, sinceDays + days) - before)) / left;
}

function stockUp(quantity: number, usual: number): number {
  const factor = (Math.max(quantity, 1) / Math.max(usual, 1)) ** QUANTITY_EXPONENT;
  return Math.min(MAX_STOCK_UP_FACTOR, Math.max(1 / MAX_STOCK_UP_FACTOR, factor));
}

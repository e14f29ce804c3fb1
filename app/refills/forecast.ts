import { QUARTILE_Z, type Rhythm } from './rhythm';

export interface RefillInput {
  readonly rhythm: Rhythm;
  /** The shopper's own days between purchases of the product, oldest first; siblings count as the product. */
  readonly gaps: readonly number[];
  /** Day of the latest purchase. */
  readonly lastOn: number;
  /** Packs bought then, and packs usually bought at once. */
  readonly quantity: number;
  readonly usualQuantity?: number;
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
  readonly logMean: number;
  readonly logSd: number;
}

export interface RefillEvidence {
  readonly ownGaps: number;
  readonly productGaps: number;
  /** What the window mostly rests on. */
  readonly level: 'own' | Rhythm['source'];
  /** How much a larger (or smaller) purchase than usual moved the day. */
  readonly stockUpFactor: number;
}

/** The product's rhythm counts as this many of the shopper's own gaps (log-normal empirical Bayes, k/(k+κ)). */
export const OWN_SHRINKAGE = 3;

/** Twice the packs last 2^0.25 = 1.2 times as long, not twice: measured slopes lie far below proportional. */
export const QUANTITY_EXPONENT = 0.25;
export const MAX_STOCK_UP_FACTOR = 3;

/** A regular shopper may narrow the window to this spread, not further. */
const MIN_LOG_SD = 0.15;

/** The next purchase of a product by one shopper. */
export function forecastNext(input: RefillInput): RefillForecast {
  const { rhythm, gaps, lastOn } = input;
  const recent = gaps.slice(-12).map((days) => Math.log(Math.max(days, 1)));
  const n = recent.length;
  const ownSum = recent.reduce((a, b) => a + b, 0);
  const base = (ownSum + OWN_SHRINKAGE * rhythm.logMean) / (n + OWN_SHRINKAGE);
  const squares = recent.reduce((total, x) => total + (x - base) ** 2, 0);
  const logSd = Math.max(
    MIN_LOG_SD,
    Math.sqrt((squares + OWN_SHRINKAGE * rhythm.logSd ** 2) / (n + OWN_SHRINKAGE)),
  );
  const stockUpFactor = stockUp(input.quantity, input.usualQuantity ?? 1);
  const logMean = base + Math.log(stockUpFactor);
  const day = (z: number) => lastOn + Math.max(1, Math.round(Math.exp(logMean + z * logSd)));
  const medianOn = day(0);
  const windowToOn = day(QUARTILE_Z);
  return {
    windowFromOn: day(-QUARTILE_Z),
    medianOn,
    windowToOn,
    bestOn: lastOn + bestDay(logMean, logSd),
    expiresOn: lastOn + 2 * (medianOn - lastOn) + (windowToOn - medianOn),
    evidence: {
      ownGaps: gaps.length,
      productGaps: rhythm.intervals,
      level: n >= OWN_SHRINKAGE ? 'own' : rhythm.source,
      stockUpFactor,
    },
    logMean,
    logSd,
  };
}

/** Chance of a purchase in the next `days` days, given none since the last one. */
export function chanceWithin(
  forecast: Pick<RefillForecast, 'logMean' | 'logSd'>,
  sinceDays: number,
  days: number,
): number {
  const before = logNormalCdf(sinceDays, forecast);
  const left = 1 - before;
  return left < 1e-9 ? 0 : (logNormalCdf(sinceDays + days, forecast) - before) / left;
}

function stockUp(quantity: number, usual: number): number {
  const factor = (Math.max(quantity, 1) / Math.max(usual, 1)) ** QUANTITY_EXPONENT;
  return Math.min(MAX_STOCK_UP_FACTOR, Math.max(1 / MAX_STOCK_UP_FACTOR, factor));
}

/** The whole day d whose week around it (d ± 7) holds the most probability. */
function bestDay(logMean: number, logSd: number): number {
  const median = Math.exp(logMean);
  let best = Math.max(1, Math.round(median));
  let most = 0;
  for (let d = 1; d <= Math.ceil(median * 1.2) + 7; d += 1) {
    const chance = logNormalCdf(d + 7.5, { logMean, logSd }) - logNormalCdf(d - 7.5, { logMean, logSd });
    if (chance > most + 1e-12) {
      most = chance;
      best = d;
    }
  }
  return best;
}

function logNormalCdf(days: number, { logMean, logSd }: { logMean: number; logSd: number }): number {
  return days <= 0 ? 0 : normalCdf((Math.log(days) - logMean) / logSd);
}

/** Abramowitz and Stegun 26.2.17, absolute error below 7.5e-8: far finer than a day. */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z >= 0 ? 1 - tail : tail;
}

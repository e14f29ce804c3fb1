/** A distribution of days to the next purchase: mass of each whole day 1..MAX_DAYS, at index day - 1. Pure. */
export type DayMasses = Float64Array;

/** Later purchases are not foretold: beyond a year another reason than running out is likelier. */
export const MAX_DAYS = 365;

/** ln of the lower edge of each day (day - 0.5), and of the upper edge of the last. */
const LOG_EDGES = Float64Array.from({ length: MAX_DAYS + 1 }, (_, i) => Math.log(i + 0.5));

const STEPS_PER_SD = 64;
const MAX_Z = 8;
/** Normal distribution function on a fine grid, for linear interpolation (error below 3e-5). */
const CDF_TABLE = Float64Array.from({ length: 2 * MAX_Z * STEPS_PER_SD + 2 }, (_, i) =>
  exactNormalCdf(i / STEPS_PER_SD - MAX_Z),
);

/** Abramowitz and Stegun 26.2.17, absolute error below 7.5e-8: far finer than a day. */
function exactNormalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z >= 0 ? 1 - tail : tail;
}

export function normalCdf(z: number): number {
  const at = (z + MAX_Z) * STEPS_PER_SD;
  if (at <= 0) return 0;
  if (at >= CDF_TABLE.length - 1) return 1;
  const low = at | 0;
  const below = CDF_TABLE[low]!;
  return below + (CDF_TABLE[low + 1]! - below) * (at - low);
}

/** Adds `weight` of a log-normal to the days, in the range where it has any. */
export function addLogNormal(days: DayMasses, logMean: number, logSd: number, weight: number): void {
  const from = Math.max(1, Math.floor(Math.exp(logMean - 4.5 * logSd)));
  const to = Math.min(MAX_DAYS, Math.ceil(Math.exp(logMean + 4.5 * logSd)));
  let before = normalCdf((LOG_EDGES[from - 1]! - logMean) / logSd);
  for (let day = from; day <= to; day += 1) {
    const after = normalCdf((LOG_EDGES[day]! - logMean) / logSd);
    days[day - 1]! += weight * (after - before);
    before = after;
  }
}

/** Mass of a log-normal on one day, beyond the grid as well. */
export function logNormalMass(day: number, logMean: number, logSd: number): number {
  const low = day <= 1 ? -Infinity : Math.log(day - 0.5);
  return normalCdf((Math.log(day + 0.5) - logMean) / logSd) - normalCdf((low - logMean) / logSd);
}

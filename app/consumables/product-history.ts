/** How buyers of one product came back, from purchases of any order. Pure. */

export interface BuyerDays {
  /** Distinct local days on which one buyer bought the product, ascending; subscription lines left out. */
  readonly days: readonly number[];
}

export interface ProductHistory {
  readonly buyers: number;
  readonly repeatBuyers: number;
  /** Days between purchases; at most GAPS_PER_BUYER latest of each buyer, so that one reseller is not the product. */
  readonly gaps: readonly number[];
  readonly logSpread: number | null;
}

export const GAPS_PER_BUYER = 5;

/** A buyer counts for the repeat share once this many days have passed since their first purchase. */
export const TIME_TO_COME_BACK_DAYS = 28;

export function productHistory(buyers: readonly BuyerDays[], todayOn: number): ProductHistory {
  let counted = 0;
  let repeat = 0;
  const gaps: number[] = [];
  for (const { days } of buyers) {
    const first = days[0];
    if (first === undefined) continue;
    const cameBack = days.length > 1;
    if (cameBack || todayOn - first >= TIME_TO_COME_BACK_DAYS) counted += 1;
    if (cameBack) repeat += 1;
    const own = days.slice(1).map((day, i) => day - (days[i] ?? day));
    gaps.push(...own.slice(-GAPS_PER_BUYER));
  }
  return { buyers: counted, repeatBuyers: repeat, gaps, logSpread: logSpread(gaps) };
}

function logSpread(gaps: readonly number[]): number | null {
  if (gaps.length < 3) return null;
  const logs = gaps.map(Math.log);
  const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
  return Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (logs.length - 1));
}

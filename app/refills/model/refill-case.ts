/** A shopper and product on a day on which the product is not bought: what is known since the latest purchase. */
export interface RefillMoment {
  readonly refillCase: RefillCase;
  /** Days since the latest purchase; 0 on its evening. */
  readonly sinceDays: number;
  /** Visits since then, without this product; and days since the latest visit. */
  readonly visitsSince: number;
  readonly sinceVisitDays: number;
  /** The product's purchases lately, and in as many days on average: as of this day. */
  readonly recentPurchases: number;
  readonly usualPurchases: number;
}
/** What is known of one shopper and product on the day of a purchase, as the model sees it. Pure. */

/** Days that count as lately for a product's sales. */
export const RECENT_DAYS = 28;

export interface RefillCase {
  readonly onDay: number;
  /** The latest own gaps in days, oldest first, at most MAX_GAPS. */
  readonly gaps: readonly number[];
  /** Purchases so far. */
  readonly purchases: number;
  readonly productLogMean: number;
  /** Share of the product's buyers who came back, shrunk to the shop's. */
  readonly repeatShare: number;
  /** The product's purchases in the last RECENT_DAYS, and in as many days on average over the history. */
  readonly recentPurchases: number;
  readonly usualPurchases: number;
  /** The shopper's visit days up to `onDay`. */
  readonly visits: number;
  readonly visitGaps: readonly number[];
  /** Days since the first visit. */
  readonly tenureDays: number;
  /** ln of the latest quantity over the usual one. */
  readonly logQuantityRatio: number;
}

export const MAX_GAPS = 12;

/** A quantity counts for no more than e^1.5 = 4.5 times the usual one, or less than that part of it. */
export const MAX_LOG_QUANTITY = 1.5;

/** Own gaps as figures; of none, the product's. */
export interface OwnFigures {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly last: number;
  /** Standard deviation of ln(gap), shrunk to the typical one of a single shopper. */
  readonly sd: number;
}

/** One shopper's own gaps for one product: .70 to .88 in public data sets, counted as this many gaps. */
export const TYPICAL_OWN_SD = 0.7;
const SD_SHRINKAGE = 2;

/** Shoppers whose shrunk deviation of ln(gap) is below this are regular. */
export const REGULAR_SD = 0.6;

/** Works something out once for each case, however often it is asked for: fits go over the same cases again and again. */
export function oncePerCase<T>(workOut: (refillCase: RefillCase) => T): (refillCase: RefillCase) => T {
  const known = new WeakMap<RefillCase, { readonly found: T }>();
  return (refillCase) => {
    let entry = known.get(refillCase);
    if (!entry) known.set(refillCase, (entry = { found: workOut(refillCase) }));
    return entry.found;
  };
}

export const ownFigures = oncePerCase((refillCase): OwnFigures => {
  const n = refillCase.gaps.length;
  const prior = refillCase.productLogMean;
  if (n === 0) return { n, mean: prior, median: prior, last: prior, sd: TYPICAL_OWN_SD };
  const logs = refillCase.gaps.map(Math.log);
  let sum = 0;
  for (const x of logs) sum += x;
  const mean = sum / n;
  let squares = 0;
  for (const x of logs) squares += (x - mean) ** 2;
  const sd = Math.sqrt((squares + SD_SHRINKAGE * TYPICAL_OWN_SD ** 2) / (n - 1 + SD_SHRINKAGE));
  return { n, mean, median: middle(logs), last: logs[n - 1]!, sd };
});

/** The middle of unsorted values; 0 of none. */
export function middle(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Of a first visit, a month. */
const FIRST_VISIT_GAP = 30;

export const logVisitGap = oncePerCase((refillCase) =>
  Math.log(refillCase.visitGaps.length === 0 ? FIRST_VISIT_GAP : Math.max(1, middle(refillCase.visitGaps))),
);

/** Mean days between visits, one more of PRIOR_VISIT_GAP counted in: defined from the first visit on. */
export function logMeanVisitGap(refillCase: RefillCase): number {
  return Math.log((refillCase.tenureDays + PRIOR_VISIT_GAP) / refillCase.visits);
}

const PRIOR_VISIT_GAP = 14;

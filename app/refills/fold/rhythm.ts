import { returnCurve, type ReturnCurve } from '../../consumables/return-curve';
import { MAX_DAYS } from '../model/day-grid';
import {
  buyersOf,
  outlookOf,
  priorOf,
  PSEUDO_BUYERS,
  type ProductLedger,
  type ProductPrior,
} from './product-ledger';

/** What a rhythm mostly rests on. */
export const RHYTHM_SOURCES = ['product', 'category', 'shop'] as const;

/** When buyers of a product come back, and whether: its own figures, shrunk to what its kind and the shop suggest. Pure. */
export interface Rhythm {
  /** Mean and standard deviation of ln(days) from one purchase to the next. */
  readonly logMean: number;
  readonly logSd: number;
  /** Gaps it rests on, of so many buyers, of whom so many came back. */
  readonly intervals: number;
  readonly buyers: number;
  readonly repeatBuyers: number;
  /** Share of buyers who come back. */
  readonly repeatShare: number;
  /** Purchases of the last four weeks, and in as many days on average. */
  readonly recentPurchases: number;
  readonly usualPurchases: number;
  /** What it mostly rests on. */
  readonly source: (typeof RHYTHM_SOURCES)[number];
}

/** A rhythm with what kind and shop say of it. */
export interface MeasuredRhythm extends Rhythm {
  readonly priorLogMean: number;
  readonly priorShare: number;
  readonly curve: ReturnCurve;
}

/** A rhythm as forecasts need it. */
export type StoredRhythm = Omit<MeasuredRhythm, 'curve'>;

/** Gaps counted of one buyer and product, so that one reseller is not the product. */
export const GAPS_PER_BUYER = 5;

/** When nothing is known of a shop. */
export const FALLBACK_CYCLE_DAYS = 45;

/** Spread of one customer's own gaps for one product: .70 to .88 on three public data sets; counts as so many gaps. */
const TYPICAL_LOG_SD = 0.75;
const SPREAD_SHRINKAGE = 4;

/** Gaps of one product by length, at most GAPS_PER_BUYER of each buyer. */
export interface GapTally {
  count: number;
  logSum: number;
  logSquares: number;
  /** At index days - 1; longer ones in the last. */
  readonly byDay: Uint32Array;
}

export function openGapTally(): GapTally {
  return { count: 0, logSum: 0, logSquares: 0, byDay: new Uint32Array(MAX_DAYS) };
}

/** @param nth the gap's number among the buyer's gaps for the product, from 1 */
export function enterGap(tally: GapTally, gap: number, nth: number): void {
  if (nth > GAPS_PER_BUYER) return;
  const log = Math.log(gap);
  tally.count += 1;
  tally.logSum += log;
  tally.logSquares += log * log;
  tally.byDay[Math.min(gap, MAX_DAYS) - 1]! += 1;
}

/**
 * A product's rhythm on a day.
 * @param product its number in the ledger, `kind` its kind there
 * @param prior what kind and shop say, when the ledger holds only this product
 */
export function measureRhythm(
  ledger: ProductLedger,
  about: { readonly product: number; readonly kind: string; readonly gaps: GapTally; readonly day: number },
  prior: ProductPrior = priorOf(ledger, about.kind, about.product),
): MeasuredRhythm {
  const { buyers, repeatBuyers } = buyersOf(ledger, about.product);
  const { logMean, repeatShare, recentPurchases, usualPurchases } = outlookOf(
    ledger,
    about.product,
    about.day,
    prior,
  );
  const { count, logSum, logSquares, byDay } = about.gaps;
  const squares = logSquares - 2 * logMean * logSum + count * logMean ** 2;
  return {
    logMean,
    logSd: Math.sqrt((squares + SPREAD_SHRINKAGE * TYPICAL_LOG_SD ** 2) / (count + SPREAD_SHRINKAGE)),
    intervals: count,
    buyers,
    repeatBuyers,
    repeatShare,
    recentPurchases,
    usualPurchases,
    source: repeatBuyers >= PSEUDO_BUYERS ? 'product' : prior.source,
    priorLogMean: prior.logMean,
    priorShare: prior.repeatShare,
    curve: returnCurve(byDay),
  };
}

/** The days by which a quarter, half and three quarters of returning buyers are back. */
export function quartileDays(rhythm: Pick<Rhythm, 'logMean' | 'logSd'>): readonly [number, number, number] {
  const at = (z: number) => Math.max(1, Math.round(Math.exp(rhythm.logMean + z * rhythm.logSd)));
  return [at(-QUARTILE_Z), at(0), at(QUARTILE_Z)];
}

/** Standard normal quantile of 3/4. */
export const QUARTILE_Z = 0.6744897501960817;

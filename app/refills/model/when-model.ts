import { addLogNormal, logNormalMass, MAX_DAYS, normalCdf, type DayMasses } from './day-grid';
import { dot, leastSquares } from './least-squares';
import { ownFigures, type RefillCase } from './refill-case';
import { CENTRE, centreFeatures, spreadFeatures } from './when-features';
import { fitWeekdays, weekdayFactors, weekdayOf, type WeekdayModel } from './weekdays';

/** When they come back, given that they do: a mixture of what the product, the shopper's own gaps and visits say. */
export interface WhenModel {
  /** Weights of the centre of ln(days) by CENTRE, for 0, 1, and 2 or more own gaps. */
  readonly centre: readonly (readonly number[])[];
  /** Weights of ln(spread) about that centre by SPREAD (when-features.ts), likewise. */
  readonly spread: readonly (readonly number[])[];
  /** Shares of the components in each bucket of evidence. */
  readonly shares: readonly (readonly number[])[];
  readonly weekdays: WeekdayModel;
}

export interface ClosedCase {
  readonly refillCase: RefillCase;
  /** Days to the next purchase. */
  readonly nextIn: number;
  readonly weight: number;
}

const SCALES = [0.4, 1, 1.9] as const;
/** The components of the mixture: the centre at each of three widths, then these. */
const OWN_GAPS = SCALES.length;
const VISITS = OWN_GAPS + 1;
const PRODUCT = OWN_GAPS + 2;
const COMPONENTS = OWN_GAPS + 3;
const OWN_KERNEL_SD = 0.13;
const VISIT_KERNEL_SD = 0.2;
const OWN_FADE = 0.85;
const PRODUCT_SD = 0.9;

const group = (n: number) => Math.min(n, 2);

/** 0, 1, 2, 3-4, 5-9, 10+ own gaps; from two gaps on, regular shoppers apart from irregular ones. */
export function evidenceBucket(n: number, sd: number): number {
  if (n < 2) return n;
  const size = n < 3 ? 0 : n < 5 ? 1 : n < 10 ? 2 : 3;
  return 2 + 2 * size + (sd < (n < 3 ? 0.6 : 0.55) ? 0 : 1);
}

const QUANTITY = CENTRE.at.quantity;
/** Twice the packs never last more than twice as long. */
const MOST_QUANTITY_WEIGHT = 0.6;

/** How much longer than usual the latest quantity makes the centre: 1 without own gaps to compare with. */
export function quantityEffect(refillCase: RefillCase, model: Pick<WhenModel, 'centre'>): number {
  return Math.exp(model.centre[group(refillCase.gaps.length)]![QUANTITY]! * refillCase.logQuantityRatio);
}

interface Placed {
  readonly centre: number;
  readonly spread: number;
  readonly bucket: number;
}

function place(refillCase: RefillCase, model: Pick<WhenModel, 'centre' | 'spread'>): Placed {
  const own = ownFigures(refillCase);
  const g = group(own.n);
  const spread = Math.exp(dot(model.spread[g]!, spreadFeatures(refillCase)));
  return {
    centre: dot(model.centre[g]!, centreFeatures(refillCase)),
    spread: Math.min(1.6, Math.max(0.12, spread)),
    bucket: evidenceBucket(own.n, own.sd),
  };
}

/** Mass of each whole day, up to MAX_DAYS, summing to one. */
export function dayDistribution(refillCase: RefillCase, model: WhenModel): DayMasses {
  const days = new Float64Array(MAX_DAYS);
  const { centre, spread, bucket } = place(refillCase, model);
  const shares = model.shares[bucket]!;
  SCALES.forEach((scale, c) => addLogNormal(days, centre, spread * scale, shares[c]!));
  addKernels(days, refillCase.gaps, OWN_KERNEL_SD, shares[OWN_GAPS]!, OWN_FADE);
  addKernels(days, refillCase.visitGaps, VISIT_KERNEL_SD, shares[VISITS]!, 1);
  addLogNormal(days, refillCase.productLogMean, PRODUCT_SD, shares[PRODUCT]!);
  const factors = weekdayFactors(refillCase, model.weekdays);
  const first = weekdayOf(refillCase.onDay + 1);
  let sum = 0;
  for (let i = 0; i < MAX_DAYS; i += 1) sum += days[i]! *= factors[(first + i) % 7]!;
  for (let i = 0; i < MAX_DAYS; i += 1) days[i]! /= sum;
  return days;
}

/** Share of those who come back that are back by a day: one point of `dayDistribution`, but for its cut at MAX_DAYS and the days of the week. */
export function shareBackBy(day: number, refillCase: RefillCase, model: WhenModel): number {
  const { centre, spread, bucket } = place(refillCase, model);
  const shares = model.shares[bucket]!;
  const at = Math.log(day + 0.5);
  const kernel = (gaps: readonly number[], sd: number, fade: number) => {
    let sum = 0;
    let all = 0;
    for (let i = 0; i < gaps.length; i += 1) {
      sum = sum * fade + normalCdf((at - Math.log(gaps[i]!)) / sd);
      all = all * fade + 1;
    }
    return all === 0 ? 0 : sum / all;
  };
  let by = 0;
  SCALES.forEach((scale, c) => (by += shares[c]! * normalCdf((at - centre) / (spread * scale))));
  by += shares[OWN_GAPS]! * kernel(refillCase.gaps, OWN_KERNEL_SD, OWN_FADE);
  by += shares[VISITS]! * kernel(refillCase.visitGaps, VISIT_KERNEL_SD, 1);
  return by + shares[PRODUCT]! * normalCdf((at - refillCase.productLogMean) / PRODUCT_SD);
}

function addKernels(days: DayMasses, gaps: readonly number[], sd: number, share: number, fade: number): void {
  if (gaps.length === 0 || share <= 0) return;
  let all = 0;
  for (let i = 0; i < gaps.length; i += 1) all = all * fade + 1;
  let weight = share / all;
  for (let i = gaps.length - 1; i >= 0; i -= 1) {
    addLogNormal(days, Math.log(gaps[i]!), sd, weight);
    weight *= fade;
  }
}

/** Mass each component gives to the day that came. */
function componentMasses(day: number, refillCase: RefillCase, placed: Placed): number[] {
  const kernel = (gaps: readonly number[], sd: number, fade: number) => {
    let sum = 0;
    let all = 0;
    let weight = 1;
    for (let i = gaps.length - 1; i >= 0; i -= 1) {
      sum += weight * logNormalMass(day, Math.log(gaps[i]!), sd);
      all += weight;
      weight *= fade;
    }
    return all === 0 ? 0 : sum / all;
  };
  return [
    ...SCALES.map((scale) => logNormalMass(day, placed.centre, placed.spread * scale)),
    kernel(refillCase.gaps, OWN_KERNEL_SD, OWN_FADE),
    kernel(refillCase.visitGaps, VISIT_KERNEL_SD, 1),
    logNormalMass(day, refillCase.productLogMean, PRODUCT_SD),
  ];
}

/** Half-normal: E ln|z|. */
const MEAN_LOG_ABS_NORMAL = -0.635;

/**
 * Fits centre (least squares on ln days), spread (least squares on ln |residual|) and shares (expectation maximisation),
 * each shrunk to the prior model.
 */
export function fitWhen(cases: readonly ClosedCase[], prior: WhenModel): WhenModel {
  const centre: (readonly number[])[] = [];
  const spread: (readonly number[])[] = [];
  for (let g = 0; g < 3; g += 1) {
    const own = cases.filter(({ refillCase }) => group(refillCase.gaps.length) === g);
    const rows = own.map(({ refillCase }) => centreFeatures(refillCase));
    const logs = own.map(({ nextIn }) => Math.log(nextIn));
    const weights = own.map(({ weight }) => weight);
    const fitted = leastSquares(rows, logs, { towards: prior.centre[g]!, strength: 10 }, weights);
    fitted[QUANTITY] = Math.max(0, Math.min(MOST_QUANTITY_WEIGHT, fitted[QUANTITY]!));
    centre.push(fitted);
    const misses = rows.map(
      (row, i) => Math.log(Math.abs(logs[i]! - dot(fitted, row)) + 0.03) - MEAN_LOG_ABS_NORMAL,
    );
    const spreadRows = own.map(({ refillCase }) => spreadFeatures(refillCase));
    spread.push(leastSquares(spreadRows, misses, { towards: prior.spread[g]!, strength: 30 }, weights));
  }
  return {
    centre,
    spread,
    shares: fitShares(cases, { centre, spread }, prior.shares),
    weekdays: fitWeekdays(cases, prior.weekdays),
  };
}

const SHARE_PRIOR_CASES = 30;
const ROUNDS = 15;

function fitShares(
  cases: readonly ClosedCase[],
  model: Pick<WhenModel, 'centre' | 'spread'>,
  prior: WhenModel['shares'],
): number[][] {
  const seen = cases.map(({ refillCase, nextIn, weight }) => {
    const placed = place(refillCase, model);
    return { bucket: placed.bucket, weight, masses: componentMasses(nextIn, refillCase, placed) };
  });
  let shares = prior.map((own) => [...own]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = prior.map((own) => own.map((share) => share * SHARE_PRIOR_CASES));
    for (const { bucket, weight, masses } of seen) {
      const own = shares[bucket]!;
      let all = 1e-9;
      for (let c = 0; c < COMPONENTS; c += 1) all += own[c]! * masses[c]!;
      const into = sums[bucket]!;
      for (let c = 0; c < COMPONENTS; c += 1) into[c]! += (weight * own[c]! * masses[c]!) / all;
    }
    shares = sums.map((own) => {
      const all = own.reduce((a, b) => a + b, 0);
      return own.map((x) => x / all);
    });
  }
  return shares;
}

import { solvePositive } from './least-squares';

export interface LogisticPrior {
  /** Where the weights go without evidence. */
  readonly weights: readonly number[];
  /** How many cases that is worth, roughly: the ridge on standardised weights. */
  readonly strength: number;
}

/**
 * Logistic regression by Newton's method, shrunk to a prior (a ridge around it, on the scale of each feature).
 * @param labels chances between 0 and 1: a case whose answer is only partly known may carry a share
 * @param caseWeights how much each case counts; 1 when left out
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: ArrayLike<number>,
  prior: LogisticPrior | null = null,
  caseWeights: ArrayLike<number> | null = null,
  rounds = 12,
): number[] {
  const width = rows[0]?.length ?? prior?.weights.length ?? 0;
  const towards = prior?.weights ?? new Array<number>(width).fill(0);
  const strength = prior?.strength ?? 1;
  const scale = variances(rows, width);
  let weights = [...towards];
  if (rows.length === 0) return weights;
  // One block of numbers: rows are gone through again and again, and arrays of arrays take twice as long.
  const features = new Float64Array(rows.length * width);
  rows.forEach((row, at) => features.set(row, at * width));
  const logOdds = new Float64Array(rows.length);
  const worth = (at: readonly number[]) => {
    let sum = 0;
    for (let i = 0, from = 0; i < rows.length; i += 1, from += width) {
      let z = 0;
      for (let j = 0; j < width; j += 1) z += at[j]! * features[from + j]!;
      logOdds[i] = z;
      sum += (caseWeights?.[i] ?? 1) * logLikelihood(labels[i]!, z);
    }
    at.forEach((w, i) => (sum -= (strength * scale[i]! * (w - towards[i]!) ** 2) / 2));
    return sum;
  };
  let reached = worth(weights);
  const hessian = Array.from({ length: width }, () => new Float64Array(width));
  for (let round = 0; round < rounds; round += 1) {
    hessian.forEach((line, i) => (line.fill(0)[i] = strength * scale[i]!));
    const gradient = weights.map((w, i) => -strength * scale[i]! * (w - towards[i]!));
    for (let at = 0, from = 0; at < rows.length; at += 1, from += width) {
      const weight = caseWeights?.[at] ?? 1;
      const p = sigmoid(logOdds[at]!); // of these weights: their worth was asked for last
      const v = weight * Math.max(1e-9, p * (1 - p));
      const miss = weight * (labels[at]! - p);
      for (let i = 0; i < width; i += 1) {
        const x = features[from + i]!;
        gradient[i]! += x * miss;
        const line = hessian[i]!;
        const vi = v * x;
        for (let j = 0; j <= i; j += 1) line[j]! += vi * features[from + j]!;
      }
    }
    for (let i = 0; i < width; i += 1) for (let j = 0; j < i; j += 1) hessian[j]![i] = hessian[i]![j]!;
    const step = solvePositive(hessian, gradient);
    const next = climb({ weights, reached }, step, worth);
    if (next === null) break;
    ({ weights, reached } = next);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

interface Place {
  readonly weights: number[];
  /** ln of the likelihood there, less the ridge. */
  readonly reached: number;
}

const MOST_HALVINGS = 12;

/** A whole step of Newton's may overshoot where chances are near 0 or 1, and never come back: halved until it is no loss. */
function climb(
  from: Place,
  step: readonly number[],
  worth: (weights: readonly number[]) => number,
): Place | null {
  for (let halvings = 0, part = 1; halvings <= MOST_HALVINGS; halvings += 1, part /= 2) {
    const weights = from.weights.map((w, i) => w + part * step[i]!);
    const reached = worth(weights);
    if (reached >= from.reached - 1e-9 * Math.abs(from.reached)) return { weights, reached };
  }
  return null;
}

/** ln of the likelihood of labels at log odds z. */
const logLikelihood = (label: number, z: number) =>
  label * z - (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));

/** A feature that hardly ever moves must not earn a wild weight from the few cases where it does. */
const LEAST_VARIANCE = 0.05;

/** Variance of each feature; 1 for one that never moves (the intercept). */
function variances(rows: readonly (readonly number[])[], width: number): number[] {
  return Array.from({ length: width }, (_, j) => {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      sum += row[j]!;
      squares += row[j]! ** 2;
    }
    const variance = squares / rows.length - (sum / rows.length) ** 2;
    return variance > 1e-9 ? Math.max(variance, LEAST_VARIANCE) : 1;
  });
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function logit(p: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(inside / (1 - inside));
}

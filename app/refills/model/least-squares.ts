/** Solves A x = b for a symmetric positive definite A (Cholesky). @throws when A is not positive definite */
export function solvePositive(a: readonly ArrayLike<number>[], b: readonly number[]): number[] {
  const n = b.length;
  const lower: number[][] = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k += 1) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && !(sum > 0)) throw new Error('The normal equations are not positive definite.');
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!;
    }
  }
  const y = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i += 1) {
    let sum = b[i]!;
    for (let k = 0; k < i; k += 1) sum -= lower[i]![k]! * y[k]!;
    y[i] = sum / lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = y[i]!;
    for (let k = i + 1; k < n; k += 1) sum -= lower[k]![i]! * y[k]!;
    y[i] = sum / lower[i]![i]!;
  }
  return y;
}

export interface LeastSquaresPrior {
  readonly towards: readonly number[];
  readonly strength: number;
}

/** Weighted least squares, shrunk to a prior (a ridge around it). */
export function leastSquares(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  prior: LeastSquaresPrior | null = null,
  caseWeights: readonly number[] | null = null,
): number[] {
  const n = rows[0]?.length ?? prior?.towards.length ?? 0;
  const ridge = prior?.strength ?? 1e-9;
  const a = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? ridge : 0)));
  const b = Array.from({ length: n }, (_, i) => ridge * (prior?.towards[i] ?? 0));
  rows.forEach((row, at) => {
    const weight = caseWeights?.[at] ?? 1;
    const target = targets[at]!;
    for (let i = 0; i < n; i += 1) {
      const x = weight * row[i]!;
      b[i]! += x * target;
      const line = a[i]!;
      for (let j = 0; j <= i; j += 1) line[j]! += x * row[j]!;
    }
  });
  for (let i = 0; i < n; i += 1) for (let j = 0; j < i; j += 1) a[j]![i] = a[i]![j]!;
  return solvePositive(a, b);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

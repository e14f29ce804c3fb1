/** ln Σ exp(vᵢ) without overflow; −∞ for an empty list. */
export function logSumExp(values: readonly number[]): number {
  let highest = -Infinity;
  for (const value of values) if (value > highest) highest = value;
  if (!Number.isFinite(highest)) return highest;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - highest);
  return highest + Math.log(sum);
}

/** ln of the mean of exp(vᵢ): an average of e-values kept as logarithms is again one. */
export function logMeanExp(values: readonly number[]): number {
  return logSumExp(values) - Math.log(values.length);
}

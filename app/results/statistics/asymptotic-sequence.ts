/**
 * Asymptotic confidence sequences for a mean or a difference of means: safe at every look once the samples are large enough
 * for the normal approximation. Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (arXiv 2103.06476v7, equations 9, 155, 161).
 * All functions take `size`, the number of units of both arms together.
 */

/**
 * ρ, the scale at which the sequence is tightest: ρ² = (−2 ln α + ln(−2 ln α + 1)) / N*. Fix it before the start.
 * @param expectedSize N*, units expected by the time the answer is wanted
 */
export function sequenceScale(alpha: number, expectedSize: number): number {
  const twice = -2 * Math.log(alpha);
  return Math.sqrt((twice + Math.log(twice + 1)) / expectedSize);
}

/** ln of the e-value of a difference that lies `zScore` standard errors from the tested one. */
export function lnSequenceEvidence(zScore: number, size: number, scale: number): number {
  const information = size * scale * scale;
  return (zScore * zScore * information) / (2 * (information + 1)) - Math.log(information + 1) / 2;
}

/** How many standard errors the sequence reaches to each side of the estimate, at confidence 1 − alpha. */
export function sequenceReach(size: number, scale: number, alpha: number): number {
  const information = size * scale * scale;
  return Math.sqrt(((2 * (information + 1)) / information) * Math.log(Math.sqrt(information + 1) / alpha));
}

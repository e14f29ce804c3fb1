const HALF_LOG_TWO_PI = 0.9189385332046728;
/** From here on the Stirling series below is exact to the last bit of a double. */
const STIRLING_FROM = 12;

/**
 * ln Γ(x) for x > 0, absolute error below 1e-14 for x < 12 and relative error below 1e-15 beyond (NaN otherwise).
 * Stirling's series (Abramowitz & Stegun 6.1.41) after shifting small x upwards by Γ(x + 1) = x Γ(x).
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let product = 1;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    HALF_LOG_TWO_PI +
    stirlingRest(shifted) -
    Math.log(product)
  );
}

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), a and b > 0. Large arguments are combined before anything cancels
 * (Didonato & Morris, ACM TOMS 18 (1992) 360, algorithm 708: BETALN), so that counts of millions keep 1e-9 absolute.
 */
export function lnBeta(first: number, second: number): number {
  if (!(first > 0 && second > 0)) return Number.NaN;
  const small = Math.min(first, second);
  const large = Math.max(first, second);
  if (large < STIRLING_FROM) return lnGamma(small) + lnGamma(large) - lnGamma(small + large);
  const rests = stirlingRest(large) - stirlingRest(small + large);
  if (small < STIRLING_FROM) {
    return (
      lnGamma(small) +
      small -
      small * Math.log(small + large) -
      (large - 0.5) * Math.log1p(small / large) +
      rests
    );
  }
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    (small - 0.5) * Math.log(small / (small + large)) -
    large * Math.log1p(small / large) +
    stirlingRest(small) +
    rests
  );
}

/**
 * ln B(α) = Σ ln Γ(αᵢ) − ln Γ(Σ αᵢ), the normalising constant of a Dirichlet distribution, as a chain of two-way ones.
 * @param alphas two or more, each > 0
 */
export function lnDirichletBeta(alphas: readonly number[]): number {
  let total = 0;
  let before = 0;
  for (const alpha of alphas) {
    if (before > 0) total += lnBeta(before, alpha);
    before += alpha;
  }
  return total;
}

/** ln Γ(x) less the leading terms of Stirling's formula, x ≥ 12: the Bernoulli series, relative error below 1e-15. */
function stirlingRest(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return (
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360 - square / 156))))))
  );
}

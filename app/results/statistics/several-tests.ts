/**
 * Holm's adjusted p-values (Scandinavian Journal of Statistics 6 (1979) 65), in the order given: reject those ≤ alpha and at
 * most alpha of all runs has any false rejection, however the tests depend on each other. For secondary metrics at a review.
 */
export function holm(ps: readonly number[]): readonly number[] {
  const order = ps.map((_, index) => index).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0));
  const adjusted = new Array<number>(ps.length).fill(1);
  let highest = 0;
  order.forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, (ps[index] ?? 1) * (ps.length - rank)));
    adjusted[index] = highest;
  });
  return adjusted;
}

/**
 * e-BH (Wang & Ramdas, arXiv 2009.02824): which of several hypotheses stand out, with at most alpha false ones among them
 * on average, under any dependence. For segments.
 * @param lnEvidence ln of the *current* e-values; running maxima are not valid here (arXiv 2501.19360)
 */
export function eBenjaminiHochberg(lnEvidence: readonly number[], alpha: number): readonly boolean[] {
  const many = lnEvidence.length;
  const descending = [...lnEvidence].sort((a, b) => b - a);
  let chosen = 0;
  descending.forEach((value, index) => {
    if (value >= Math.log(many / (alpha * (index + 1)))) chosen = index + 1;
  });
  const least = chosen === 0 ? Infinity : (descending[chosen - 1] ?? Infinity);
  return lnEvidence.map((value) => value >= least);
}

import { hypergeometricDraw } from './hypergeometric';
import type { RandomNumber } from './seeded-random';

/** One arm's revenue at the review: persons whose window has closed, and what each buyer among them spent, once. */
export interface RevenueArm {
  readonly shoppers: number;
  /** Net spend of each buyer within the window, > 0, limited as fixed before the start. Any one currency unit. */
  readonly spends: readonly number[];
}

export const PERMUTATIONS = 5000;

/**
 * Revenue per shopper for one single look: studentised permutation test of equal means (Janssen, Statistics & Probability
 * Letters 36 (1997) 9; Chung & Romano, Annals of Statistics 41 (2013) 484). Only buyers need be dealt out: how many of them
 * fall into the smaller arm is hypergeometric. Holds its level where Welch's t-test on revenue raises two to four times the
 * false alarms.
 * @returns the equal-tailed p-value for any ratio of the means: each deal keeps four sums, from which every ratio follows
 */
export function permutationTest(
  treated: RevenueArm,
  control: RevenueArm,
  random: RandomNumber,
  draws: number,
): (ratio: number) => number {
  const isControlSmaller = control.shoppers <= treated.shoppers;
  const small = isControlSmaller ? control : treated;
  const large = isControlSmaller ? treated : control;
  const deals = dealBuyers(treated, control, small.shoppers, random, draws);
  const sums = { t: sumsOf(treated.spends), c: sumsOf(control.spends) };
  const sign = isControlSmaller ? 1 : -1;

  return (ratio) => {
    if (treated.spends.length + control.spends.length === 0) return 1;
    const all = {
      sum: sums.t.sum / ratio + sums.c.sum,
      squares: sums.t.squares / ratio ** 2 + sums.c.squares,
    };
    const zOf = (sum: number, squares: number): number => {
      const meanSmall = sum / small.shoppers;
      const meanLarge = (all.sum - sum) / large.shoppers;
      const spreadSmall = squares / small.shoppers - meanSmall ** 2;
      const spreadLarge = (all.squares - squares) / large.shoppers - meanLarge ** 2;
      const error = Math.sqrt(
        Math.max(0, spreadSmall) / (small.shoppers - 1) + Math.max(0, spreadLarge) / (large.shoppers - 1),
      );
      return error > 0 ? (sign * (meanLarge - meanSmall)) / error : 0;
    };
    const seen = isControlSmaller
      ? zOf(sums.c.sum, sums.c.squares)
      : zOf(sums.t.sum / ratio, sums.t.squares / ratio ** 2);
    let above = 1;
    let below = 1;
    for (let draw = 0; draw < draws; draw += 1) {
      const at = draw * 4;
      const z = zOf(
        (deals[at] ?? 0) / ratio + (deals[at + 2] ?? 0),
        (deals[at + 1] ?? 0) / ratio ** 2 + (deals[at + 3] ?? 0),
      );
      if (z >= seen - 1e-12) above += 1;
      if (z <= seen + 1e-12) below += 1;
    }
    return Math.min(1, (2 * Math.min(above, below)) / (draws + 1));
  };
}

/** Per deal: sum and sum of squares, of the treated's and of the control's own spends, that fell into the smaller arm. */
function dealBuyers(
  treated: RevenueArm,
  control: RevenueArm,
  smallShoppers: number,
  random: RandomNumber,
  draws: number,
): Float64Array {
  const spends = Float64Array.from([...treated.spends, ...control.spends]);
  const order = Uint32Array.from(spends, (_, index) => index);
  const drawBuyers = hypergeometricDraw(treated.shoppers + control.shoppers, spends.length, smallShoppers);
  const deals = new Float64Array(draws * 4);
  for (let draw = 0; draw < draws; draw += 1) {
    const buyers = drawBuyers(random);
    for (let dealt = 0; dealt < buyers; dealt += 1) {
      const swap = dealt + Math.floor(random() * (order.length - dealt));
      const buyer = order[swap] ?? 0;
      order[swap] = order[dealt] ?? 0;
      order[dealt] = buyer;
      const spend = spends[buyer] ?? 0;
      const at = draw * 4 + (buyer < treated.spends.length ? 0 : 2);
      deals[at] = (deals[at] ?? 0) + spend;
      deals[at + 1] = (deals[at + 1] ?? 0) + spend * spend;
    }
  }
  return deals;
}

function sumsOf(values: readonly number[]): { readonly sum: number; readonly squares: number } {
  return { sum: total(values), squares: values.reduce((sum, value) => sum + value * value, 0) };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

import { daysWithinHorizon, forecastWindow, type RefillModel } from './refill-model';
import type { RefillCase } from './refill-case';
import { shareBy } from './return-model';

/** Pseudo-cases that hold the window where the prior has it. */
const PRIOR_CASES = 100;
const HALVINGS = 8;
const LEAST_SCALE = 0.4;
const MOST_SCALE = 1.4;

/**
 * The shares of a distribution at which a window must begin and end to hold the middle half of what came, had it been stated
 * in whole days: where days of the week make single days likely, both ends of a window hold more than their share.
 * @param came purchases that `model` did not know of
 */
export function fitWindow(
  came: readonly { readonly refillCase: RefillCase; readonly nextIn: number }[],
  model: Pick<RefillModel, 'when' | 'horizonDays'>,
  prior: RefillModel['window'],
): RefillModel['window'] {
  const known = came.map(({ refillCase, nextIn }) => ({
    days: daysWithinHorizon(refillCase, model),
    nextIn,
  }));
  const n = known.length;
  if (n === 0) return prior;
  const shares = known
    .map(({ days, nextIn }) => shareBy(days, nextIn) - days[nextIn - 1]! / 2)
    .sort((a, b) => a - b);
  const at = (share: number, otherwise: number) =>
    ((shares[Math.floor(share * n)] ?? 0) * n + otherwise * PRIOR_CASES) / (n + PRIOR_CASES);
  const [low, high] = [at(0.25, prior[0]), at(0.75, prior[1])];
  const scaled = (scale: number): RefillModel['window'] => {
    const middle = (low + high) / 2;
    const half = ((high - low) / 2) * scale;
    return [Math.max(0.01, middle - half), Math.min(0.99, middle + half)];
  };
  const holdsHalf = (scale: number) => {
    const window = scaled(scale);
    let held = 0;
    for (const { days, nextIn } of known) {
      const [from, to] = forecastWindow(days, { window });
      if (nextIn >= from && nextIn <= to) held += 1;
    }
    return held >= n / 2;
  };
  let [from, to] = [LEAST_SCALE, MOST_SCALE];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (from + to) / 2;
    if (holdsHalf(middle)) to = middle;
    else from = middle;
  }
  return scaled((n * to + PRIOR_CASES) / (n + PRIOR_CASES));
}

import type { History } from '../refills/history';
import { talliesOf } from './labelled-shop';
import type { Truth } from './truth';

const LOG_RATES = Array.from({ length: 40 }, (_, i) => Math.log(0.0003) + (i * Math.log(8000)) / 39);
const ROUNDS = 60;
const TOLD = 1e6;

/**
 * The most that can be had from a product's own returns: truth for every product whose category is shown, and for the rest
 * the likelihood ratio of their returns under the spreads of rates that this very shop's used up and kept products have
 * (nonparametric maximum likelihood, so a little too good). What Larder is not told, this is.
 */
export function limitScores(
  history: History,
  truth: Truth,
  { onDay, isHidden }: { readonly onDay: number; readonly isHidden: (product: number) => boolean },
): readonly number[] {
  const likely = talliesOf(history, onDay).map(({ returns, passed }) => {
    const logs = LOG_RATES.map((log) => {
      const rate = Math.exp(log);
      return returns * Math.log(-Math.expm1(-rate)) - passed * rate;
    });
    const most = Math.max(...logs);
    return logs.map((log) => Math.exp(log - most));
  });
  const of = (isConsumable: boolean) => spreadOf(likely.filter((_, at) => truth[at] === isConsumable));
  const [used, kept] = [of(true), of(false)];
  return likely.map((own, at) => {
    if (!isHidden(at)) return truth[at] ? TOLD : -TOLD;
    return Math.log(chanceOf(own, used)) - Math.log(chanceOf(own, kept));
  });
}

/** Weights of the rates under which these products are likeliest, by expectation maximisation. */
function spreadOf(products: readonly (readonly number[])[]): readonly number[] {
  let weights: readonly number[] = LOG_RATES.map(() => 1 / LOG_RATES.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = LOG_RATES.map(() => 1e-6);
    for (const own of products) {
      const all = chanceOf(own, weights);
      own.forEach((likely, i) => (sums[i]! += (weights[i]! * likely) / all));
    }
    const total = sums.reduce((a, b) => a + b, 0);
    weights = sums.map((sum) => sum / total);
  }
  return weights;
}

const chanceOf = (own: readonly number[], weights: readonly number[]) =>
  own.reduce((sum, likely, i) => sum + likely * weights[i]!, 0);

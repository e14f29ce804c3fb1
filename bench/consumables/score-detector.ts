import { percentile, seededRandom } from '../refills/bootstrap';

export interface ScoredProduct {
  readonly score: number;
  readonly isConsumable: boolean;
  /** Resampled together: products of one category stand or fall with it. */
  readonly cluster: string;
}

export interface DetectorScores {
  readonly auc: number;
  readonly low: number;
  readonly high: number;
  /** Of what is called a consumable, how much is one; of the consumables, how many are called so. */
  readonly precision: number;
  readonly recall: number;
  /** Share of the rest that is rejected where 90 % of the consumables are kept. */
  readonly rejectedAt90: number;
}

const RESAMPLES = 200;

export function scoreDetector(products: readonly ScoredProduct[], threshold: number): DetectorScores {
  const order = products.map((_, at) => at).sort((a, b) => products[a]!.score - products[b]!.score);
  const clusters = [...new Set(products.map((product) => product.cluster))];
  const clusterOf = products.map((product) => clusters.indexOf(product.cluster));
  const random = seededRandom(20261120);
  const drawn: number[] = [];
  for (let r = 0; r < RESAMPLES; r += 1) {
    const times = new Float64Array(clusters.length);
    for (let i = 0; i < clusters.length; i += 1) times[Math.floor(random() * clusters.length)]! += 1;
    drawn.push(auc(products, order, (at) => times[clusterOf[at]!]!));
  }
  const known = drawn.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const called = products.filter((product) => product.score >= threshold);
  const yes = products.filter((product) => product.isConsumable);
  const right = called.filter((product) => product.isConsumable).length;
  const kept = percentile(
    yes.map((product) => product.score).sort((a, b) => a - b),
    0.1,
  );
  const no = products.filter((product) => !product.isConsumable);
  return {
    auc: auc(products, order, () => 1),
    low: percentile(known, 0.025),
    high: percentile(known, 0.975),
    precision: right / called.length,
    recall: right / yes.length,
    rejectedAt90: no.filter((product) => product.score < kept).length / no.length,
  };
}

/** Chance that a consumable scores above a product that is none, a tie counting half; NaN when either is missing. */
function auc(
  products: readonly ScoredProduct[],
  order: readonly number[],
  weight: (at: number) => number,
): number {
  let below = 0;
  let sum = 0;
  let yes = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    let yesHere = 0;
    let noHere = 0;
    const { score } = products[order[from]!]!;
    for (; to < order.length && products[order[to]!]!.score === score; to += 1) {
      const at = order[to]!;
      if (products[at]!.isConsumable) yesHere += weight(at);
      else noHere += weight(at);
    }
    sum += yesHere * (below + noHere / 2);
    below += noHere;
    yes += yesHere;
    from = to;
  }
  return sum / (yes * below);
}

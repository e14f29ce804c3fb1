import type { PackSize } from '../catalogue/pack-size';
import { startingCycle, type CategoryPrior } from './category-priors';
import type { Family } from './family';
import type { Verdict } from './judge-product';
import type { RelativesSeen, ShopProduct } from './judge-shop';

interface JudgedProduct extends ShopProduct {
  readonly prior: CategoryPrior;
  readonly family: Family | null;
  readonly pack: PackSize | null;
}

/**
 * A verdict's evidence as the database keeps it and the merchant reads it. `expectedIfKept`: how many times it would have
 * been bought again if nobody used it up. `start`: the days its kind (and pack, `isSized`) suggests before anybody came back.
 */
export function toEvidence(product: JudgedProduct, verdict: Verdict, relatives: RelativesSeen) {
  const { tally, prior, pack, family } = product;
  const { reasons, level, weights } = verdict;
  return {
    reasons,
    level,
    kind: prior.name,
    kindFrom: prior.from,
    kindWords: prior.words,
    buyers: tally.buyers,
    repeatBuyers: tally.repeatBuyers,
    returns: rounded(tally.returns),
    chances: rounded(tally.returns + tally.passed),
    expectedIfKept: rounded(verdict.expectedIfKept),
    gaps: tally.gaps,
    relatives: family && relatives.products > 0 ? { by: family.by, name: family.name, ...relatives } : null,
    pack,
    start: startingCycle(prior, pack),
    weights: Object.fromEntries(Object.entries(weights).map(([from, weight]) => [from, rounded(weight)])),
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

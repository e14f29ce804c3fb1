import type { CategoryPrior } from './category-priors';

/** What is known of one product, as evidence for or against its being used up and bought again. */
export interface ProductEvidence {
  readonly prior: Pick<CategoryPrior, 'name' | 'chance'>;
  /** Buyers who have had time to come back, and how many of them did. */
  readonly buyers: number;
  readonly repeatBuyers: number;
  /** Standard deviation of log days between purchases; null below three gaps. */
  readonly logSpread: number | null;
  readonly hasPackSize: boolean;
  readonly hasSubscriptionOffer: boolean;
  readonly isGiftCard: boolean;
  readonly requiresShipping: boolean;
}

export type VerdictReason =
  | 'gift-card'
  | 'digital'
  | 'bought-again'
  | 'rarely-bought-again'
  | 'kind-used-up'
  | 'kind-not-used-up'
  | 'subscription-offer'
  | 'pack-size'
  | 'irregular'
  | 'little-known';

export interface Verdict {
  readonly consumable: boolean;
  /** Chance that it is a consumable, 0 to 1. */
  readonly score: number;
  /** The strongest first. */
  readonly reasons: readonly VerdictReason[];
}

// Share of buyers who come back, as beta distributions: over the products of a household panel the mean is .10 to .30
// for what is used up and .02 for what is not (Complete Journey panel, product level). Web shops see fewer
// of a household's trips, hence the wide first one.
const USED_UP = { a: 1.0, b: 5.0 };
const NOT_USED_UP = { a: 0.6, b: 24.0 };

/** Gaps of things that are used up are regular (log spread about .7); gifts come back at random times. */
const IRREGULAR_LOG_SPREAD = 1.25;

/**
 * Chance that a product is a consumable: Bayes' rule on the share of repeat buyers (beta-binomial under both answers),
 * starting from what its kind, pack and offers say.
 */
export function judgeProduct(evidence: ProductEvidence): Verdict {
  if (evidence.isGiftCard) return { consumable: false, score: 0, reasons: ['gift-card'] };
  if (!evidence.requiresShipping) return { consumable: false, score: 0, reasons: ['digital'] };
  const { buyers, repeatBuyers } = evidence;
  const fromBuyers =
    logBetaBinomial(repeatBuyers, buyers, USED_UP) - logBetaBinomial(repeatBuyers, buyers, NOT_USED_UP);
  const fromOffer = evidence.hasSubscriptionOffer ? 2 : 0;
  const fromPack = evidence.hasPackSize ? 0.8 : 0;
  const fromSpread = evidence.logSpread !== null && evidence.logSpread > IRREGULAR_LOG_SPREAD ? -1.5 : 0;
  const fromKind = Math.log(evidence.prior.chance / (1 - evidence.prior.chance));
  const logOdds = fromKind + fromBuyers + fromOffer + fromPack + fromSpread;
  const weights: [VerdictReason, number][] = [
    [fromBuyers >= 0 ? 'bought-again' : 'rarely-bought-again', Math.abs(fromBuyers)],
    [
      fromKind >= 0 ? 'kind-used-up' : 'kind-not-used-up',
      evidence.prior.name === 'unknown kind' ? 0 : Math.abs(fromKind),
    ],
    ['subscription-offer', fromOffer],
    ['pack-size', fromPack],
    ['irregular', -fromSpread],
  ];
  const reasons = weights.filter(([, weight]) => weight >= 0.5).sort((a, b) => b[1] - a[1]);
  return {
    consumable: logOdds > 0,
    score: 1 / (1 + Math.exp(-logOdds)),
    reasons: reasons.length > 0 ? reasons.map(([reason]) => reason) : ['little-known'],
  };
}

/** ln of the beta-binomial probability of k in n, without the binomial factor (it cancels in a ratio). */
function logBetaBinomial(k: number, n: number, { a, b }: { a: number; b: number }): number {
  // B(a + k, b + n - k) / B(a, b) as a product of ratios: n is the buyers of one product.
  let sum = 0;
  for (let i = 0; i < k; i += 1) sum += Math.log(a + i);
  for (let i = 0; i < n - k; i += 1) sum += Math.log(b + i);
  for (let i = 0; i < n; i += 1) sum -= Math.log(a + b + i);
  return sum;
}

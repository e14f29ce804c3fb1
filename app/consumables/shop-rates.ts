import type { RepeatTally } from './repeat-tally';

/**
 * How often things are bought again in one shop, per chance (see `RepeatTally`): log-normal over products, one distribution
 * for what is used up and one for what is kept. Learned by expectation maximisation from products whose kind says which
 * they are likely to be, and shrunk to typical figures, so that a shop with a few orders has them too. Pure.
 */
export interface ShopRates {
  /** ln of the middle rate per chance of what is used up, and of what is kept. */
  readonly usedUp: number;
  readonly kept: number;
  /** Share of consumables among the shop's products of known kind: the prior of those whose kind is unknown. */
  readonly consumableShare: number;
}

/**
 * Products of a household panel: .104 of the buyers of what is used up came back in 79 days and .018 of those of what is
 * kept, at about five weekly chances; in a web shop a visit is more often for the thing itself.
 */
const TYPICAL_USED_UP = Math.log(0.05);
const TYPICAL_RATIO = Math.log(6);
/** Products that the typical figures count for. */
const TYPICAL_PRODUCTS = 8;
const LEAST_RATIO = Math.log(3);
/** Spread of ln(rate) from product to product. */
const SPREAD = 0.9;
const TYPICAL_SHARE = 0.35;
const SHARE_PRODUCTS = 10;
const ROUNDS = 15;

export const TYPICAL_RATES: ShopRates = {
  usedUp: TYPICAL_USED_UP,
  kept: TYPICAL_USED_UP - TYPICAL_RATIO,
  consumableShare: TYPICAL_SHARE,
};

const LOG_RATES = Array.from({ length: 28 }, (_, i) => Math.log(0.0005) + (i * Math.log(4000)) / 27);
const RATES = LOG_RATES.map(Math.exp);
const LOG_RETURN = RATES.map((rate) => Math.log(-Math.expm1(-rate)));

export type Returns = Pick<RepeatTally, 'returns' | 'passed'>;

interface Weighed {
  /** ln of the probability of what was seen. */
  readonly log: number;
  /** ln(rate) expected after it. */
  readonly mean: number;
}

const logs = new Float64Array(LOG_RATES.length);

function weigh({ returns, passed }: Returns, middle: number): Weighed {
  let most = -Infinity;
  for (let i = 0; i < logs.length; i += 1) {
    const off = (LOG_RATES[i]! - middle) / SPREAD;
    const log = returns * LOG_RETURN[i]! - passed * RATES[i]! - (off * off) / 2;
    logs[i] = log;
    if (log > most) most = log;
  }
  let sum = 0;
  let mean = 0;
  for (let i = 0; i < logs.length; i += 1) {
    const weight = Math.exp(logs[i]! - most);
    sum += weight;
    mean += weight * LOG_RATES[i]!;
  }
  return { log: most + Math.log(sum), mean: mean / sum };
}

/** ln of how much likelier the returns are if the product is used up than if it is kept. */
export function returnsLogRatio(returns: Returns, rates: ShopRates): number {
  return weigh(returns, rates.usedUp).log - weigh(returns, rates.kept).log;
}

export interface RatedProduct extends Returns {
  /** Chance that it is a consumable by its kind; null when the kind is unknown. */
  readonly kindChance: number | null;
}

export function fitShopRates(products: readonly RatedProduct[]): ShopRates {
  let rates = TYPICAL_RATES;
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = { used: 0, usedMean: 0, kept: 0, keptMean: 0, known: 0, knownUsed: 0 };
    for (const product of products) {
      const used = weigh(product, rates.usedUp);
      const kept = weigh(product, rates.kept);
      const logOdds = used.log - kept.log + logit(product.kindChance ?? rates.consumableShare);
      const chance = 1 / (1 + Math.exp(-logOdds));
      sums.used += chance;
      sums.usedMean += chance * used.mean;
      sums.kept += 1 - chance;
      sums.keptMean += (1 - chance) * kept.mean;
      if (product.kindChance === null) continue;
      sums.known += 1;
      sums.knownUsed += chance;
    }
    const usedUp = (sums.usedMean + TYPICAL_PRODUCTS * TYPICAL_USED_UP) / (sums.used + TYPICAL_PRODUCTS);
    const keptPrior = TYPICAL_PRODUCTS * (usedUp - TYPICAL_RATIO);
    const kept = (sums.keptMean + keptPrior) / (sums.kept + TYPICAL_PRODUCTS);
    const share = (sums.knownUsed + SHARE_PRODUCTS * TYPICAL_SHARE) / (sums.known + SHARE_PRODUCTS);
    rates = {
      usedUp,
      kept: Math.min(kept, usedUp - LEAST_RATIO),
      consumableShare: Math.min(0.9, Math.max(0.1, share)),
    };
  }
  return rates;
}

export const logit = (chance: number) => Math.log(chance / (1 - chance));

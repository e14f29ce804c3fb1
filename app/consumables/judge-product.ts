import type { CategoryPrior } from './category-priors';
import type { RepeatTally } from './repeat-tally';
import { logit, TYPICAL_RATES, type ShopRates } from './shop-rates';

/** What is known of one product, as evidence for or against its being used up and bought again. */
export interface ProductEvidence {
  readonly prior: Pick<CategoryPrior, 'chance' | 'from'>;
  readonly tally: Readonly<RepeatTally>;
  /** ln of how much likelier its returns are if it is used up than if it is kept (`returnsLogRatio`). */
  readonly fromReturns: number;
  /** ln odds from products of the same category or type (`relativesLogOdds`). */
  readonly fromRelatives: number;
  /** A weight, a volume or a number of items is stated. */
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
  | 'relatives-bought-again'
  | 'relatives-rarely-bought-again'
  | 'kind-used-up'
  | 'kind-not-used-up'
  | 'shop-sells-used-up'
  | 'shop-sells-lasting'
  | 'subscription-offer'
  | 'pack-size'
  | 'regular'
  | 'irregular'
  | 'little-known';

export const VERDICT_LEVELS = [
  'excluded',
  'product',
  'relatives',
  'kind',
  'shop',
  'gaps',
  'offer',
  'pack',
] as const;

/**
 * What the verdict mostly rests on: the product's own buyers, its family's, its kind in general, what the shop sells
 * otherwise, how evenly it is bought, a subscription offer, a stated content; or that such a thing is never a consumable.
 */
export type VerdictLevel = (typeof VERDICT_LEVELS)[number];

export interface Verdict {
  readonly consumable: boolean;
  /** Chance that it is a consumable, 0 to 1. */
  readonly score: number;
  /** The strongest first. */
  readonly reasons: readonly VerdictReason[];
  readonly level: VerdictLevel;
  /** ln odds by what they come from; they add up to those of the score. */
  readonly weights: Readonly<
    Record<'start' | 'shop' | 'returns' | 'relatives' | 'gaps' | 'offer' | 'pack', number>
  >;
  /** Times it would have been bought again if it were a thing to keep. */
  readonly expectedIfKept: number;
}

/** A kind's chance is that of a typical shop. Half of how this shop differs counts, since its share rests on those chances. */
const SHOP_TEMPER = 0.5;
const OFFER_WEIGHT = 2;
const PACK_WEIGHT = 0.8;
const MOST_FROM_RETURNS = 6;
const MOST_FROM_GAPS = 1.5;
/** Less says nothing worth reading. */
const WORTH_SAYING = 0.5;

const NO_WEIGHTS = { start: 0, shop: 0, returns: 0, relatives: 0, gaps: 0, offer: 0, pack: 0 };

/**
 * Chance that a product is a consumable, by Bayes' rule: odds of its kind in a shop like this (where unknown, of the
 * shop), times how much likelier what its buyers did is for a thing that is used up than for one that is kept, times what
 * its relatives, the evenness of its gaps, a subscription offer and a stated content say. Gift cards and what is not
 * shipped never are.
 */
export function judgeProduct(evidence: ProductEvidence, rates: ShopRates): Verdict {
  const excluded = evidence.isGiftCard ? 'gift-card' : evidence.requiresShipping ? null : 'digital';
  const { tally, prior } = evidence;
  const expectedIfKept = (tally.passed + tally.returns) * Math.exp(rates.kept);
  if (excluded) {
    const none = { score: 0, reasons: [excluded], weights: NO_WEIGHTS, expectedIfKept } as const;
    return { consumable: false, level: 'excluded', ...none };
  }
  const weights = {
    start: logit(prior.from === null ? rates.consumableShare : prior.chance),
    shop: prior.from === null ? 0 : SHOP_TEMPER * shopLean(rates),
    returns: within(MOST_FROM_RETURNS, evidence.fromReturns),
    relatives: evidence.fromRelatives,
    gaps: within(MOST_FROM_GAPS, tally.evenness),
    offer: evidence.hasSubscriptionOffer ? OFFER_WEIGHT : 0,
    pack: evidence.hasPackSize ? PACK_WEIGHT : 0,
  };
  const logOdds = Object.values(weights).reduce((a, b) => a + b, 0);
  return {
    consumable: logOdds > 0,
    score: 1 / (1 + Math.exp(-logOdds)),
    reasons: reasonsOf(weights, prior.from !== null),
    level: levelOf(weights, logOdds, prior.from !== null),
    weights,
    expectedIfKept,
  };
}

/** ln of how much likelier this shop's products are consumables than a typical shop's. */
function shopLean({ consumableShare }: ShopRates): number {
  return logit(consumableShare) - logit(TYPICAL_RATES.consumableShare);
}

function reasonsOf(weights: Verdict['weights'], isKindKnown: boolean): readonly VerdictReason[] {
  const said: [VerdictReason, number][] = [
    [weights.returns >= 0 ? 'bought-again' : 'rarely-bought-again', weights.returns],
    [weights.relatives >= 0 ? 'relatives-bought-again' : 'relatives-rarely-bought-again', weights.relatives],
    [weights.start >= 0 ? 'kind-used-up' : 'kind-not-used-up', isKindKnown ? weights.start : 0],
    [weights.shop >= 0 ? 'shop-sells-used-up' : 'shop-sells-lasting', weights.shop],
    [weights.gaps >= 0 ? 'regular' : 'irregular', weights.gaps],
    ['subscription-offer', weights.offer],
    ['pack-size', weights.pack],
  ];
  const reasons = said
    .filter(([, weight]) => Math.abs(weight) >= WORTH_SAYING)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([reason]) => reason);
  return reasons.length > 0 ? reasons : ['little-known'];
}

/** What weighs most of all that speaks for the verdict; what speaks against it is never what it rests on. */
function levelOf(weights: Verdict['weights'], logOdds: number, isKindKnown: boolean): VerdictLevel {
  const side = logOdds > 0 ? 1 : -1;
  const levels: readonly [VerdictLevel, number][] = [
    ['product', weights.returns],
    ['relatives', weights.relatives],
    [isKindKnown ? 'kind' : 'shop', weights.start],
    ['shop', weights.shop],
    ['gaps', weights.gaps],
    ['offer', weights.offer],
    ['pack', weights.pack],
  ];
  let [level, most]: [VerdictLevel, number] = [isKindKnown ? 'kind' : 'shop', 0];
  for (const [name, weight] of levels) if (side * weight > most) [level, most] = [name, side * weight];
  return level;
}

const within = (most: number, value: number) => Math.min(most, Math.max(-most, value));

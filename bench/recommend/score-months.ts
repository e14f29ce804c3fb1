/** Recommender and top sellers over several held-back months of one shop, by the code of the gate. */
import {
  judgeLately,
  judgeRecommender,
  type JudgedShopper,
  type KnownProducts,
} from '../../app/recommend/gate/judge-recommender';
import { decideGate, type GateDecision } from '../../app/recommend/gate/decide-gate';
import type { Baskets } from '../../app/recommend/learn/baskets';
import { LATELY_DAYS } from '../../app/recommend/learn/count-buyers';
import { bootstrapShoppers } from '../refills/bootstrap';

export interface BenchShop {
  readonly name: string;
  readonly baskets: Baskets<unknown>;
  readonly known: KnownProducts;
  /** The last day that is there as a whole. */
  readonly endOn: number;
}

export interface MonthsScore {
  readonly figures: Readonly<Record<string, number>>;
  readonly reference: Readonly<Record<string, number>>;
  /** Lower ends of the differences' intervals. */
  readonly low: { readonly hit: number; readonly ndcg: number };
  /** What the app's gate would say on the last day. */
  readonly gate: GateDecision;
}

const RESAMPLES = 1_000;

/** The last `months` windows of four weeks, none over another; intervals by resampling shoppers, paired. */
export function scoreMonths(shop: BenchShop, months: number, say: (line: string) => void): MonthsScore {
  const all: JudgedShopper[] = [];
  for (let month = 1; month <= months; month += 1) {
    const judged = judgeRecommender(shop.baskets, shop.endOn - month * LATELY_DAYS, shop.known);
    say(`${shop.name}, four weeks ${month} from the end: ${JSON.stringify(decideGate(judged), rounded)}`);
    all.push(...judged);
  }
  const gate = decideGate(judgeLately(shop.baskets, shop.endOn, shop.known));
  const measure = (name: 'hit' | 'ndcg') => {
    const meanOf =
      (value: (judged: JudgedShopper) => number) =>
      (weight: (shopper: number) => number): number => {
        let [sum, count] = [0, 0];
        for (const judged of all) {
          sum += weight(judged.shopper) * value(judged);
          count += weight(judged.shopper);
        }
        return count === 0 ? 0 : sum / count;
      };
    const difference = (judged: JudgedShopper) => judged.recommended[name] - judged.popular[name];
    return {
      recommended: meanOf((judged) => judged.recommended[name])(() => 1),
      popular: meanOf((judged) => judged.popular[name])(() => 1),
      difference: meanOf(difference)(() => 1),
      interval: bootstrapShoppers(all, RESAMPLES, meanOf(difference)),
    };
  };
  const [hit, ndcg] = [measure('hit'), measure('ndcg')];
  const named = (what: string, value: number) => [`${shop.name}: ${what}`, round(value)] as const;
  return {
    figures: Object.fromEntries([
      named('shoppers judged', new Set(all.map(({ shopper }) => shopper)).size),
      named('lists judged', all.length),
      named('hit rate@4', hit.recommended),
      named('hit rate@4, more than popularity', hit.difference),
      named('hit rate@4, low', hit.interval[0]),
      named('hit rate@4, high', hit.interval[1]),
      named('nDCG@4', ndcg.recommended),
      named('nDCG@4, more than popularity', ndcg.difference),
      named('nDCG@4, low', ndcg.interval[0]),
      named('nDCG@4, high', ndcg.interval[1]),
      named('gate open', gate.isOpen ? 1 : 0),
    ]),
    reference: Object.fromEntries([
      named('popularity, hit rate@4', hit.popular),
      named('popularity, nDCG@4', ndcg.popular),
    ]),
    low: { hit: hit.interval[0], ndcg: ndcg.interval[0] },
    gate,
  };
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? round(value) : value);

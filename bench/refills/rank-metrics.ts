import { bootstrapShoppers, type Interval } from './bootstrap';
import { mean } from './date-metrics';
import type { History, Pair } from './history';

/** One shopper at one cut day: the products bought so far, and which of them come again within the horizon. */
export interface ShopperCut {
  readonly shopper: number;
  readonly cutDay: number;
  readonly candidates: readonly Pair[];
  readonly isBought: readonly boolean[];
}

/** Higher is likelier; `tie` decides between equal scores (higher first), then the product's id as text. */
export interface RankScore {
  readonly score: number;
  readonly tie?: number;
}

export interface RankScores {
  readonly shopperCuts: number;
  /** Share of shopper-cuts with a re-buy in the horizon. */
  readonly kept: number;
  readonly recall5: number;
  readonly recall10: number;
  readonly ndcg10: number;
  readonly ndcg10Interval: Interval;
  readonly phr10: number;
  readonly prec5: number;
}

/** All shoppers with history at a cut, those without a re-buy included. */
export function shopperCuts(history: History, cutDay: number, horizonDays: number): readonly ShopperCut[] {
  const cuts: ShopperCut[] = [];
  history.pairsOf.forEach((pairs, shopper) => {
    const candidates = pairs.filter((pair) => pair.days[0]! <= cutDay);
    if (candidates.length === 0) return;
    const isBought = candidates.map((pair) =>
      pair.days.some((day) => day > cutDay && day <= cutDay + horizonDays),
    );
    cuts.push({ shopper, cutDay, candidates, isBought });
  });
  return cuts;
}

/** Facts of task B: metrics of each shopper-cut with a re-buy, averaged over them. */
export function scoreRanking(
  history: History,
  cuts: readonly ShopperCut[],
  scoresOf: (cut: ShopperCut) => readonly RankScore[],
): RankScores {
  const judged = cuts.filter((cut) => cut.isBought.some(Boolean));
  const cases = judged.map((cut) => judge(history, cut, scoresOf(cut)));
  return {
    shopperCuts: judged.length,
    kept: judged.length / Math.max(1, cuts.length),
    recall5: mean(cases.map((cut) => cut.recall5)),
    recall10: mean(cases.map((cut) => cut.recall10)),
    ndcg10: mean(cases.map((cut) => cut.ndcg10)),
    ndcg10Interval: bootstrapShoppers(cases, 100, (weight) => {
      let sum = 0;
      let all = 0;
      for (const cut of cases) {
        sum += weight(cut.shopper) * cut.ndcg10;
        all += weight(cut.shopper);
      }
      return all === 0 ? 0 : sum / all;
    }),
    phr10: mean(cases.map((cut) => cut.phr10)),
    prec5: mean(cases.map((cut) => cut.prec5)),
  };
}

function judge(history: History, cut: ShopperCut, scores: readonly RankScore[]) {
  const order = cut.candidates.map((_, i) => i);
  order.sort((a, b) => {
    const first = scores[a]!;
    const second = scores[b]!;
    if (first.score !== second.score) return second.score - first.score;
    if ((first.tie ?? 0) !== (second.tie ?? 0)) return (second.tie ?? 0) - (first.tie ?? 0);
    const [x, y] = [a, b].map((i) => history.products[cut.candidates[i]!.product]!);
    return x! < y! ? -1 : 1;
  });
  const truth = cut.isBought.filter(Boolean).length;
  let hits5 = 0;
  let hits10 = 0;
  let gain = 0;
  let ideal = 0;
  for (let rank = 0; rank < 10; rank += 1) {
    const discount = 1 / Math.log2(rank + 2);
    if (rank < truth) ideal += discount;
    const at = order[rank];
    if (at === undefined || !cut.isBought[at]) continue;
    gain += discount;
    hits10 += 1;
    if (rank < 5) hits5 += 1;
  }
  return {
    shopper: cut.shopper,
    recall5: hits5 / truth,
    recall10: hits10 / truth,
    ndcg10: gain / ideal,
    phr10: hits10 > 0 ? 1 : 0,
    prec5: hits5 / 5,
  };
}

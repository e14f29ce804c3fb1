import { MAX_DAYS, type DayMasses } from './day-grid';
import { dot } from './least-squares';
import { fitLogistic, logit, sigmoid } from './logistic';
import { logMeanVisitGap, logVisitGap, oncePerCase, ownFigures, type RefillCase } from './refill-case';

/** Whether they come back at all: a logistic regression whose open cases count by their chance of still coming. */
export interface ReturnModel {
  readonly weights: readonly number[];
}

export interface ReturnCase {
  readonly refillCase: RefillCase;
  /** Days to the next purchase; null when none was seen in `followDays`. */
  readonly nextIn: number | null;
  readonly followDays: number;
  readonly weight: number;
}

export const returnFeatures = oncePerCase((refillCase): readonly number[] => {
  const own = ownFigures(refillCase);
  return [
    1,
    Math.min(1, refillCase.gaps.length / 4),
    1 / (own.n + 1),
    logMeanVisitGap(refillCase),
    logVisitGap(refillCase),
    refillCase.visits < 2 ? 1 : 0,
    own.mean,
    logit(refillCase.repeatShare),
    Math.log(1 + refillCase.recentPurchases),
    Math.log((1 + refillCase.recentPurchases) / (1 + refillCase.usualPurchases)),
    own.n < 2 ? 0 : own.last - own.mean,
    Math.log(refillCase.purchases / refillCase.visits),
    own.n < 2 ? 0 : Math.log(own.sd),
  ];
});

export function chanceOfReturn(refillCase: RefillCase, model: ReturnModel): number {
  return sigmoid(dot(model.weights, returnFeatures(refillCase)));
}

const ROUNDS = 8;

/**
 * Expectation maximisation of a cure model: the chance that an open case still comes back, given it has not by now, is
 * r (1 - F) / (1 - r F) with F the share of returning shoppers who would be back by now.
 */
export function fitReturn(
  cases: readonly ReturnCase[],
  distributionOf: (refillCase: RefillCase) => DayMasses,
  prior: ReturnModel,
): ReturnModel {
  const rows = cases.map(({ refillCase }) => returnFeatures(refillCase));
  const caseWeights = cases.map(({ weight }) => weight);
  const backByNow = cases.map(({ refillCase, nextIn, followDays }) =>
    nextIn === null ? shareBy(distributionOf(refillCase), followDays) : 1,
  );
  let weights = prior.weights;
  for (let round = 0; round < ROUNDS; round += 1) {
    const labels = rows.map((row, i) => {
      if (cases[i]!.nextIn !== null) return 1;
      const r = sigmoid(dot(weights, row));
      return (r * (1 - backByNow[i]!)) / (1 - r * backByNow[i]! + 1e-9);
    });
    weights = fitLogistic(rows, labels, { weights: prior.weights, strength: 20 }, caseWeights, 4);
  }
  return { weights };
}

/** Share of a distribution on days 1..day. */
export function shareBy(days: DayMasses, day: number): number {
  let sum = 0;
  const to = Math.min(day, MAX_DAYS);
  for (let i = 0; i < to; i += 1) sum += days[i]!;
  return sum;
}

import { MAX_DAYS, type DayMasses } from './day-grid';
import { featureList } from './feature-list';
import { dot } from './least-squares';
import { fitLogistic, logit, sigmoid } from './logistic';
import { logMeanVisitGap, logVisitGap, oncePerCase, ownFigures, type RefillCase } from './refill-case';

/** Whether they come back at all: a logistic regression whose open cases count by their chance of still coming. */
export interface ReturnModel {
  /** By RETURN. */
  readonly weights: readonly number[];
}

export interface ReturnCase {
  readonly refillCase: RefillCase;
  /** Days to the next purchase; null when none was seen in `followDays`. */
  readonly nextIn: number | null;
  readonly followDays: number;
  readonly weight: number;
}

const RETURN = featureList([
  'constant',
  'ownGaps',
  'fewOwnGaps',
  'visitGapMean',
  'visitGapMedian',
  'isFirstVisit',
  'ownMean',
  'repeatShare',
  'recentPurchases',
  'pulse',
  'lastFromMean',
  'purchasesPerVisit',
  'ownSd',
]);

const returnFeatures = oncePerCase((refillCase): readonly number[] => {
  const own = ownFigures(refillCase);
  const { at } = RETURN;
  const row = RETURN.row();
  row[at.constant] = 1;
  row[at.ownGaps] = Math.min(1, refillCase.gaps.length / 4);
  row[at.fewOwnGaps] = 1 / (own.n + 1);
  row[at.visitGapMean] = logMeanVisitGap(refillCase);
  row[at.visitGapMedian] = logVisitGap(refillCase);
  row[at.isFirstVisit] = refillCase.visits < 2 ? 1 : 0;
  row[at.ownMean] = own.mean;
  row[at.repeatShare] = logit(refillCase.repeatShare);
  row[at.recentPurchases] = Math.log(1 + refillCase.recentPurchases);
  row[at.pulse] = Math.log((1 + refillCase.recentPurchases) / (1 + refillCase.usualPurchases));
  row[at.lastFromMean] = own.n < 2 ? 0 : own.last - own.mean;
  row[at.purchasesPerVisit] = Math.log(refillCase.purchases / refillCase.visits);
  row[at.ownSd] = own.n < 2 ? 0 : Math.log(own.sd);
  return row;
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

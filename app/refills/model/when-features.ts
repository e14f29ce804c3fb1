import { featureList } from './feature-list';
import { logit } from './logistic';
import { logMeanVisitGap, logVisitGap, oncePerCase, ownFigures } from './refill-case';

/** A product's own rhythm counts as so many gaps of the shopper's. */
const OWN_SHRINKAGE = 2;

/** Of the centre of ln(days). */
export const CENTRE = featureList([
  'constant',
  'ownMeanShrunk',
  'ownMedian',
  'ownLast',
  'productMean',
  'visitGapMedian',
  'quantity',
  'fewOwnGaps',
  'visitGapMean',
  'purchasesPerVisit',
  'recentPurchases',
  'repeatShare',
]);

export const centreFeatures = oncePerCase((refillCase): readonly number[] => {
  const own = ownFigures(refillCase);
  const { at } = CENTRE;
  const row = CENTRE.row();
  row[at.constant] = 1;
  row[at.ownMeanShrunk] =
    (own.n * own.mean + OWN_SHRINKAGE * refillCase.productLogMean) / (own.n + OWN_SHRINKAGE);
  row[at.ownMedian] = own.median;
  row[at.ownLast] = own.last;
  row[at.productMean] = refillCase.productLogMean;
  row[at.visitGapMedian] = logVisitGap(refillCase);
  row[at.quantity] = refillCase.logQuantityRatio;
  row[at.fewOwnGaps] = 1 / (own.n + 1);
  row[at.visitGapMean] = logMeanVisitGap(refillCase);
  row[at.purchasesPerVisit] = Math.log(refillCase.purchases / refillCase.visits);
  row[at.recentPurchases] = Math.log(1 + refillCase.recentPurchases);
  row[at.repeatShare] = logit(refillCase.repeatShare);
  return row;
});

/** Of ln(spread) about that centre. */
const SPREAD = featureList(['constant', 'ownSd', 'fewOwnGaps', 'lastFromMean']);

export const spreadFeatures = oncePerCase((refillCase): readonly number[] => {
  const own = ownFigures(refillCase);
  const { at } = SPREAD;
  const row = SPREAD.row();
  row[at.constant] = 1;
  row[at.ownSd] = Math.log(own.sd);
  row[at.fewOwnGaps] = 1 / (own.n + 1);
  row[at.lastFromMean] = Math.min(1.5, Math.abs(own.last - own.mean));
  return row;
});

import {
  addBuyer,
  buyerWeight,
  emptyTally,
  usualProducts,
  type RepeatTally,
} from '../../app/consumables/repeat-tally';
import { categoryPrior, UNKNOWN_PRIOR, type CategoryPrior } from '../../app/consumables/category-priors';
import { judgeShop } from '../../app/consumables/judge-shop';
import type { History } from '../refills/history';

/** What the predictors may know of a product besides its purchases. */
export interface Label {
  readonly category: string;
  /** Of Shopify's taxonomy; without one, the category is read like a product type. */
  readonly categoryId?: string | null;
  readonly title: string;
}

/** Score of every product of a history from what was known on a day; higher is more of a consumable. */
export type Detector = (history: History, labels: readonly Label[], onDay: number) => readonly number[];

/** Larder's verdicts, made by the very code of the app. */
export const larder: Detector = (history, labels, onDay) => {
  const tallies = talliesOf(history, onDay);
  const { verdicts } = judgeShop(
    labels.map((label, product) => ({
      prior: priorOf(label),
      group: label.category,
      tally: tallies[product]!,
      hasPackSize: false,
      hasSubscriptionOffer: false,
      isGiftCard: false,
      requiresShipping: true,
    })),
  );
  return verdicts.map((verdict) => verdict.score);
};

export function priorOf({ category, categoryId = null, title }: Label): CategoryPrior {
  if (category === '' && title === '') return UNKNOWN_PRIOR;
  const named =
    categoryId === null
      ? { productType: category, categoryName: null }
      : { productType: '', categoryName: category };
  return categoryPrior({ title, ...named, categoryId, tags: [] });
}

/** As the app counts them, from rows up to a day. */
export function talliesOf(history: History, onDay: number): readonly RepeatTally[] {
  const tallies = history.products.map(emptyTally);
  const products = history.pairsOf.map((own) => own.filter((pair) => pair.days[0]! <= onDay).length);
  const usual = usualProducts(products);
  for (const pair of history.pairs)
    addBuyer(tallies[pair.product]!, pair.days, history.visitsOf[pair.shopper]!, {
      todayOn: onDay,
      weight: buyerWeight(products[pair.shopper]!, usual),
    });
  return tallies;
}

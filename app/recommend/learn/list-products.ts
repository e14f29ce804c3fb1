import type { BuyerCounts } from './count-buyers';
import { SUPPORT_MIN } from './find-neighbours';

/** Lists that hold every kind of product. */
export const LISTS = ['lately', 'ever', 'rising'] as const;
export type ListName = (typeof LISTS)[number];

/** Long enough that what somebody owns, what is sold out and what is hidden may be left out. */
const LISTED_MAX = 100;
const LISTED_OF_CATEGORY_MAX = 20;

/** What other people chose: two buyers at least, so that it is so for each of them. */
const EVER_MIN = 2;

/** Imagined buyers in both months: a rise from one to three is none. */
const RISING_SHRINK = 10;
/** A product rises when lately has at least so many times the buyers of the month before, shrunk. */
const RISING_MIN = 1.25;

export interface Lists {
  readonly general: Readonly<Record<ListName, readonly number[]>>;
  readonly ofCategory: ReadonlyMap<string, readonly number[]>;
}

/**
 * What at least five people bought lately, what sold best ever, what is bought by more people than the month before, and the best of each
 * category. Places of products; ties go by place.
 * @param categoryOf empty for a product without one
 */
export function listProducts(
  counts: BuyerCounts,
  isShown: (product: number) => boolean,
  categoryOf: (product: number) => string,
): Lists {
  const shown = Array.from(counts.ever.keys()).filter(isShown);
  const best = (buyers: Int32Array, least: number, of = shown) =>
    of
      .filter((product) => buyers[product]! >= least)
      .sort((a, b) => buyers[b]! - buyers[a]! || counts.ever[b]! - counts.ever[a]! || a - b);
  const byCategory = new Map<string, number[]>();
  for (const product of shown) {
    const category = categoryOf(product);
    if (category === '') continue;
    const products = byCategory.get(category);
    if (products) products.push(product);
    else byCategory.set(category, [product]);
  }
  const ofCategory = new Map<string, readonly number[]>();
  for (const [category, products] of byCategory) {
    const latest = best(counts.lately, 1, products);
    const others = best(
      counts.ever,
      1,
      products.filter((product) => counts.lately[product] === 0),
    );
    ofCategory.set(category, [...latest, ...others].slice(0, LISTED_OF_CATEGORY_MAX));
  }
  const general = {
    lately: best(counts.lately, SUPPORT_MIN).slice(0, LISTED_MAX),
    ever: best(counts.ever, EVER_MIN).slice(0, LISTED_MAX),
    rising: shown
      .filter((product) => counts.lately[product]! >= SUPPORT_MIN && riseOf(counts, product) >= RISING_MIN)
      .sort((a, b) => riseOf(counts, b) - riseOf(counts, a) || a - b)
      .slice(0, LISTED_MAX),
  };
  return { general, ofCategory };
}

/** Against the month before; a shop that has grown as a whole has not made each product rise. */
function riseOf({ lately, before, people }: BuyerCounts, product: number): number {
  const growth = (people.lately + RISING_SHRINK) / (people.before + RISING_SHRINK);
  const expected = before[product]! * Math.max(1, growth);
  return (lately[product]! + RISING_SHRINK) / (expected + RISING_SHRINK);
}

/** The name of a category's list. */
export const categoryList = (category: string) => `category:${category}`;

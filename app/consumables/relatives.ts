/** What products of the same category or type say about one of them. Pure. */

export interface Related {
  /** Category or type, empty when it has neither. */
  readonly group: string;
  /** ln ratio of its own returns, used up against kept. */
  readonly ownLogRatio: number;
}

/** Share of a category's products that are what the category is: "coffee" holds a mug or two. */
const ALIKE = 0.92;
/** Relatives share their buyers, so two of them are less than twice one. */
const TEMPER = 0.5;

/**
 * For each product, ln odds from its relatives' returns: the category is a thing to use up or a thing to keep, each product
 * follows it with probability ALIKE (two-level tree, messages passed exactly but for the tempering). Its own returns are
 * left out; 0 for a product without relatives; never beyond ±ln(ALIKE / (1 - ALIKE)).
 */
export function relativesLogOdds(products: readonly Related[]): readonly number[] {
  const ofGroup = new Map<string, number>();
  for (const { group, ownLogRatio } of products)
    if (group !== '') ofGroup.set(group, (ofGroup.get(group) ?? 0) + through(ownLogRatio));
  return products.map(({ group, ownLogRatio }) =>
    group === '' ? 0 : through(TEMPER * (ofGroup.get(group)! - through(ownLogRatio))),
  );
}

/** ln odds on the other side of a link that holds with probability ALIKE. */
function through(logOdds: number): number {
  const odds = Math.exp(Math.min(50, Math.max(-50, logOdds)));
  return Math.log((ALIKE * odds + 1 - ALIKE) / ((1 - ALIKE) * odds + ALIKE));
}

/** How often a product was bought again where it could have been. Pure but for the tally it adds to. */

/**
 * A *chance* is a week in which a buyer came back to the shop after buying the product; weeks without a visit count a
 * tenth, since who stays away says a little too. Each purchase opens a spell of chances that the next purchase of the
 * product ends.
 */
export interface RepeatTally {
  /** Buyers who have had time to come back, and how many of them bought it again. */
  buyers: number;
  repeatBuyers: number;
  /** Spells that ended in buying it again, and chances let pass. */
  returns: number;
  passed: number;
  /** Evidence of even gaps against chance ones, as a log ratio. */
  evenness: number;
  gaps: number;
}

export const emptyTally = (): RepeatTally => ({
  buyers: 0,
  repeatBuyers: 0,
  returns: 0,
  passed: 0,
  evenness: 0,
  gaps: 0,
});

/** A buyer counts for the repeat share once this many days have passed since their first purchase. */
export const TIME_TO_COME_BACK_DAYS = 28;

/** No buyer counts for more spells than this: one reseller is not the product. */
export const SPELLS_PER_BUYER = 3;
const AWAY = 0.1;

/**
 * Adds one buyer.
 * @param days distinct days on which they bought the product, ascending; subscription lines left out
 * @param visits distinct days on which they bought anything, ascending
 * @param todayOn later days are not known yet
 * @param weight see `buyerWeight`
 */
export function addBuyer(
  tally: RepeatTally,
  days: readonly number[],
  visits: readonly number[],
  { todayOn, weight }: { readonly todayOn: number; readonly weight: number },
): void {
  let known = days.length;
  while (known > 0 && days[known - 1]! > todayOn) known -= 1;
  const first = days[0];
  if (known === 0 || first === undefined) return;
  if (known > 1 || todayOn - first >= TIME_TO_COME_BACK_DAYS) tally.buyers += 1;
  if (known > 1) tally.repeatBuyers += 1;
  for (let i = 0; i < Math.min(known, SPELLS_PER_BUYER); i += 1) {
    const next = i + 1 < known ? days[i + 1]! : null;
    tally.passed += weight * chances(visits, days[i]!, next ?? todayOn);
    if (next === null) break;
    // The week of the return itself is no chance let pass.
    tally.passed -= weight;
    tally.returns += weight;
    tally.gaps += 1;
    if (i > 0) tally.evenness += weight * evenness(days[i]! - days[i - 1]!, next - days[i]!);
  }
}

/**
 * What a buyer counts for: 1, or less for one who buys more different products than nine in ten of the shop's shoppers. Who
 * buys everything buys everything again.
 * @param products different products the buyer has bought
 * @param usual the 90 % point of that over the shop's shoppers
 */
export function buyerWeight(products: number, usual: number): number {
  return products <= usual ? 1 : usual / products;
}

/** The 90 % point; at least 3, so that a shop of one product weighs everybody alike. */
export function usualProducts(productsOfEach: readonly number[]): number {
  const sorted = productsOfEach.filter((count) => count > 0).sort((a, b) => a - b);
  return Math.max(3, sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 0);
}

/** Chances in (from, to]: the end of each stretch of days after a purchase, doubling, so that no buyer has many. */
const STRETCHES = [7, 14, 28, 56, 112, 224, Infinity];

function chances(visits: readonly number[], from: number, to: number): number {
  let sum = 0;
  let start = from;
  for (const days of STRETCHES) {
    if (start >= to) break;
    const end = from + days;
    const visit = visits[firstAfter(visits, start)];
    if (visit !== undefined && visit <= Math.min(to, end)) sum += 1;
    else if (end <= to) sum += AWAY;
    start = end;
  }
  return sum;
}

function firstAfter(visits: readonly number[], day: number): number {
  let low = 0;
  let high = visits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (visits[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * ln of how much likelier two gaps in a row are as gamma of shape 2 (what is used up; 1.8 to 2.2 measured) than as
 * exponential (chance): the first's share of both is Beta(2, 2) against uniform. From below -1 it is luck.
 */
function evenness(first: number, second: number): number {
  const share = first / (first + second);
  return Math.max(-1, Math.log(6 * share * (1 - share)));
}

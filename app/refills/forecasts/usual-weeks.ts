/** Below this many people who came back, a rhythm would tell about them rather than about the product. */
const PEOPLE_MIN = 5;

/**
 * After how many weeks a product is often bought again, by the returns of all its buyers and never of one shopper alone.
 * @param logMean mean of ln(days) between two purchases of one buyer
 * @returns null when too few people say so
 */
export function usualWeeks(repeatBuyers: number, logMean: number): number | null {
  if (repeatBuyers < PEOPLE_MIN) return null;
  return Math.max(1, Math.round(Math.exp(logMean) / 7));
}

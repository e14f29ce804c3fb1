/** Who placed the orders of the mail shop: the same in every process. */

/** Orders from here on are followed by a reminder. */
export const FIRST_REMINDER = 100_000n;
const FIRST_OF_THEIR_OWN = 50_000n;

/**
 * The customer behind an order. Of twenty reminders three are one person's, which is one more than a week allows, and two are
 * of people who get a two-week email as well.
 */
export function buyerOf(orderId: bigint): bigint {
  if (orderId < FIRST_REMINDER) return orderId;
  const nth = orderId - FIRST_REMINDER;
  const place = nth % 20n;
  if (place < 3n) return FIRST_OF_THEIR_OWN + nth - place;
  return place === 5n || place === 6n ? nth + 1n : FIRST_OF_THEIR_OWN + nth;
}

export function addressOf(orderId: bigint): string {
  return `buyer-${buyerOf(orderId)}@example.test`;
}

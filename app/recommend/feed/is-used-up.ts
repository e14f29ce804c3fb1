/** What is known of a product that a shopper bought. Days are local days of the shop. */
export interface UpkeepFacts {
  readonly isConsumable: boolean;
  /** When they are expected to buy it again; null when nothing is foretold. */
  readonly bestOn: number | null;
}

/** Whether somebody is likely to have used a product up: what is kept never is, and neither is what nothing is foretold of. */
export function isUsedUp({ isConsumable, bestOn }: UpkeepFacts, todayOn: number): boolean {
  return isConsumable && bestOn !== null && todayOn >= bestOn;
}

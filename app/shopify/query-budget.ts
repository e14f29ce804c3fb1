/** Shopify's leaky bucket of query points, as it last told us, for one shop. Wall time in milliseconds. */
export interface QueryBudget {
  /** How long to wait until `points` are there. */
  waitMs(points: number, nowMs: number): number;
  learn(status: ThrottleStatus, nowMs: number): void;
}

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  /** Points per second. */
  readonly restoreRate: number;
}

/** Knows nothing at first, and then lets everything through. */
export function createQueryBudget(): QueryBudget {
  let last: (ThrottleStatus & { readonly at: number }) | null = null;
  return {
    waitMs(points, nowMs) {
      if (!last || last.restoreRate <= 0) return 0;
      const { currentlyAvailable, restoreRate, maximumAvailable, at } = last;
      const available = currentlyAvailable + ((nowMs - at) / 1000) * restoreRate;
      const missing = Math.min(points, maximumAvailable) - available;
      return missing > 0 ? Math.ceil((missing / restoreRate) * 1000) : 0;
    },
    learn(status, nowMs) {
      last = { ...status, at: nowMs };
    },
  };
}

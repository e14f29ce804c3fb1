/** Shopify's leaky bucket of query points, on wall time. */
export interface Throttle {
  /** Takes the points and says true, or says false when they are not there. */
  take(points: number): boolean;
  giveBack(points: number): void;
  status(): { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
}

export function createThrottle(
  limits: { readonly bucket: number; readonly restorePerSecond: number },
  nowMs: () => number = Date.now,
): Throttle {
  let available = limits.bucket;
  let filledAt = nowMs();
  const refill = () => {
    const now = nowMs();
    available = Math.min(limits.bucket, available + ((now - filledAt) / 1000) * limits.restorePerSecond);
    filledAt = now;
  };
  return {
    take(points) {
      refill();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack(points) {
      available = Math.min(limits.bucket, available + points);
    },
    status() {
      refill();
      return {
        maximumAvailable: limits.bucket,
        currentlyAvailable: Math.floor(available),
        restoreRate: limits.restorePerSecond,
      };
    },
  };
}

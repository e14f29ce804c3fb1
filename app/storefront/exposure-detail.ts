import type { JsonValue } from '../ports';
import type { RefillItem } from './shelf-decision';

/** What was due on the day of an exposure and why, kept so that "why did I see this?" can be answered later. */
export function exposureDetail(todayOn: number, items: readonly RefillItem[]): JsonValue {
  return {
    todayOn,
    items: items.map((item) => ({
      productId: item.productId.toString(),
      variantId: item.variantId.toString(),
      keyId: item.keyId,
      purchases: item.purchases,
      lastOn: item.lastOn,
      windowFromOn: item.windowFromOn,
      bestOn: item.bestOn,
      windowToOn: item.windowToOn,
    })),
  };
}

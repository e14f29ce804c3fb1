import type { Baskets } from './baskets';

/** What each buyer had bought by the evening of a day, each product once. */
export interface Owned {
  readonly buyers: number;
  readonly from: Int32Array;
  readonly product: Int32Array;
  /** The latest day on which they bought it, up to then. */
  readonly lastOn: Int32Array;
}

/**
 * Who buys a whole warehouse says little about what goes with what, and costs the square of what they buy: the latest so
 * many count.
 */
const BASKET_MAX = 150;

/** @param untilOn the last day that is known */
export function ownedBy<Id>(baskets: Baskets<Id>, untilOn: number, most = BASKET_MAX): Owned {
  const buyers = baskets.from.length - 1;
  const from = new Int32Array(buyers + 1);
  const product = new Int32Array(baskets.product.length);
  const lastOn = new Int32Array(baskets.product.length);
  let length = 0;
  for (let buyer = 0; buyer < buyers; buyer += 1) {
    const start = length;
    for (let at = baskets.from[buyer]!; at < baskets.from[buyer + 1]!; at += 1) {
      if (baskets.day[at]! > untilOn) continue;
      if (length === start || product[length - 1] !== baskets.product[at]) length += 1;
      product[length - 1] = baskets.product[at]!;
      lastOn[length - 1] = baskets.day[at]!;
    }
    if (length - start > most) length = keepLatest(product, lastOn, { start, length, most });
    from[buyer + 1] = length;
  }
  return { buyers, from, product: product.slice(0, length), lastOn: lastOn.slice(0, length) };
}

function keepLatest(
  product: Int32Array,
  lastOn: Int32Array,
  { start, length, most }: { readonly start: number; readonly length: number; readonly most: number },
): number {
  const kept = Array.from({ length: length - start }, (_, i) => ({
    product: product[start + i]!,
    lastOn: lastOn[start + i]!,
  }))
    .sort((a, b) => b.lastOn - a.lastOn || a.product - b.product)
    .slice(0, most);
  kept.forEach((line, i) => {
    product[start + i] = line.product;
    lastOn[start + i] = line.lastOn;
  });
  return start + most;
}

/** Purchases of one shop as the bench holds them: one purchase = one shopper, product and day. */

export interface PurchaseRow {
  readonly shopper: string;
  readonly product: string;
  readonly day: number;
  readonly quantity: number;
  readonly category: string;
}

/** All purchases of one product by one shopper, oldest first. */
export interface Pair {
  readonly id: number;
  readonly shopper: number;
  readonly product: number;
  readonly days: readonly number[];
  /** Packs per purchase, lines of a day summed. */
  readonly quantities: readonly number[];
}

export interface History {
  readonly shoppers: readonly string[];
  readonly products: readonly string[];
  /** Category of each product; empty when unknown. */
  readonly categories: readonly string[];
  readonly pairs: readonly Pair[];
  readonly pairsOf: readonly (readonly Pair[])[];
  /** Distinct days with any purchase, per shopper, ascending. */
  readonly visitsOf: readonly (readonly number[])[];
  readonly purchases: number;
  /** Last observed day. */
  readonly endOn: number;
}

/** Sums the lines of a day; rows may come in any order. */
export function buildHistory(rows: Iterable<PurchaseRow>, endOn?: number): History {
  const shoppers = new Map<string, number>();
  const products = new Map<string, number>();
  const categories: string[] = [];
  const open = new Map<number, Map<number, Map<number, number>>>();
  let last = -Infinity;
  for (const row of rows) {
    const shopper = intern(shoppers, row.shopper);
    const product = intern(products, row.product);
    if (!categories[product]) categories[product] = row.category;
    const own = ensure(open, shopper, () => new Map<number, Map<number, number>>());
    const days = ensure(own, product, () => new Map<number, number>());
    days.set(row.day, (days.get(row.day) ?? 0) + row.quantity);
    last = Math.max(last, row.day);
  }
  const pairs: Pair[] = [];
  const pairsOf: Pair[][] = [];
  const visitsOf: number[][] = [];
  let purchases = 0;
  for (const [shopper, own] of [...open].sort((a, b) => a[0] - b[0])) {
    const visits = new Set<number>();
    const list: Pair[] = [];
    for (const [product, byDay] of own) {
      const days = [...byDay.keys()].sort((a, b) => a - b);
      for (const day of days) visits.add(day);
      const quantities = days.map((day) => byDay.get(day) ?? 1);
      list.push({ id: pairs.length + list.length, shopper, product, days, quantities });
      purchases += days.length;
    }
    pairs.push(...list);
    pairsOf[shopper] = list;
    visitsOf[shopper] = [...visits].sort((a, b) => a - b);
  }
  return {
    shoppers: [...shoppers.keys()],
    products: [...products.keys()],
    categories,
    pairs,
    pairsOf,
    visitsOf,
    purchases,
    endOn: endOn ?? last,
  };
}

function intern(ids: Map<string, number>, name: string): number {
  return ensure(ids, name, () => ids.size);
}

function ensure<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** A moment at which the next purchase of a pair is to be foretold. */
export interface Origin {
  readonly pair: Pair;
  /** Purchases so far, the latest on `onDay`. */
  readonly k: number;
  readonly onDay: number;
  /** Days until the next purchase; null when it was not seen. */
  readonly nextIn: number | null;
}

/** Every purchase k ≥ `leastPurchases` made in [fromDay, toDay]. A pair's last purchase is an origin as well. */
export function originsOf(
  history: History,
  range: { readonly fromDay: number; readonly toDay: number; readonly leastPurchases: number },
): readonly Origin[] {
  const origins: Origin[] = [];
  for (const pair of history.pairs) {
    for (let i = range.leastPurchases - 1; i < pair.days.length; i += 1) {
      const onDay = pair.days[i]!;
      if (onDay < range.fromDay || onDay > range.toDay) continue;
      const next = pair.days[i + 1];
      origins.push({ pair, k: i + 1, onDay, nextIn: next === undefined ? null : next - onDay });
    }
  }
  return origins;
}

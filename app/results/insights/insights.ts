/** Who buys again within thirty days, what was in the first basket of those who do, and where the second visit begins. */

export const AGAIN_WITHIN_DAYS = 30;
/** Fewer persons than this say nothing about a share. */
export const INSIGHT_NEEDS = 30;
const ITEMS_SHOWN = 10;
/** A share of few persons is drawn towards everyone's by this many. */
const PSEUDO_PERSONS = 20;
const Z_95 = 1.959963984540054;

/** An order that stands, of one customer. */
export interface CustomerOrder {
  /** Local day of the shop. */
  readonly placedOn: number;
  readonly productIds: readonly string[];
  readonly source: string | null;
  readonly landing: string | null;
  /** Which of the customer's orders Shopify says it is, from 1. */
  readonly place: number | null;
}

export interface Share {
  readonly persons: number;
  readonly again: number;
}

interface Tally {
  persons: number;
  again: number;
}

export interface InsightTally {
  readonly all: Tally;
  readonly groups: Map<GroupName, Tally>;
  readonly items: Map<string, Tally>;
  readonly sources: Map<string, number>;
  readonly landings: Map<string, number>;
  seconds: number;
  /** Of the second orders, those whose visit nobody tells us about. */
  untold: number;
  /** Customers whose thirty days are not over. */
  waiting: number;
}

const GROUPS = ['consumable', 'no-consumable', 'one-product', 'several-products'] as const;

export type GroupName = (typeof GROUPS)[number];

export function openInsights(): InsightTally {
  return {
    all: { persons: 0, again: 0 },
    groups: new Map(),
    items: new Map(),
    sources: new Map(),
    landings: new Map(),
    ...{ seconds: 0, untold: 0, waiting: 0 },
  };
}

/**
 * Counts one customer, once. The first order is the first that we can see; one that Shopify calls a later one is no first
 * order, and its customer is left out.
 * @param orders those that stand, in any order; at least one
 */
export function addCustomer(
  tally: InsightTally,
  orders: readonly CustomerOrder[],
  about: { readonly todayOn: number; readonly isConsumable: (productId: string) => boolean },
): void {
  const inTime = [...orders].sort((a, b) => a.placedOn - b.placedOn);
  const first = inTime[0];
  if (!first || (first.place !== null && first.place > 1)) return;
  const second = inTime[1];
  if (second) addSecond(tally, second);
  if (about.todayOn <= first.placedOn + AGAIN_WITHIN_DAYS) {
    tally.waiting += 1;
    return;
  }
  const cameBack = second !== undefined && second.placedOn <= first.placedOn + AGAIN_WITHIN_DAYS;
  const products = new Set(first.productIds);
  const kind = [...products].some(about.isConsumable) ? 'consumable' : 'no-consumable';
  const size = products.size === 1 ? 'one-product' : 'several-products';
  const all = [tally.all, entry(tally.groups, kind), entry(tally.groups, size)];
  for (const counts of [...all, ...[...products].map((id) => entry(tally.items, id))]) {
    counts.persons += 1;
    if (cameBack) counts.again += 1;
  }
}

function addSecond(tally: InsightTally, { source, landing }: CustomerOrder): void {
  tally.seconds += 1;
  if (source === null) {
    tally.untold += 1;
    return;
  }
  tally.sources.set(source, (tally.sources.get(source) ?? 0) + 1);
  if (landing !== null) tally.landings.set(landing, (tally.landings.get(landing) ?? 0) + 1);
}

function entry<K>(map: Map<K, Tally>, key: K): Tally {
  let found = map.get(key);
  if (!found) map.set(key, (found = { persons: 0, again: 0 }));
  return found;
}

export interface ItemShare extends Share {
  readonly productId: string;
  /** The whole 95 % interval of its share lies above everyone's. One of many looks: a hint. */
  readonly isAbove: boolean;
}

export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

export interface Insights {
  readonly all: Share;
  readonly waiting: number;
  /** Groups of enough customers. */
  readonly groups: readonly (Share & { readonly name: GroupName })[];
  /** First baskets' products of enough customers, those whose buyers came back most often first. */
  readonly items: readonly ItemShare[];
  readonly second: {
    readonly orders: number;
    readonly untold: number;
    readonly sources: readonly NamedCount[];
    readonly landings: readonly NamedCount[];
  };
}

export function readInsights(tally: InsightTally): Insights {
  const overall = tally.all.persons === 0 ? 0 : tally.all.again / tally.all.persons;
  const drawn = ({ persons, again }: Share): number =>
    (again + PSEUDO_PERSONS * overall) / (persons + PSEUDO_PERSONS);
  const items = [...tally.items]
    .filter(([, share]) => share.persons >= INSIGHT_NEEDS)
    .map(([productId, share]) => ({ productId, ...share, isAbove: wilsonLower(share) > overall }))
    .sort((a, b) => drawn(b) - drawn(a) || a.productId.localeCompare(b.productId));
  return {
    all: { ...tally.all },
    waiting: tally.waiting,
    groups: GROUPS.flatMap((name) => {
      const share = tally.groups.get(name);
      return share && share.persons >= INSIGHT_NEEDS ? [{ name, ...share }] : [];
    }),
    items: items.slice(0, ITEMS_SHOWN),
    second: {
      orders: tally.seconds,
      untold: tally.untold,
      sources: mostFirst(tally.sources),
      landings: mostFirst(tally.landings),
    },
  };
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly NamedCount[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
    .slice(0, ITEMS_SHOWN);
}

/** Lower end of a share's 95 % interval. Wilson, Journal of the American Statistical Association 22 (1927) 209. */
function wilsonLower({ persons, again }: Share): number {
  if (persons === 0) return 0;
  const share = again / persons;
  const squared = (Z_95 * Z_95) / persons;
  const spread = Z_95 * Math.sqrt((share * (1 - share) + squared / 4) / persons);
  return (share + squared / 2 - spread) / (1 + squared);
}

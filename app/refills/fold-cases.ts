import { enterPurchase, outlookOf, type ProductLedger } from './product-ledger';
import { MAX_GAPS, type RefillCase } from './refill-case';

/** One shopper, product and day; several lines of a day summed. Ids are small integers of the caller's choice. */
export interface FoldPurchase {
  readonly shopper: number;
  readonly product: number;
  readonly day: number;
  readonly quantity: number;
}

export interface FoldedCase {
  readonly shopper: number;
  readonly product: number;
  readonly one: RefillCase;
  /** Days to the shopper's next purchase of the product, as far as the fold has come; null while none is seen. */
  nextIn: number | null;
}

interface PairState {
  last: number;
  purchases: number;
  logSum: number;
  packs: number;
  readonly gaps: number[];
  latest: FoldedCase | null;
}

interface ShopperState {
  readonly first: number;
  last: number;
  visits: number;
  readonly gaps: number[];
  readonly pairs: Map<number, PairState>;
}

const MAX_LOG_QUANTITY = 1.5;

/**
 * Walks purchases in the order of days and says at each one what was known on that evening: the model can only learn
 * from, and be asked about, what lay before. Cases come in the order of days.
 * @param purchases ascending by day
 * @param kindOf kind of a product (category); empty when unknown
 */
export function foldCases(
  purchases: readonly FoldPurchase[],
  kindOf: (product: number) => string,
  ledger: ProductLedger,
): FoldedCase[] {
  const shoppers = new Map<number, ShopperState>();
  const cases: FoldedCase[] = [];
  let from = 0;
  while (from < purchases.length) {
    const { day } = purchases[from]!;
    let to = from;
    for (; to < purchases.length && purchases[to]!.day === day; to += 1) {
      const purchase = purchases[to]!;
      enter(ledger, shoppers, purchase, kindOf(purchase.product));
    }
    for (; from < to; from += 1) cases.push(openCase(ledger, shoppers, purchases[from]!));
  }
  return cases;
}

function enter(
  ledger: ProductLedger,
  shoppers: Map<number, ShopperState>,
  purchase: FoldPurchase,
  kind: string,
): void {
  const { product, day } = purchase;
  let shopper = shoppers.get(purchase.shopper);
  if (!shopper) {
    shopper = { first: day, last: day, visits: 1, gaps: [], pairs: new Map() };
    shoppers.set(purchase.shopper, shopper);
  } else if (shopper.last !== day) {
    pushCapped(shopper.gaps, day - shopper.last);
    shopper.last = day;
    shopper.visits += 1;
  }
  const pair = shopper.pairs.get(product);
  if (!pair) {
    enterPurchase(ledger, { product, kind, day }, null, 0);
    shopper.pairs.set(product, { last: day, purchases: 1, logSum: 0, packs: 0, gaps: [], latest: null });
    return;
  }
  const gap = day - pair.last;
  enterPurchase(ledger, { product, kind, day }, { gaps: pair.purchases - 1, logSum: pair.logSum }, gap);
  pair.logSum += Math.log(gap);
  pair.last = day;
  pair.purchases += 1;
  pushCapped(pair.gaps, gap);
  if (pair.latest) pair.latest.nextIn = gap;
}

function openCase(
  ledger: ProductLedger,
  shoppers: ReadonlyMap<number, ShopperState>,
  purchase: FoldPurchase,
): FoldedCase {
  const { day, product, quantity } = purchase;
  const shopper = shoppers.get(purchase.shopper)!;
  const pair = shopper.pairs.get(product)!;
  const outlook = outlookOf(ledger, product, day);
  const earlier = pair.purchases - 1;
  const ratio = earlier === 0 ? 0 : Math.log(Math.max(1e-6, quantity / (pair.packs / earlier)));
  pair.packs += quantity;
  const one: RefillCase = {
    onDay: day,
    gaps: [...pair.gaps],
    purchases: pair.purchases,
    productLogMean: outlook.logMean,
    repeatShare: outlook.repeatShare,
    recentPurchases: outlook.recentPurchases,
    usualPurchases: outlook.usualPurchases,
    visits: shopper.visits,
    visitGaps: [...shopper.gaps],
    tenureDays: day - shopper.first,
    logQuantityRatio: Math.max(-MAX_LOG_QUANTITY, Math.min(MAX_LOG_QUANTITY, ratio)),
  };
  pair.latest = { shopper: purchase.shopper, product, one, nextIn: null };
  return pair.latest;
}

function pushCapped(list: number[], value: number): void {
  list.push(value);
  if (list.length > MAX_GAPS) list.shift();
}

import { RECENT_DAYS } from './refill-case';

/** Running figures of products, their kinds and the shop, folded over purchases in the order of days. Pure but for its own state. */
export interface Tally {
  buyers: number;
  repeatBuyers: number;
  /** Buyers with gaps, and the sum of their own mean ln(gap): a buyer weighs once, however often they bought. */
  gapBuyers: number;
  gapMeanSum: number;
}

interface KindTally extends Tally {
  /** What is known of the kind without a single purchase. */
  readonly cycleDays: number | null;
}

interface ProductTally extends Tally {
  readonly kindName: string;
  readonly kind: KindTally;
  /** Days of the latest purchases, ascending; those before `head` are older than RECENT_DAYS. */
  readonly days: number[];
  head: number;
}

export interface ProductLedger {
  /** First day of the history; null before it. */
  firstOn: number | null;
  readonly shop: Tally;
  readonly kinds: Map<string, KindTally>;
  readonly products: Map<number, ProductTally>;
  readonly cycleDaysOf: (kind: string) => number | null;
}

export interface LedgerOptions {
  /** First day of the history, when what is entered is only a part of it. */
  readonly firstOn?: number | null;
  /** Typical days between purchases of a kind, before anybody bought it twice; null when nothing is known. */
  readonly cycleDaysOf?: (kind: string) => number | null;
}

export function openLedger({ firstOn = null, cycleDaysOf = () => null }: LedgerOptions = {}): ProductLedger {
  return { firstOn, cycleDaysOf, shop: emptyTally(), kinds: new Map(), products: new Map() };
}

function emptyTally(): Tally {
  return { buyers: 0, repeatBuyers: 0, gapBuyers: 0, gapMeanSum: 0 };
}

function tallyOf(ledger: ProductLedger, product: number, kind: string): ProductTally {
  const found = ledger.products.get(product);
  if (found) return found;
  let ofKind = ledger.kinds.get(kind);
  if (!ofKind) ledger.kinds.set(kind, (ofKind = { ...emptyTally(), cycleDays: ledger.cycleDaysOf(kind) }));
  const made = { ...emptyTally(), kindName: kind, kind: ofKind, days: [], head: 0 };
  ledger.products.set(product, made);
  return made;
}

/**
 * One more purchase by a shopper.
 * @param gapsBefore the shopper's gaps for the product before this purchase; null when it is their first
 * @param gap days since their previous purchase of it
 */
export function enterPurchase(
  ledger: ProductLedger,
  purchase: { readonly product: number; readonly kind: string; readonly day: number },
  before: { readonly gaps: number; readonly logSum: number } | null,
  gap: number,
): void {
  const tally = tallyOf(ledger, purchase.product, purchase.kind);
  ledger.firstOn ??= purchase.day;
  tally.days.push(purchase.day);
  for (const one of purchase.kind === '' ? [tally, ledger.shop] : [tally, tally.kind, ledger.shop]) {
    if (!before) {
      one.buyers += 1;
      continue;
    }
    const now = (before.logSum + Math.log(gap)) / (before.gaps + 1);
    if (before.gaps === 0) {
      one.repeatBuyers += 1;
      one.gapBuyers += 1;
      one.gapMeanSum += now;
    } else one.gapMeanSum += now - before.logSum / before.gaps;
  }
}

/** Buyers with gaps that what kind and shop say counts for. */
export const PSEUDO_BUYERS = 10;
const FALLBACK_LOG_DAYS = Math.log(35);
const FALLBACK_REPEAT_SHARE = 0.25;

/** What is said of a product before its own buyers are heard. */
export interface ProductPrior {
  readonly logMean: number;
  readonly repeatShare: number;
  readonly source: 'category' | 'shop';
}

export interface ProductOutlook {
  readonly logMean: number;
  readonly repeatShare: number;
  readonly recentPurchases: number;
  readonly usualPurchases: number;
}

/** What the kind of a product says, shrunk to the shop. */
export function priorOf(ledger: ProductLedger, kind: string): ProductPrior {
  const ofKind = ledger.kinds.get(kind);
  const cycleDays = ofKind ? ofKind.cycleDays : ledger.cycleDaysOf(kind);
  const shopMean = cycleDays === null ? shrink(ledger.shop, FALLBACK_LOG_DAYS) : Math.log(cycleDays);
  const shopShare = share(ledger.shop, FALLBACK_REPEAT_SHARE);
  const isKnown = kind !== '' && (cycleDays !== null || (ofKind?.gapBuyers ?? 0) >= PSEUDO_BUYERS);
  return {
    logMean: ofKind ? shrink(ofKind, shopMean) : shopMean,
    repeatShare: ofKind ? share(ofKind, shopShare) : shopShare,
    source: isKnown ? 'category' : 'shop',
  };
}

/** A product's figures on a day, shrunk to its kind, and that to the shop. Asked in the order of days. */
export function outlookOf(
  ledger: ProductLedger,
  product: number,
  day: number,
  prior: Pick<ProductPrior, 'logMean' | 'repeatShare'> = priorOf(
    ledger,
    ledger.products.get(product)?.kindName ?? '',
  ),
): ProductOutlook {
  const tally = ledger.products.get(product);
  if (!tally) return { ...prior, recentPurchases: 0, usualPurchases: 0 };
  while ((tally.days[tally.head] ?? Infinity) <= day - RECENT_DAYS) tally.head += 1;
  return {
    logMean: shrink(tally, prior.logMean),
    repeatShare: share(tally, prior.repeatShare),
    recentPurchases: tally.days.length - tally.head,
    usualPurchases:
      (tally.days.length * RECENT_DAYS) / Math.max(RECENT_DAYS, day - (ledger.firstOn ?? day) + 1),
  };
}

function shrink(tally: Tally, prior: number): number {
  return (tally.gapMeanSum + PSEUDO_BUYERS * prior) / (tally.gapBuyers + PSEUDO_BUYERS);
}

function share(tally: Tally, prior: number): number {
  return (tally.repeatBuyers + 5 * prior) / (tally.buyers + 5);
}

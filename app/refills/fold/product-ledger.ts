import { RECENT_DAYS } from '../model/refill-case';

/** Running figures of products, their kinds and the shop, folded over purchases in the order of days. Pure but for its own state. */
export interface ProductLedger {
  /** First day of the history; null before it. */
  firstOn: number | null;
  readonly tallies: Tallies;
  readonly kinds: Map<string, KindEntry>;
  readonly products: Map<number, ProductEntry>;
  readonly cycleDaysOf: (kind: string) => number | null;
  readonly startDaysOf: (product: number) => number | null;
}

/** Figures of the shop (place 0), kinds and products in flat memory: objects would cost more than what is counted. */
interface Tallies {
  size: number;
  values: Float64Array;
}

/** Offsets from a place. A buyer weighs once in GAP_MEAN_SUM, the sum of their own mean ln(gap), however often they bought. */
const [BUYERS, REPEAT_BUYERS, GAP_MEAN_SUM, WIDTH] = [0, 1, 2, 3] as const;
const SHOP = 0;

interface KindEntry {
  readonly place: number;
  /** What is known of the kind without a single purchase. */
  readonly cycleDays: number | null;
}

interface ProductEntry {
  readonly place: number;
  readonly kind: string;
  /** Place of the kind; null when it has none. */
  readonly kindPlace: number | null;
  /** ln of how much longer its pack lasts than its kind. */
  readonly logPack: number;
  /** Days of the latest purchases, ascending; those before `head` are older than RECENT_DAYS. */
  readonly days: number[];
  head: number;
}

export interface LedgerOptions {
  /** First day of the history, when what is entered is only a part of it. */
  readonly firstOn?: number | null;
  /** Typical days between purchases of a kind, before anybody bought it twice; null when nothing is known. */
  readonly cycleDaysOf?: (kind: string) => number | null;
  /** The same for a product's own pack; null when it is as its kind. */
  readonly startDaysOf?: (product: number) => number | null;
}

export function openLedger(options: LedgerOptions = {}): ProductLedger {
  const { firstOn = null, cycleDaysOf = () => null, startDaysOf = () => null } = options;
  const tallies = { size: WIDTH, values: new Float64Array(1 << 8) };
  return { firstOn, cycleDaysOf, startDaysOf, tallies, kinds: new Map(), products: new Map() };
}

/** ln of how much longer a product's pack lasts than what is typical of its kind. */
function logPackOf(ledger: ProductLedger, product: number, kind: string): number {
  const [start, cycle] = [ledger.startDaysOf(product), ledger.cycleDaysOf(kind)];
  return start === null || cycle === null ? 0 : Math.log(start / cycle);
}

function addPlace(tallies: Tallies): number {
  const place = tallies.size;
  tallies.size += WIDTH;
  if (tallies.size > tallies.values.length) {
    const wider = new Float64Array(tallies.values.length * 2);
    wider.set(tallies.values);
    tallies.values = wider;
  }
  return place;
}

function entryOf(ledger: ProductLedger, product: number, kind: string): ProductEntry {
  const found = ledger.products.get(product);
  if (found) return found;
  let ofKind = ledger.kinds.get(kind);
  if (kind !== '' && !ofKind) {
    ofKind = { place: addPlace(ledger.tallies), cycleDays: ledger.cycleDaysOf(kind) };
    ledger.kinds.set(kind, ofKind);
  }
  const place = addPlace(ledger.tallies);
  const logPack = logPackOf(ledger, product, kind);
  const made = { place, kind, kindPlace: ofKind?.place ?? null, logPack, days: [], head: 0 };
  ledger.products.set(product, made);
  return made;
}

/**
 * One more purchase by a shopper.
 * @param before the shopper's gaps for the product before this purchase, and the sum of their logarithms; null when it is
 *   their first
 * @param gap days since their previous purchase of it
 */
export function enterPurchase(
  ledger: ProductLedger,
  purchase: { readonly product: number; readonly kind: string; readonly day: number },
  before: { readonly gaps: number; readonly logSum: number } | null,
  gap: number,
): void {
  const entry = entryOf(ledger, purchase.product, purchase.kind);
  ledger.firstOn ??= purchase.day;
  entry.days.push(purchase.day);
  const { values } = ledger.tallies;
  if (!before) {
    values[entry.place + BUYERS]! += 1;
    values[SHOP + BUYERS]! += 1;
    if (entry.kindPlace !== null) values[entry.kindPlace + BUYERS]! += 1;
    return;
  }
  const now = (before.logSum + Math.log(gap)) / (before.gaps + 1);
  const change = before.gaps === 0 ? now : now - before.logSum / before.gaps;
  const repeats = before.gaps === 0 ? 1 : 0;
  enterGapMean(values, entry.place, change, repeats);
  enterGapMean(values, SHOP, change, repeats);
  // What a kind knows is of its typical pack.
  if (entry.kindPlace !== null)
    enterGapMean(values, entry.kindPlace, change - repeats * entry.logPack, repeats);
}

function enterGapMean(values: Float64Array, place: number, change: number, repeats: number): void {
  values[place + REPEAT_BUYERS]! += repeats;
  values[place + GAP_MEAN_SUM]! += change;
}

/** Buyers of a product, and how many of them came back. */
export function buyersOf(
  ledger: ProductLedger,
  product: number,
): { readonly buyers: number; readonly repeatBuyers: number } {
  const place = ledger.products.get(product)?.place;
  if (place === undefined) return { buyers: 0, repeatBuyers: 0 };
  const { values } = ledger.tallies;
  return { buyers: values[place + BUYERS]!, repeatBuyers: values[place + REPEAT_BUYERS]! };
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

/** What the kind of a product says, shrunk to the shop, for the product's own pack. */
export function priorOf(ledger: ProductLedger, kind: string, product: number): ProductPrior {
  const { values } = ledger.tallies;
  const ofKind = ledger.kinds.get(kind);
  const cycleDays = ofKind ? ofKind.cycleDays : ledger.cycleDaysOf(kind);
  const shopMean = cycleDays === null ? shrink(values, SHOP, FALLBACK_LOG_DAYS) : Math.log(cycleDays);
  const logPack = ledger.products.get(product)?.logPack ?? logPackOf(ledger, product, kind);
  const shopShare = share(values, SHOP, FALLBACK_REPEAT_SHARE);
  if (!ofKind)
    return {
      logMean: shopMean + logPack,
      repeatShare: shopShare,
      source: cycleDays === null ? 'shop' : 'category',
    };
  const isKnown = cycleDays !== null || values[ofKind.place + REPEAT_BUYERS]! >= PSEUDO_BUYERS;
  return {
    logMean: shrink(values, ofKind.place, shopMean) + logPack,
    repeatShare: share(values, ofKind.place, shopShare),
    source: isKnown ? 'category' : 'shop',
  };
}

/**
 * A product's figures on a day, shrunk to its kind, and that to the shop. Asked in the order of days.
 * @param prior what kind and shop say, when the ledger holds only this product
 */
export function outlookOf(
  ledger: ProductLedger,
  product: number,
  day: number,
  prior?: Pick<ProductPrior, 'logMean' | 'repeatShare'>,
): ProductOutlook {
  const entry = ledger.products.get(product);
  const { logMean, repeatShare } = prior ?? priorOf(ledger, entry?.kind ?? '', product);
  if (!entry) return { logMean, repeatShare, recentPurchases: 0, usualPurchases: 0 };
  const { days } = entry;
  while ((days[entry.head] ?? Infinity) <= day - RECENT_DAYS) entry.head += 1;
  return {
    logMean: shrink(ledger.tallies.values, entry.place, logMean),
    repeatShare: share(ledger.tallies.values, entry.place, repeatShare),
    recentPurchases: days.length - entry.head,
    usualPurchases: (days.length * RECENT_DAYS) / Math.max(RECENT_DAYS, day - (ledger.firstOn ?? day) + 1),
  };
}

/** A product's purchases in the last RECENT_DAYS up to a day of the fold's past, and in as many days on average by then. */
export function salesOn(
  ledger: ProductLedger,
  product: number,
  day: number,
): { readonly recentPurchases: number; readonly usualPurchases: number } {
  const days = ledger.products.get(product)?.days ?? [];
  const until = countUpTo(days, day);
  const span = Math.max(RECENT_DAYS, day - (ledger.firstOn ?? day) + 1);
  return {
    recentPurchases: until - countUpTo(days, day - RECENT_DAYS),
    usualPurchases: (until * RECENT_DAYS) / span,
  };
}

function countUpTo(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shrink(values: Float64Array, place: number, prior: number): number {
  return (
    (values[place + GAP_MEAN_SUM]! + PSEUDO_BUYERS * prior) / (values[place + REPEAT_BUYERS]! + PSEUDO_BUYERS)
  );
}

function share(values: Float64Array, place: number, prior: number): number {
  return (values[place + REPEAT_BUYERS]! + 5 * prior) / (values[place + BUYERS]! + 5);
}

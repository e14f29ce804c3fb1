import type { FoldedCase } from '../model/folded-case';
import { openPairs, type PairTable } from './pair-table';
import { enterPurchase, outlookOf, type ProductLedger } from './product-ledger';
import { MAX_GAPS, MAX_LOG_QUANTITY, type RefillCase } from '../model/refill-case';

export interface ShopFold {
  /** One line of a purchase; lines come in the order of days, those of one shopper, product and day are summed. */
  enter(shopper: number, product: number, day: number, quantity: number): void;
  /** Closes the last day. */
  close(): void;
  /** Of the shoppers that were kept, in the order of days. */
  readonly cases: readonly FoldedCase[];
}

export interface FoldOptions {
  readonly ledger: ProductLedger;
  /** Kind of a product (category); empty when unknown. */
  readonly kindOf: (product: number) => string;
  /** Whose cases are kept; everybody counts in the ledger. All when left out. */
  readonly keeps?: (shopper: number) => boolean;
  /** Told of each gap, with its number among the buyer's gaps for the product, from 1. */
  readonly onGap?: (product: number, gap: number, nth: number) => void;
}

/**
 * Walks a shop's purchases and says at each one what was known on that evening: the model can only learn from, and be
 * asked about, what lay before. Memory grows with shoppers and pairs (some 80 bytes each), not with purchases.
 */
export function openFold(options: FoldOptions): ShopFold {
  const { ledger, kindOf, keeps, onGap } = options;
  const visitTable = openPairs();
  const pairs = openPairs();
  const latest = new Map<number, FoldedCase>();
  const visitDaysOf = new Map<number, number[]>();
  const cases: FoldedCase[] = [];
  const today = { day: -Infinity, pairs: [] as number[], quantities: [] as number[] };

  function close(): void {
    today.pairs.forEach((pair, i) => {
      const quantity = today.quantities[i]!;
      const shopper = pairs.left(pair);
      if (!keeps || keeps(shopper)) open(pair, shopper, quantity);
      pairs.weigh(pair, quantity);
    });
    today.pairs.length = 0;
    today.quantities.length = 0;
  }

  function open(pair: number, shopper: number, quantity: number): void {
    const refillCase = caseOf(
      ledger,
      { pairs, pair, visitTable, visitRow: visitTable.find(shopper, 0) },
      quantity,
    );
    const visitDays = visitDaysOf.get(shopper)!;
    const folded: FoldedCase = {
      shopper,
      product: pairs.right(pair),
      refillCase,
      nextIn: null,
      visitDays,
      ledger,
    };
    latest.set(pair, folded);
    cases.push(folded);
  }

  function noteVisit(shopper: number, day: number): void {
    const known = visitDaysOf.get(shopper);
    if (!known) visitDaysOf.set(shopper, [day]);
    else if (known.at(-1) !== day) known.push(day);
  }

  return {
    cases,
    close,
    enter(shopper, product, day, quantity) {
      if (day !== today.day) {
        close();
        today.day = day;
      }
      const visitRow = visitTable.find(shopper, 0);
      if (!keeps || keeps(shopper)) noteVisit(shopper, day);
      visitTable.come(visitRow, day);
      const pair = pairs.find(shopper, product);
      const before = pairs.count(pair);
      if (before > 0 && pairs.last(pair) === day) {
        today.quantities[today.pairs.lastIndexOf(pair)]! += quantity;
        return;
      }
      const purchase = { product, kind: kindOf(product), day };
      if (before === 0) enterPurchase(ledger, purchase, null, 0);
      else {
        const gap = day - pairs.last(pair);
        enterPurchase(ledger, purchase, { gaps: before - 1, logSum: pairs.logSum(pair) }, gap);
        onGap?.(product, gap, before);
        const known = latest.get(pair);
        if (known) known.nextIn = gap;
      }
      pairs.come(pair, day);
      today.pairs.push(pair);
      today.quantities.push(quantity);
    },
  };
}

interface Place {
  readonly pairs: PairTable;
  readonly pair: number;
  readonly visitTable: PairTable;
  readonly visitRow: number;
}

function caseOf(ledger: ProductLedger, place: Place, quantity: number): RefillCase {
  const { pairs, pair, visitTable, visitRow } = place;
  const day = pairs.last(pair);
  const outlook = outlookOf(ledger, pairs.right(pair), day);
  const earlier = pairs.count(pair) - 1;
  const usual = earlier === 0 ? quantity : pairs.packs(pair) / earlier;
  const ratio = Math.log(Math.max(1e-6, quantity) / Math.max(1e-6, usual));
  return {
    onDay: day,
    gaps: pairs.gaps(pair, MAX_GAPS),
    purchases: earlier + 1,
    productLogMean: outlook.logMean,
    repeatShare: outlook.repeatShare,
    recentPurchases: outlook.recentPurchases,
    usualPurchases: outlook.usualPurchases,
    visits: visitTable.count(visitRow),
    visitGaps: visitTable.gaps(visitRow, MAX_GAPS),
    tenureDays: day - visitTable.first(visitRow),
    logQuantityRatio: Math.max(-MAX_LOG_QUANTITY, Math.min(MAX_LOG_QUANTITY, ratio)),
  };
}

import type { FoldedCase } from '../model/folded-case';
import { openLedger, type ProductLedger } from './product-ledger';
import { openFold, type FoldOptions } from './shop-fold';

/** One line of a purchase that teaches: by whom, of what, how many usual packs, when. */
export interface TeachingLine<Product> {
  /** A customer, else a browser, else one order: who cannot be recognised never comes back. */
  readonly buyer: string;
  readonly productId: Product;
  readonly packs: number;
  readonly boughtOn: number;
}

export interface ProductKind {
  /** Empty when unknown. */
  readonly name: string;
  /** Typical days between purchases before anybody bought it twice; null when nothing is known. */
  readonly cycleDays: number | null;
  /** The same for the product's own pack; as the kind when null or left out. */
  readonly startDays?: number | null;
}

/** Purchases that a shop's own weights are learned from; of a larger shop, those of every so manieth shopper. */
export const SHOPPERS_CASES = 40_000;

export interface FoldedLines<Product> {
  /** Of the shoppers that were kept, in the order of days. */
  readonly cases: readonly FoldedCase[];
  readonly ledger: ProductLedger;
  /** The numbers that products go by in cases and ledger: their places among `kinds`. */
  readonly numberOf: ReadonlyMap<Product, number>;
}

export interface LineFold<Product> {
  /** Lines come in the order of days, of products among the kinds that are known. */
  readonly enter: (line: TeachingLine<Product>) => void;
  /** After the last line. */
  close(): FoldedLines<Product>;
}

/**
 * Walks the lines of a shop's purchases, as they are read, and says at each one what was known on that evening.
 * @param about `purchases`: how many lines there are, roughly; `isFollowed`: whose cases are wanted, everybody's when left out
 */
export function openLineFold<Product>(
  kinds: ReadonlyMap<Product, ProductKind>,
  about: Pick<FoldOptions, 'onGap'> & {
    readonly purchases: number;
    readonly isFollowed?: (buyer: string) => boolean;
  },
): LineFold<Product> {
  const { purchases, isFollowed, onGap } = about;
  const numberOf = new Map([...kinds.keys()].map((productId, i) => [productId, i]));
  const ofNumber = [...kinds.values()];
  const cycleDays = new Map(ofNumber.map((kind) => [kind.name, kind.cycleDays]));
  const ledger = openLedger({
    cycleDaysOf: (kind) => cycleDays.get(kind) ?? null,
    startDaysOf: (product) => ofNumber[product]!.startDays ?? null,
  });
  const every = Math.max(1, Math.ceil(purchases / SHOPPERS_CASES));
  const shoppers = new Map<string, number>();
  const leftOut = new Set<number>();
  const fold = openFold({
    ledger,
    kindOf: (product) => ofNumber[product]!.name,
    keeps: (shopper) => shopper % every === 0 && !leftOut.has(shopper),
    onGap,
  });
  return {
    enter({ buyer, productId, boughtOn, packs }) {
      let shopper = shoppers.get(buyer);
      if (shopper === undefined) {
        shoppers.set(buyer, (shopper = shoppers.size));
        if (isFollowed && !isFollowed(buyer)) leftOut.add(shopper);
      }
      fold.enter(shopper, numberOf.get(productId)!, boughtOn, packs);
    },
    close() {
      fold.close();
      return { cases: fold.cases, ledger, numberOf };
    },
  };
}

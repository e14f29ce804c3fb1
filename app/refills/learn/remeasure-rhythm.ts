import { openLedger } from '../fold/product-ledger';
import {
  enterGap,
  measureRhythm,
  openGapTally,
  type MeasuredRhythm,
  type StoredRhythm,
} from '../fold/rhythm';

import { openFold } from '../fold/shop-fold';

/** A product of more buyers and gaps does not move by one order: the night brings it up to date. */
const MOVES_UP_TO = 200;

export function mayMove(rhythm: Pick<StoredRhythm, 'buyers' | 'intervals'>): boolean {
  return rhythm.buyers + rhythm.intervals <= MOVES_UP_TO;
}

/**
 * One product's rhythm from its own purchases; what kind and shop say of it stays as the last rebuild found it.
 * @param lines in the order of days @param firstOn the shop's first day
 */
export function remeasureRhythm(
  lines: readonly { readonly buyer: string; readonly boughtOn: number }[],
  stored: StoredRhythm,
  { firstOn, todayOn }: { readonly firstOn: number | null; readonly todayOn: number },
): MeasuredRhythm {
  const ledger = openLedger({ firstOn });
  const gaps = openGapTally();
  const buyers = new Map<string, number>();
  const fold = openFold({
    ledger,
    kindOf: () => '',
    keeps: () => false,
    onGap: (_, gap, nth) => enterGap(gaps, gap, nth),
  });
  for (const { buyer, boughtOn } of lines) {
    let number = buyers.get(buyer);
    if (number === undefined) buyers.set(buyer, (number = buyers.size));
    fold.enter(number, 0, boughtOn, 1);
  }
  fold.close();
  const source = stored.source === 'category' ? 'category' : 'shop';
  const prior = { logMean: stored.priorLogMean, repeatShare: stored.priorShare, source } as const;
  return measureRhythm(ledger, { product: 0, kind: '', gaps, day: todayOn }, prior);
}

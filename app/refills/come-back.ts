import type { ProductHistory } from '../consumables/product-history';
import { returnCurve, type ReturnCurve } from '../consumables/return-curve';

/** How buyers of one product came back so far, counted and not smoothed. */
export interface ComeBack {
  readonly buyers: number;
  readonly repeatBuyers: number;
  /** Gaps between two purchases of one buyer. */
  readonly returns: number;
  /** Days by which a quarter, half and three quarters of the returns had come; null without any. */
  readonly quartileDays: readonly [number, number, number] | null;
  /** Without shares when there are too few returns to draw. */
  readonly curve: ReturnCurve;
}

export function comeBack({ buyers, repeatBuyers, gaps }: ProductHistory): ComeBack {
  const sorted = [...gaps].sort((a, b) => a - b);
  const byDay = new Array<number>(sorted.at(-1) ?? 0).fill(0);
  for (const days of sorted) byDay[days - 1] = (byDay[days - 1] ?? 0) + 1;
  // The first day by which at least that share is back.
  const by = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return {
    buyers,
    repeatBuyers,
    returns: sorted.length,
    quartileDays: sorted.length === 0 ? null : [by(0.25), by(0.5), by(0.75)],
    curve: returnCurve(byDay),
  };
}

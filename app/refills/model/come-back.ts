import { TIME_TO_COME_BACK_DAYS } from '../../consumables/repeat-tally';
import { returnCurve, type ReturnCurve } from '../../consumables/return-curve';
import { GAPS_PER_BUYER } from '../fold/rhythm';

/** How buyers of one product came back so far, counted and not smoothed. */
export interface ComeBack {
  /** Buyers who have had time to come back, or did. */
  readonly buyers: number;
  readonly repeatBuyers: number;
  /** Gaps between two purchases of one buyer, at most GAPS_PER_BUYER latest of each: one reseller is not the product. */
  readonly returns: number;
  /** Days by which a quarter, half and three quarters of the returns had come; null without any. */
  readonly quartileDays: readonly [number, number, number] | null;
  /** Without shares when there are too few returns to draw. */
  readonly curve: ReturnCurve;
}

/** @param buyers of each the distinct days of their purchases, ascending */
export function comeBack(buyers: Iterable<readonly number[]>, todayOn: number): ComeBack {
  let counted = 0;
  let repeat = 0;
  const gaps: number[] = [];
  for (const days of buyers) {
    const cameBack = days.length > 1;
    if (cameBack || todayOn - (days[0] ?? todayOn) >= TIME_TO_COME_BACK_DAYS) counted += 1;
    if (cameBack) repeat += 1;
    gaps.push(
      ...days.slice(-GAPS_PER_BUYER - 1).flatMap((day, i, own) => (i === 0 ? [] : [day - own[i - 1]!])),
    );
  }
  return { buyers: counted, repeatBuyers: repeat, ...returnsOf(gaps) };
}

function returnsOf(gaps: readonly number[]): Pick<ComeBack, 'returns' | 'quartileDays' | 'curve'> {
  const sorted = [...gaps].sort((a, b) => a - b);
  const byDay = new Array<number>(sorted.at(-1) ?? 0).fill(0);
  for (const days of sorted) byDay[days - 1] = (byDay[days - 1] ?? 0) + 1;
  // The first day by which at least that share is back.
  const by = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return {
    returns: sorted.length,
    quartileDays: sorted.length === 0 ? null : [by(0.25), by(0.5), by(0.75)],
    curve: returnCurve(byDay),
  };
}

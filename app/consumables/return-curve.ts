import { z } from 'zod';

/** How many of a product's returning buyers were back by when. Pure. */

export const CURVE_BINS = 16;
/** With fewer gaps a curve would draw chance. */
const LEAST_GAPS = 5;
/** The curve ends where nearly everybody who comes back is back. */
const SHOWN_SHARE = 0.95;

export interface ReturnCurve {
  /** Whole days of each bin. */
  readonly binDays: number;
  /** Share back by the end of each of CURVE_BINS bins; empty when there are too few gaps to draw. */
  readonly shares: readonly number[];
}

const stored = z.object({ binDays: z.number().int().positive(), shares: z.array(z.number()) });

const NO_CURVE: ReturnCurve = { binDays: 1, shares: [] };

/** @param byDay gaps of each length in days, at index days - 1; longer ones in the last */
export function returnCurve(byDay: ArrayLike<number>): ReturnCurve {
  let all = 0;
  for (let i = 0; i < byDay.length; i += 1) all += byDay[i]!;
  if (all < LEAST_GAPS) return NO_CURVE;
  let longest = 0;
  for (let sum = 0; longest < byDay.length && sum < SHOWN_SHARE * all; longest += 1) sum += byDay[longest]!;
  const binDays = Math.ceil(longest / CURVE_BINS);
  let back = 0;
  const shares = Array.from({ length: CURVE_BINS }, (_, bin) => {
    for (let day = bin * binDays; day < (bin + 1) * binDays; day += 1) back += byDay[day] ?? 0;
    return Math.round((back / all) * 1e4) / 1e4;
  });
  return { binDays, shares };
}

/** A curve as the database keeps it; none for what is no curve. */
export function readReturnCurve(json: unknown): ReturnCurve {
  const read = stored.safeParse(json);
  return read.success ? read.data : NO_CURVE;
}

import { isoToDay } from '../../../shops/local-day';
import type { DayPoint } from '../../../results/page/results-view';

export interface RunningRate {
  readonly day: number;
  readonly on: string;
  readonly exposed: number;
  readonly converted: number;
  /** Of all shoppers up to this day, the share with a conversion by then; null before the first shopper. */
  readonly rate: number | null;
}

/** Sums up to each day of one group. */
export function runningRates(days: readonly DayPoint[], arm: 'treated' | 'control'): readonly RunningRate[] {
  let exposed = 0;
  let converted = 0;
  return days.map((point) => {
    exposed += point[arm].exposed;
    converted += point[arm].converted;
    const day = isoToDay(point.on) ?? 0;
    return { day, on: point.on, exposed, converted, rate: exposed === 0 ? null : converted / exposed };
  });
}

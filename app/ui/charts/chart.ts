import type { Domain } from './scale';

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** Bounds of an interval around `y`. */
  readonly low?: number;
  readonly high?: number;
  /** Read out and shown when the point is chosen, as a whole sentence: `Day 30: half of them are back`. */
  readonly words: string;
}

export interface ChartSeries {
  readonly name: string;
  /** Ascending in `x`. */
  readonly points: readonly ChartPoint[];
}

export interface ChartAxis {
  readonly label: string;
  readonly format: (value: number) => string;
  /** Default: just what the points take, widened to round values on the upright axis. */
  readonly domain?: Domain;
  readonly ticks?: readonly number[];
}

/** A line across the plot at one value, with its word: a quartile, a best day, "no difference". */
export interface ChartMark {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly label: string;
}

/** A stretch of the lying axis that stands out, with its word. */
export interface ChartSpan {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** The same data for those who would rather read: one row for each point. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

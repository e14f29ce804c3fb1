import type { OutcomeOf } from './outcomes';

/** The sides of a comparison. For all of Larder, `control` is the standing holdout and `treated` everyone else. */
export type Side = 'treated' | 'control';

export const PLAIN_METRICS = [
  'drawn',
  'exposed',
  'exposures',
  'crossed',
  'converted',
  'closed',
  'closed-converted',
  'revenue',
  'revenue-unlimited',
  'before',
  'returned',
  'attributed',
  'dismissed',
  'unsubscribed',
  'complained',
  'snoozed',
  'mailed',
  'left-late-identity',
  'left-order-awaited',
  'left-other-currency',
] as const;
export const NUMBERED_METRICS = ['closed-converted-week', 'revenue-bin'] as const;

/**
 * What is summed by day. All but `exposures` count persons, each once.
 * - `drawn`: drawn in the layer, on the day of the draw. `exposed`: first exposed that day. `exposures`: all exposures of
 *   those persons (in `sum`). `crossed`: of the exposed, those acted upon in both arms.
 * - `converted`: first conversion that day (open labels).
 * - `closed`: persons for whom that day is the first whole one after their window, so that sums up to today hold nobody whose
 *   window still runs; `closed-converted`: of them, those with a conversion;
 *   `closed-converted-week:K`: of these, those whose first conversion came in week K since the first exposure (0 is days
 *   0 to 6; 12 holds all later ones).
 * - `revenue`: closed persons with net spend in the window: limited minor units in `sum`, squares in `sumSquares`.
 *   `revenue-unlimited`: the same without the limit. `revenue-bin:K`: closed buyers whose limited spend is K hundredths of the
 *   limit (rounded up, K = 1 … 100). `before`: closed persons' limited spend in as long a time before the first exposure;
 *   `sumProducts` is Σ before × revenue.
 * - `returned`: closed persons who came back on a later day. `attributed`: closed persons with an order that followed a tap
 *   on the tactic itself; the orders in `sum`.
 * - `dismissed`, `unsubscribed`, `complained`, `snoozed`: on the day it first happened. `mailed`: first mail that day.
 * - `left-late-identity`, `left-order-awaited`: exposures of that day that count for nobody (under `treated`, whatever their
 *   arm). `left-other-currency`: orders of that day in another currency than the shop's or of unknown amount, in no sum of money.
 */
export type SumMetric = (typeof PLAIN_METRICS)[number] | `${(typeof NUMBERED_METRICS)[number]}:${number}`;

/** `all`, or one value of one way to part shoppers by what was known at their first exposure. */
export type SegmentName = 'all' | `${SegmentKind}:${string}`;

export const SEGMENT_KINDS = ['history', 'recent', 'known-as', 'device', 'category'] as const;

/** New or returning, bought in the last 90 days or not, signed in or guest, device, kind of consumable. */
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** One row of the daily sums of one shop. Segments other than `all` hold `exposed`, `closed` and `closed-converted` only. */
export interface DailySum {
  readonly tactic: OutcomeOf;
  readonly layerId: number;
  readonly segment: SegmentName;
  readonly arm: Side;
  readonly metric: SumMetric;
  /** Local day of the shop. */
  readonly dayOn: number;
  readonly persons: number;
  readonly sum: number;
  readonly sumSquares: number;
  readonly sumProducts: number;
}

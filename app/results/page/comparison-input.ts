import type { DailySum } from '../counting/daily-sum';
import type { OutcomeOf } from '../counting/outcomes';
import type { ConversionLabels } from '../statistics/conversion-labels';

/** One version of the draw that a comparison rests on. Days are local days of the shop, instants epoch ms. */
export interface DrawVersion {
  readonly layerId: number;
  readonly version: number;
  readonly shareBp: number;
  readonly startedAt: number;
  readonly startedOn: number;
  readonly endedOn: number | null;
  /** What one shopper's spend counts with at most, in minor units; null when spends are not limited. */
  readonly limit: number | null;
  readonly limitFixedAt: number | null;
}

/** The look back on a version, as far as it has been locked by the day that is shown. */
export interface ReviewFacts {
  readonly layerId: number;
  readonly startedOn: number;
  readonly dueOn: number;
  readonly closedDueOn: number;
  readonly open: ConversionLabels | null;
  readonly closed: ConversionLabels | null;
  readonly decision: 'keep' | 'change' | 'retire' | null;
  readonly why: string | null;
  readonly decidedOn: number | null;
}

/** The reviews of one version by the day that is shown, and the one whose locked counts the verdict takes. */
export interface ReviewsSoFar {
  readonly newest: ReviewFacts | null;
  /** The newest one of which everything is known, else the newest of which the test is. */
  readonly locked: ReviewFacts | null;
}

/** What the shop's own shoppers would bring, before anything is counted. */
export interface Traffic {
  /** Shoppers a day who come to the point where it would act. */
  readonly shoppersPerDay: number;
  /** Share of them who order again anyway; null when the shop's past does not say. */
  readonly baseRate: number | null;
}

export interface ComparisonInput {
  readonly of: OutcomeOf;
  /** The day that is shown, and the shop's own today, which is never before it. */
  readonly onDay: number;
  readonly todayOn: number;
  /** The version that is shown; null while nothing was ever switched on. */
  readonly version: DrawVersion | null;
  readonly versions: readonly DrawVersion[];
  /** Of the version shown only, in any order; rows after `onDay` are left out. */
  readonly sums: readonly DailySum[];
  /** Persons first exposed under older versions. */
  readonly olderExposed: number;
  /** Of the version shown; null without one. */
  readonly reviews: ReviewsSoFar | null;
  /** Share of shoppers who may send it away before it is paused, from the decision note. */
  readonly tolerance: number;
  /** Days until a person's window closes. */
  readonly windowDays: number;
  readonly traffic: Traffic;
  /** Whether there is a way by which a complaint could be heard. */
  readonly hearsComplaints: boolean;
}

/** Share of the treated among those compared, by design. */
export function treatedShareOf(version: Pick<DrawVersion, 'shareBp'>): number {
  return 1 - version.shareBp / 10_000;
}

import { localDay } from '../../shops/local-day';
import type { TacticName } from '../../tactics/tactic';

const DAY_MS = 86_400_000;

/** Any order counts for so long after the first exposure. */
export const WINDOW_MS = 28 * 86_400_000;
/** A product counts up to its own offered day and so many days more. */
export const GRACE_DAYS = 14;
/** An order is put down to a tap on the shelf, or to a mail, that came at most so long before it. */
export const ATTRIBUTION_MS = 7 * 86_400_000;
/** Who bought within so many days before the first exposure is a recent buyer. */
export const RECENT_DAYS = 90;

/** What results are kept for: each tactic, and all of Larder together. */
export type OutcomeOf = TacticName | 'larder';

/** The time in which things count after a first exposure. */
export interface Window {
  readonly until: Date;
  /** First local day on which it is over. */
  readonly closesOn: number;
  /** As long a time before. */
  readonly from: Date;
}

/** 28 days; for a reminder up to the last of the offered days and its grace. */
export function countedWindow(
  of: OutcomeOf,
  first: { readonly at: Date; readonly offers: readonly { readonly offeredOn: number }[] },
  firstOn: number,
  timeZone: string,
): Window {
  const start = first.at.getTime();
  if (of !== 'reminder' || first.offers.length === 0) {
    const until = new Date(start + WINDOW_MS);
    return { until, closesOn: localDay(until, timeZone) + 1, from: new Date(start - WINDOW_MS) };
  }
  const closesOn = Math.max(...first.offers.map((offer) => offer.offeredOn)) + GRACE_DAYS + 1;
  const lengthMs = (closesOn - firstOn) * DAY_MS;
  return { until: new Date(start + lengthMs), closesOn, from: new Date(start - lengthMs) };
}

import { localDay } from '../../shops/local-day';
import { GRACE_DAYS, WINDOW_MS, type OutcomeOf } from './outcomes';
import type { LoggedExposure } from './person-history';

const DAY_MS = 86_400_000;

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
  first: LoggedExposure,
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

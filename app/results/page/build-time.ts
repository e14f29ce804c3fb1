import type { Traffic } from './comparison-input';
import type { ShareView, TimeView } from './results-view';
import { CONVERSIONS_NEEDED } from '../statistics/conversion-labels';
import { ANY_LOOK_LIFT_FACTOR, detectableLift } from '../statistics/power';
import { daysUntilEnough, LONGEST_DAYS, timeToKnow } from '../statistics/time-to-know';
import { finite } from './build-verdict';

/** Pace is that of the last four weeks. */
const PACE_DAYS = 28;
/** A day further away than this is no estimate. */
const LONGEST_WAIT_DAYS = 366;

/** Shares that may be chosen, in ten-thousandths. */
const SHARES: readonly number[] = [500, 1000, 1500, 2000, 3000, 4000, 5000];

/** What was counted in the last days of a version. */
export interface Recent {
  /** Days that were counted, at least 1. */
  readonly days: number;
  /** First exposures in all arms. */
  readonly exposed: number;
  /** First conversions of the smaller arm. */
  readonly conversions: number;
}

/** What the last four weeks brought, or fewer days when the version is younger. */
export function recentOf(
  days: readonly {
    readonly exposed: { readonly treated: number; readonly control: number };
    readonly converted: { readonly treated: number; readonly control: number };
  }[],
  smaller: 'treated' | 'control',
): Recent {
  const last = days.slice(-PACE_DAYS);
  return {
    days: Math.max(1, last.length),
    exposed: last.reduce((sum, day) => sum + day.exposed.treated + day.exposed.control, 0),
    conversions: last.reduce((sum, day) => sum + day.converted[smaller], 0),
  };
}

/** What decides how long it takes to know. */
export interface Ahead {
  readonly controlShare: number;
  readonly windowDays: number;
  readonly traffic: Traffic;
  /** Null before the first switch-on, and of a version that has ended. */
  readonly recent: Recent | null;
  readonly exposed: number;
  /** Closed windows of the control; its rate counts once there are enough conversions. */
  readonly control: { readonly closed: number; readonly converted: number };
}

/** What to reckon with: what the version brought so far, and before there is anything, what the shop's shoppers would. */
function expectedOf({ traffic, recent, control }: Ahead): { perDay: number; baseRate: number } {
  const ownRate = control.converted >= CONVERSIONS_NEEDED ? control.converted / control.closed : null;
  const isRunning = recent !== null && recent.exposed > 0;
  return {
    perDay: isRunning ? recent.exposed / recent.days : traffic.shoppersPerDay,
    baseRate: ownRate ?? traffic.baseRate ?? 0,
  };
}

/** The least lift that would probably show within half a year, for each share that may be chosen, from a new start. */
export function buildShares(ahead: Ahead): readonly ShareView[] {
  const { perDay, baseRate } = expectedOf(ahead);
  const isKnown = perDay > 0 && baseRate > 0 && baseRate < 1;
  const shoppers = perDay * Math.max(0, LONGEST_DAYS - ahead.windowDays);
  return SHARES.map((shareBp) => {
    const design = { baseRate, controlShare: shareBp / 10_000 };
    const lift = isKnown ? detectableLift(design, shoppers) * ANY_LOOK_LIFT_FACTOR : Infinity;
    return { shareBp, detectableLift: finite(lift) };
  });
}

/** How long until an effect would probably show. */
export function buildTime(ahead: Ahead): TimeView {
  const { controlShare, windowDays, exposed } = ahead;
  const { perDay, baseRate } = expectedOf(ahead);
  const time = timeToKnow({ baseRate, controlShare }, perDay, windowDays, { already: exposed });
  if (time.reason !== 'too-small') return time;
  return {
    ...time,
    seenWithShare: time.seenWithShare.map((share) => ({
      ...share,
      detectableLift: finite(share.detectableLift),
    })),
  };
}

/**
 * The local day by which the smaller arm has enough conversions in closed windows, should they go on coming as in the last
 * four weeks: the day of the last one that is needed, and a window more, since its person may have come on that very day.
 * Null once there are enough, without any pace, and when it would take more than a year.
 */
export function dayOfEnough(about: {
  /** First conversions of the smaller arm so far, day by day. */
  readonly byDay: readonly { readonly on: number; readonly conversions: number }[];
  readonly recent: Recent;
  readonly windowDays: number;
  readonly todayOn: number;
}): number | null {
  let has = 0;
  let reachedOn: number | null = null;
  for (const { on, conversions } of about.byDay) {
    has += conversions;
    if (reachedOn === null && has >= CONVERSIONS_NEEDED) reachedOn = on;
  }
  if (reachedOn === null) {
    const wait = daysUntilEnough(has, CONVERSIONS_NEEDED, about.recent.conversions / about.recent.days);
    if (wait === null) return null;
    reachedOn = about.todayOn + wait;
  }
  const day = Math.max(about.todayOn + 1, reachedOn + about.windowDays);
  return day - about.todayOn > LONGEST_WAIT_DAYS ? null : day;
}

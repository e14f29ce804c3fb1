/** What reminders of the past would have been worth: a tally over purchases, by what was known on their evening. */

/** A reminder counts as timely when the product is bought within so many days of it, before or after. */
export const TIMELY_DAYS = 7;
/** What most reminder tools do: the same wait after every purchase. */
export const FIXED_DELAY_DAYS = 30;
/** The days looked back on, and how many more must lie before them to learn from. */
export const LOOK_BACK_DAYS = 90;
const LEARN_DAYS = 60;
/** With fewer reminders a share says nothing. */
export const BACKTEST_NEEDS = 50;
/** Weeks shown on either side of the reminder. */
const WEEKS = 5;

export interface BacktestDays {
  /** Local days, both included: reminders of these days are counted. */
  readonly fromOn: number;
  readonly toOn: number;
}

/**
 * The days whose reminders can be judged: 90 of them, ending early enough that a purchase a week later is known. Null when
 * too little history lies before them.
 */
export function backtestDays(firstOn: number | null, todayOn: number): BacktestDays | null {
  const toOn = todayOn - TIMELY_DAYS - 1;
  const fromOn = toOn - LOOK_BACK_DAYS + 1;
  return firstOn === null || firstOn > fromOn - LEARN_DAYS ? null : { fromOn, toOn };
}

/** One purchase of a consumable, what would have been said on its evening, and what came. */
export interface Origin {
  readonly onDay: number;
  /** Days to the reminder that Larder would have chosen. */
  readonly bestIn: number;
  /** Days to the next purchase of the product; null when none is known. */
  readonly nextIn: number | null;
}

export interface Timely {
  readonly reminders: number;
  readonly timely: number;
}

export interface BacktestCounts {
  readonly larder: Timely;
  readonly fixed: Timely;
  /** Larder's reminders by whole weeks from the reminder to the purchase, from -WEEKS to WEEKS; later and never apart. */
  readonly weeks: readonly { readonly week: number; readonly count: number }[];
  readonly notSoon: number;
}

interface Tally {
  reminders: number;
  timely: number;
}

export interface BacktestTally {
  readonly days: BacktestDays;
  readonly larder: Tally;
  readonly fixed: Tally;
  readonly weeks: Map<number, number>;
}

export function openBacktest(days: BacktestDays): BacktestTally {
  return {
    days,
    larder: { reminders: 0, timely: 0 },
    fixed: { reminders: 0, timely: 0 },
    weeks: new Map(),
  };
}

/** Counts a purchase's reminder under both rules, each if it falls into the days looked back on. */
export function addOrigin(tally: BacktestTally, { onDay, bestIn, nextIn }: Origin): void {
  const { fromOn, toOn } = tally.days;
  const count = (rule: Tally, inDays: number): boolean => {
    const on = onDay + inDays;
    if (on < fromOn || on > toOn) return false;
    rule.reminders += 1;
    if (nextIn !== null && Math.abs(nextIn - inDays) <= TIMELY_DAYS) rule.timely += 1;
    return true;
  };
  count(tally.fixed, FIXED_DELAY_DAYS);
  if (!count(tally.larder, bestIn) || nextIn === null) return;
  const week = Math.floor((nextIn - bestIn) / 7);
  if (week >= -WEEKS && week < WEEKS) tally.weeks.set(week, (tally.weeks.get(week) ?? 0) + 1);
}

export function readBacktest(tally: BacktestTally): BacktestCounts {
  const weeks = Array.from({ length: 2 * WEEKS }, (_, i) => ({
    week: i - WEEKS,
    count: tally.weeks.get(i - WEEKS) ?? 0,
  }));
  const near = weeks.reduce((sum, { count }) => sum + count, 0);
  return {
    larder: { ...tally.larder },
    fixed: { ...tally.fixed },
    weeks,
    notSoon: tally.larder.reminders - near,
  };
}

/** Whether both rules have reminders enough for their shares to be compared. */
export function hasEnough({ larder, fixed }: BacktestCounts): boolean {
  return Math.min(larder.reminders, fixed.reminders) >= BACKTEST_NEEDS;
}

const DAY_MS = 86_400_000;

/** For so many days a shop that begins to send is held to a daily number, which doubles from day to day. */
export const RAMP_DAYS = 14;

/**
 * What a shop may send in its present day of sending. Mailbox providers distrust a sender that writes to thousands from one
 * day to the next. Days count from its first mail, not from midnight.
 */
export interface DayOfSending {
  readonly from: Date;
  readonly until: Date;
  /** Infinity once the shop is known. */
  readonly max: number;
}

/** @param firstAt when the shop's first mail went out; null before it  @param firstDay mails of the first day; 0: no limit */
export function dayOfSending(now: Date, firstAt: Date | null, firstDay: number): DayOfSending {
  const first = Math.min(firstAt?.getTime() ?? now.getTime(), now.getTime());
  const day = Math.floor((now.getTime() - first) / DAY_MS);
  const from = first + day * DAY_MS;
  const max = firstDay === 0 || day >= RAMP_DAYS ? Infinity : firstDay * 2 ** day;
  return { from: new Date(from), until: new Date(from + DAY_MS), max };
}

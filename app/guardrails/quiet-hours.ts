import { instantOn, localDay, localMinutes } from '../shops/local-day';

/** No mail between these, in minutes past the recipient's local midnight: from nine in the evening until eight. */
export const QUIET_HOURS = { fromMinutes: 21 * 60, untilMinutes: 8 * 60 } as const;

/**
 * The first instant, not before `at`, at which a mail may reach somebody: `at` itself, or the end of their quiet hours.
 * @param timeZone the recipient's, where known; when it is null or no zone, the shop's counts.
 */
export function nextAllowedAt(at: Date, timeZone: string | null, shopTimeZone: string): Date {
  const zone = timeZone !== null && isTimeZone(timeZone) ? timeZone : shopTimeZone;
  const minutes = localMinutes(at, zone);
  const { fromMinutes, untilMinutes } = QUIET_HOURS;
  if (minutes >= untilMinutes && minutes < fromMinutes) return at;
  const day = localDay(at, zone) + (minutes < untilMinutes ? 0 : 1);
  return instantOn(day, untilMinutes, zone);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

import { QUIET_HOURS } from '../guardrails/quiet-hours';

const DAY_MINUTES = 1440;
/** Where nothing says when somebody shops. */
const MORNING = 9 * 60;
/** So long before the quiet hours nothing is due any more: a mail that is held up a little still goes out that day. */
const SPARE_MINUTES = 60;

/**
 * When somebody usually orders, in minutes past their midnight, outside the quiet hours: the one of their own times of day that
 * is nearest to all others around the clock (the circular medoid); of two alike the later order's.
 * @param ordered minutes past midnight at which they ordered, newest first
 */
export function usualMinutes(ordered: readonly number[]): number {
  let usual = MORNING;
  let least = Infinity;
  for (const minutes of ordered) {
    const away = ordered.reduce((sum, other) => sum + around(minutes, other), 0);
    if (away < least) [usual, least] = [minutes, away];
  }
  const { fromMinutes, untilMinutes } = QUIET_HOURS;
  const latest = fromMinutes - SPARE_MINUTES;
  if (usual >= untilMinutes && usual <= latest) return usual;
  // Who shops at night reads it in the evening or in the morning, whichever is nearer.
  return around(usual, latest) <= around(usual, untilMinutes) ? latest : untilMinutes;
}

function around(a: number, b: number): number {
  const apart = Math.abs(a - b) % DAY_MINUTES;
  return Math.min(apart, DAY_MINUTES - apart);
}

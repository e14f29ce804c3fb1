/** How the admin writes where nothing of a shop's region is known: the British way. */
import { instantOnClock, valuesIn } from '../values-in-words';

const WAY = 'en-GB';

export const {
  day: formatDay,
  shortDay: formatShortDay,
  number: formatNumber,
  share: formatShare,
  count: countOf,
} = valuesIn(WAY);

/** An ISO instant on the shop's clock, as `20 Nov 2026, 14:05`. */
export function formatInstant(iso: string, timeZone: string): string {
  return instantOnClock(WAY, iso, timeZone);
}

/** Ten-thousandths as `10%`. */
export function formatBasisPoints(value: number): string {
  return formatShare(value / 10_000);
}

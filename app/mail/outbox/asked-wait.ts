/** However long a server asks for, it is asked again after this. */
const LONGEST_MS = 6 * 3_600_000;

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

const ASKED =
  /\b(?:retry|try (?:it |this )?again|come back|wait|greylist\w*|delay(?:ed)?)\b\D{0,40}?(\d{1,5}) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\b/i;

/**
 * How long a refusal for now asks to wait, in its own words (“Greylisted, try again in 300 seconds”): SMTP has no field for
 * it. 0 where it says nothing.
 */
export function askedWaitMs(said: string): number {
  const [, count, unit] = ASKED.exec(said) ?? [];
  if (count === undefined || unit === undefined) return 0;
  const ms = UNIT_MS[unit.charAt(0).toLowerCase() as keyof typeof UNIT_MS];
  return Math.min(Number(count) * ms, LONGEST_MS);
}

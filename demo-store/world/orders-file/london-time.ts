const HOUR_MS = 3_600_000;
const OFFSETS = new Map<number, number>();
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Reads a local time in London ("2010-12-01T08:26") as epoch ms; null when it is none. */
export function readLondonTime(text: string): number | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const asUtc = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  const valid =
    new Date(asUtc).toISOString().startsWith(`${match[1]}-${match[2]}-${match[3]}`) && (minute ?? 0) < 60;
  return valid ? asUtc - offsetAt(asUtc) : null;
}

/** Hours that London is ahead of UTC, in ms. The hour that does not exist in spring counts as winter time. */
function offsetAt(asUtc: number): number {
  const hour = Math.floor(asUtc / HOUR_MS);
  const known = OFFSETS.get(hour);
  if (known !== undefined) return known;
  const utcHour = hour - 1; // were it summer time
  const shown = Number(LONDON.format(utcHour * HOUR_MS));
  const offset = shown === ((utcHour % 24) + 25) % 24 ? HOUR_MS : 0;
  OFFSETS.set(hour, offset);
  return offset;
}

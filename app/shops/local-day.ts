/** Local days of a shop, counted from 1970-01-01 (= 0), so that they subtract and compare as numbers. */

const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A time zone that this machine does not know falls back to UTC: an order must never be lost over its shop's setting. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const options = {
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    } as const;
    try {
      format = new Intl.DateTimeFormat('en-CA', {
        ...options,
        minute: '2-digit',
        second: '2-digit',
        timeZone,
      });
    } catch {
      format = new Intl.DateTimeFormat('en-CA', {
        ...options,
        minute: '2-digit',
        second: '2-digit',
        timeZone: 'UTC',
      });
    }
    formats.set(timeZone, format);
  }
  return format;
}

const QUARTER_MS = 900_000;
/** Quarters of an hour remembered per time zone: a good year of them. */
const MOST_QUARTERS = 40_000;
/** Offset from UTC by quarter; null for one within which the clock changes. */
const offsets = new Map<string, Map<number, number | null>>();

function wallClockMs(at: Date, timeZone: string): number {
  let known = offsets.get(timeZone);
  if (!known) offsets.set(timeZone, (known = new Map<number, number | null>()));
  const quarter = Math.floor(at.getTime() / QUARTER_MS);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = offsetThrough(quarter * QUARTER_MS, timeZone);
    if (known.size >= MOST_QUARTERS) known.clear();
    known.set(quarter, offset);
  }
  return offset === null ? readWallClockMs(at, timeZone) : at.getTime() + offset;
}

function offsetThrough(start: number, timeZone: string): number | null {
  const [atStart, atEnd] = [start, start + QUARTER_MS].map(
    (ms) => readWallClockMs(new Date(ms), timeZone) - ms,
  );
  return atStart !== undefined && atStart === atEnd ? atStart : null;
}

function readWallClockMs(at: Date, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const part of formatFor(timeZone).formatToParts(at)) parts[part.type] = Number(part.value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The shop's local day on which an instant falls. */
export function localDay(at: Date, timeZone: string): number {
  return Math.floor(wallClockMs(at, timeZone) / DAY_MS);
}

/** Minutes since local midnight. */
export function localMinutes(at: Date, timeZone: string): number {
  return Math.floor((wallClockMs(at, timeZone) % DAY_MS) / 60_000);
}

/**
 * The instant at which it is `minutes` past midnight on a local day. Of a time that comes twice it is the first; one that a
 * clock change skips moves on by the gap, whatever its length, as calendars do it.
 */
export function instantOn(day: number, minutes: number, timeZone: string): Date {
  const wanted = day * DAY_MS + minutes * 60_000;
  // No zone is a day away from UTC, and none changes its clock twice in two days.
  const [before = 0, after = 0] = [wanted - DAY_MS, wanted + DAY_MS].map(
    (at) => wallClockMs(new Date(at), timeZone) - at,
  );
  const isAfterChange = wallClockMs(new Date(wanted - before), timeZone) !== wanted;
  const isReal = wallClockMs(new Date(wanted - after), timeZone) === wanted;
  return new Date(wanted - (isAfterChange && isReal ? after : before));
}

/** `2026-12-01` */
export function dayToIso(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of `YYYY-MM-DD`, or null when it is no such date. */
export function isoToDay(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const day = Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
  return Number.isInteger(day) && dayToIso(day) === iso ? day : null;
}

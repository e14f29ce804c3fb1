import { localDay } from '../shops/local-day';

/** Every zone's midnight falls on a whole quarter of an hour. */
const QUARTER_MS = 900_000;

/** `localDay` for hot paths: asks the calendar once per zone and quarter of an hour, not for every request. */
export function createDayClock(): typeof localDay {
  const known = new Map<string, { quarter: number; day: number }>();
  return (at, timeZone) => {
    const quarter = Math.floor(at.getTime() / QUARTER_MS);
    const last = known.get(timeZone);
    if (last?.quarter === quarter) return last.day;
    const day = localDay(at, timeZone);
    known.set(timeZone, { quarter, day });
    return day;
  };
}

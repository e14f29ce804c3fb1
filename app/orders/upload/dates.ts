import { instantOn } from '../../shops/local-day';

/** Which of the two short numbers of a date such as 13/02/2026 comes first. */
export type DateOrder = 'day-first' | 'month-first';

/** Why a text is no instant: no time at all, no day of the calendar, or one of two days. */
export type NoInstant = 'no-time' | 'two-ways';

const DAY_MS = 86_400_000;
const EARLIEST_YEAR = 2000;
/** 1900-01-01 was day 1, and 1900 counted as a leap year: what a spreadsheet program calls 25,569 is 1970-01-01. */
const SPREADSHEET_EPOCH_DAYS = 25_569;

const TIME = String.raw`(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?)?(?: ?(Z|UTC|GMT|(?:GMT|UTC)?[+-]\d\d:?\d\d))?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d\d)${TIME}$`, 'i');
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

/**
 * An instant as Shopify writes it (`2026-03-01 10:22:33 -0500`), as ISO 8601, or as a spreadsheet program may have saved it
 * again: without its offset (then it is the shop's local time, as Shopify had written it), with the year last, or as a
 * number of days.
 */
export function readInstant(
  text: string,
  { timeZone, dateOrder }: { readonly timeZone: string; readonly dateOrder: DateOrder | null },
): Date | NoInstant {
  if (SERIAL.test(text))
    return onLocalClock(Number(text.replace(',', '.')) - SPREADSHEET_EPOCH_DAYS, timeZone);
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const [, year, month, day, ...time] = first;
    return toInstant([year, month, day], time, timeZone);
  }
  const [, leading = '', mark, second = '', year = '', ...time] = YEAR_LAST.exec(text) ?? [];
  if (mark === undefined) return 'no-time';
  const fullYear = year.length === 2 ? `20${year}` : year;
  const order = mark === '.' ? 'day-first' : (orderOf(leading, second) ?? dateOrder);
  if (order === null && leading !== second) return 'two-ways';
  return toInstant(
    order === 'month-first' ? [fullYear, leading, second] : [fullYear, second, leading],
    time,
    timeZone,
  );
}

/** How a column writes dates with the year last, where any of them tells; null where none does or they disagree. */
export function dateOrderOf(texts: readonly string[]): DateOrder | null {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    const [, leading = '', mark, second = ''] = YEAR_LAST.exec(text.trim()) ?? [];
    const order = mark === undefined ? null : orderOf(leading, second);
    if (order) orders.add(order);
  }
  const [order = null] = orders;
  return orders.size === 1 ? order : null;
}

function orderOf(leading: string, second: string): DateOrder | null {
  if (Number(leading) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : null;
}

function toInstant(
  date: readonly (string | undefined)[],
  time: readonly (string | undefined)[],
  timeZone: string,
): Date | NoInstant {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [hour, minute = '0', second = '0', half, zone] = time;
  const midnight = Date.UTC(year, month - 1, day);
  const isDay = new Date(midnight).getUTCMonth() === month - 1 && new Date(midnight).getUTCDate() === day;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour ?? 0);
  if (!isDay || year < EARLIEST_YEAR || hours > 23 || Number(minute) > 59 || Number(second) > 59)
    return 'no-time';
  const wallMs = midnight + ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return zone === undefined ? onLocalClock(wallMs / DAY_MS, timeZone) : new Date(wallMs - offsetMs(zone));
}

function offsetMs(zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** @param days since 1970-01-01 on the shop's clock, with their fraction */
function onLocalClock(days: number, timeZone: string): Date | NoInstant {
  const seconds = Math.round(days * 86_400);
  const day = Math.floor(seconds / 86_400);
  if (new Date(day * DAY_MS).getUTCFullYear() < EARLIEST_YEAR) return 'no-time';
  const at = instantOn(day, Math.floor((seconds % 86_400) / 60), timeZone);
  return new Date(at.getTime() + (seconds % 60) * 1000);
}

const LOCALE = 'en-GB';

const day = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const number = new Intl.NumberFormat(LOCALE);
const share = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** `2026-12-12` as `12 December 2026`. */
export function formatDay(iso: string): string {
  return day.format(new Date(`${iso}T00:00:00Z`));
}

const shortDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `2026-12-12` as `12 Dec`: for where the year goes without saying. */
export function formatShortDay(iso: string): string {
  return shortDay.format(new Date(`${iso}T00:00:00Z`));
}

/** An ISO instant on the shop's clock, as `20 Nov 2026, 14:05`. */
export function formatInstant(iso: string, timeZone: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(iso));
}

export function formatNumber(value: number): string {
  return number.format(value);
}

/** 0.125 as `12.5%`. */
export function formatShare(value: number): string {
  return share.format(value);
}

/** Ten-thousandths as `10%`. */
export function formatBasisPoints(value: number): string {
  return `${value / 100}%`;
}

/** `1 shopper`, `2 shoppers`. */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

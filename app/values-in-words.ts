/** The one way in which days, numbers, shares and money are written: pages, mails and files take it from here. */
import { currencyExponent } from './currency-exponent';

const DAY_MS = 86_400_000;
/** From so many whole units on, the smaller ones are noise in a figure. */
const WHOLE_FROM = 100;
/** English as it is written where a shop is; every other region gets the British way. */
const ENGLISH: readonly string[] = ['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'IN', 'ZA'];

export interface Values {
  /** `2026-12-12` as `12 December 2026`. */
  readonly day: (iso: string) => string;
  /** `2026-12-12` as `12 Dec`: for where the year goes without saying. */
  readonly shortDay: (iso: string) => string;
  readonly number: (value: number) => string;
  /** 0.1234 as `12.3%`; small shares keep two digits that count. */
  readonly share: (value: number) => string;
  /** `+12%`, `−3.5%` */
  readonly change: (value: number) => string;
  /** `1 shopper`, `2 shoppers` */
  readonly count: (value: number, singular: string, many?: string) => string;
}

/** @param way a locale that `Intl` knows, as `englishOf` and `formatLocale` (mail) give it */
export function valuesIn(way: string): Values {
  const dayOf = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(way, { ...options, timeZone: 'UTC' });
    return (iso: string) => format.format(new Date(`${iso}T00:00:00Z`));
  };
  const numbers = new Intl.NumberFormat(way);
  const shareWith = (digits: number) =>
    new Intl.NumberFormat(way, { style: 'percent', maximumFractionDigits: digits });
  const [whole, tenths, hundredths] = [shareWith(0), shareWith(1), shareWith(2)];
  const share = (value: number) => {
    const size = Math.abs(value);
    const format = size >= 0.995 ? whole : size >= 0.01 ? tenths : hundredths;
    return withMinus(format.format(value));
  };
  const number = (value: number) => withMinus(numbers.format(value));
  return {
    day: dayOf({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: dayOf({ day: 'numeric', month: 'short' }),
    number,
    share,
    change(value) {
      const written = Math.abs(value) < 0.1 ? share(value) : withMinus(whole.format(value));
      return value > 0 ? `+${written}` : written;
    },
    count: (value, singular, many = `${singular}s`) => `${number(value)} ${value === 1 ? singular : many}`,
  };
}

/** `7 December`, and `7 December 2027` from another year. Both are local days counted from 1970-01-01. */
export function dayInWords(way: string, on: number, todayOn: number): string {
  const year = yearOf(on) === yearOf(todayOn) ? undefined : 'numeric';
  const options = { day: 'numeric', month: 'long', year, timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(way, options).format(on * DAY_MS);
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** An ISO instant on the shop's clock, as `20 Nov 2026, 14:05`. */
export function instantOnClock(way: string, iso: string, timeZone: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(way, options).format(new Date(iso));
}

/**
 * Writes sums of a shop's own money, given in minor units: `£12.50`, and `£1,235` from a hundred on.
 * @param currency ISO 4217
 */
export function moneyIn(way: string, currency: string): (minor: number) => string {
  const write = amountsIn(way, currency, 'narrowSymbol');
  const inWhole = currencyFormat(way, currency, 'narrowSymbol', 0);
  return (minor) => {
    const amount = minor / 10 ** currencyExponent(currency);
    return withMinus(Math.abs(amount) >= WHOLE_FROM ? inWhole.format(amount) : write(amount));
  };
}

/**
 * Writes the price of a thing to whoever may pay it, nothing rounded away, the currency beyond doubt: `£7.50`, `US$7.50`.
 * @param amount decimal, as Shopify writes it
 */
export function priceIn(way: string, currency: string, amount: string): string {
  return amountsIn(way, currency, 'symbol')(Number(amount));
}

type Symbols = 'symbol' | 'narrowSymbol';

/**
 * As many digits as people write in that currency, and all that it has where they say something: forints, rupiahs and
 * Colombian pesos have hundredths (ISO 4217), which nobody writes (Unicode CLDR).
 */
function amountsIn(way: string, currency: string, symbols: Symbols): (amount: number) => string {
  const inFull = currencyExponent(currency);
  const asWritten = new Intl.NumberFormat(way, { style: 'currency', currency }).resolvedOptions();
  const usual = Math.min(inFull, asWritten.maximumFractionDigits ?? inFull);
  const usually = currencyFormat(way, currency, symbols, usual);
  const exactly = currencyFormat(way, currency, symbols, inFull);
  return (amount) => {
    const units = amount * 10 ** usual;
    return (Math.abs(units - Math.round(units)) < 1e-6 ? usually : exactly).format(amount);
  };
}

function currencyFormat(way: string, currency: string, currencyDisplay: Symbols, digits: number) {
  return new Intl.NumberFormat(way, {
    style: 'currency',
    currency,
    currencyDisplay,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function withMinus(written: string): string {
  return written.replace('-', '−');
}

/** How English is written where a shop is. @param locale as Shopify writes it (`de`, `en-CA`) */
export function englishOf(locale: string): string {
  try {
    const { region } = new Intl.Locale(locale).maximize();
    return region && ENGLISH.includes(region) ? `en-${region}` : 'en-GB';
  } catch {
    return 'en-GB';
  }
}

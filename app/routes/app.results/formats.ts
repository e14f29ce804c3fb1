import { currencyExponent } from '../../shops/parse-money';

/** English as it is written where the shop is; every other region gets the British way. */
const WAYS: readonly string[] = ['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'IN', 'ZA'];
/** From so many whole units on, cents are noise. */
const WHOLE_FROM = 100;

/** How figures and days are written on this page: words in English, money in the shop's currency. */
export interface Formats {
  /** `2026-12-12` as `12 December 2026`. */
  readonly day: (iso: string) => string;
  /** `2026-12-12` as `12 Dec`. */
  readonly shortDay: (iso: string) => string;
  readonly number: (value: number) => string;
  /** 0.1234 as `12.3%`; small shares keep two digits that count. */
  readonly share: (value: number) => string;
  /** `+12%`, `−3.5%` */
  readonly change: (value: number) => string;
  /** Minor units of the shop's currency. */
  readonly money: (minor: number) => string;
  /** `1 shopper`, `2 shoppers` */
  readonly count: (value: number, one: string, many?: string) => string;
}

/** @param locale of the shop, as Shopify writes it (`de`, `en-CA`) */
export function formatsFor({ locale, currency }: { locale: string; currency: string }): Formats {
  const way = writtenAs(locale);
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
    return format.format(value).replace('-', '−');
  };
  const exponent = currencyExponent(currency);
  const moneyWith = (digits: number) =>
    new Intl.NumberFormat(way, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const [inFull, inWhole] = [moneyWith(exponent), moneyWith(0)];
  const number = (value: number) => numbers.format(value).replace('-', '−');

  return {
    day: dayOf({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: dayOf({ day: 'numeric', month: 'short' }),
    number,
    share,
    change(value) {
      const written = Math.abs(value) < 0.1 ? share(value) : whole.format(value).replace('-', '−');
      return value > 0 ? `+${written}` : written;
    },
    money(minor) {
      const major = minor / 10 ** exponent;
      return (Math.abs(major) >= WHOLE_FROM ? inWhole : inFull).format(major).replace('-', '−');
    },
    count: (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`,
  };
}

function writtenAs(locale: string): string {
  try {
    const { region } = new Intl.Locale(locale).maximize();
    return region && WAYS.includes(region) ? `en-${region}` : 'en-GB';
  } catch {
    return 'en-GB';
  }
}

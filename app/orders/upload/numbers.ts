import { parseId } from '../../shopify/gid';
import { currencyExponent } from '../../currency-exponent';
import { parseMoney } from '../../shops/parse-money';

/** More than anybody can have bought: a column has slipped. */
const MAX_QUANTITY = 1_000_000;

/** Why a text is no number that can be used: none at all, rounded by a spreadsheet program, or one of two numbers. */
export type NoNumber = 'no-number' | 'rounded' | 'two-ways';

/** What a spreadsheet program writes for long numbers: 5.00123E+12 */
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i;

/** An order's id, also as a spreadsheet program may have saved it again: `5001234567890.0`, `5,001,234,567,890`. */
export function readOrderId(text: string): bigint | NoNumber {
  const scientific = SCIENTIFIC.exec(text);
  if (scientific) {
    const [, first = '', rest = '', exponent = ''] = scientific;
    // Fifteen digits are all that such a program holds; with fewer behind the point than it says, digits are gone.
    return rest.length === Number(exponent) ? (parseId(first + rest) ?? 'no-number') : 'rounded';
  }
  const whole = text.replace(/^#/, '').replace(/[.,]0{1,2}$/, '');
  const digits = /^\d{1,3}([.,'’\s]\d{3})+$/.test(whole) ? whole.replace(/\D/g, '') : whole;
  return parseId(digits) ?? 'no-number';
}

/** A number of items. */
export function readQuantity(text: string): number | NoNumber {
  const whole = text.replace(/[.,]0{1,2}$/, '');
  const digits = /^\d{1,3}([,'’\s]\d{3})+$/.test(whole) ? whole.replace(/\D/g, '') : whole;
  if (/^\d{1,3}(\.\d{3})+$/.test(digits)) return 'two-ways';
  return /^\d+$/.test(digits) && Number(digits) <= MAX_QUANTITY ? Number(digits) : 'no-number';
}

/**
 * An amount in minor units: `1234.50` as Shopify writes it, or as a spreadsheet program may have saved it again, with a
 * decimal comma, separated thousands or the sign of its currency.
 * @param currency decides how many digits stand behind the point, and so what `1.234` is
 */
export function readAmount(text: string, currency: string): number | NoNumber {
  const bare = text
    .replace(/^(-?)\s*(?:\p{Sc}|[A-Z]{2,3}\b|kr\.?|zł)\s*/u, '$1')
    .replace(/(?:\p{Sc}|\b[A-Z]{3}|kr\.?|zł)$/u, '')
    .trimEnd();
  const decimal = toDecimal(bare.replace(/^\((.+)\)$/, '-$1'), currencyExponent(currency));
  if (typeof decimal === 'string') return decimal;
  try {
    return parseMoney(decimal.digits, currency);
  } catch {
    return 'no-number';
  }
}

/** @returns the number with a point and nothing else in it */
function toDecimal(text: string, exponent: number): { readonly digits: string } | NoNumber {
  const parts = /^(-?)([1-9]\d{0,2}(?:([.,'’\s])\d{3})+|\d+)(?:([.,])(\d+))?$/u.exec(text);
  if (!parts) return 'no-number';
  const [, sign = '', whole = '', thousands, point, fraction = ''] = parts;
  const isOneKind = new Set(whole.replace(/\d/g, '')).size <= 1;
  if (!isOneKind || (thousands !== undefined && thousands === point)) return 'no-number';
  const plain = whole.replace(/\D/g, '');
  // What looks like separated thousands alone may be digits behind a point or comma.
  const isOnlyOnce = /^\D*[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (!isOnlyOnce) return { digits: `${sign}${plain}${fraction === '' ? '' : `.${fraction}`}` };
  const mark = thousands ?? point ?? '';
  if (exponent === 3) return mark === '.' ? { digits: text } : 'two-ways';
  if (exponent === 0 || mark === ',') return { digits: `${sign}${text.replace(/\D/g, '')}` };
  return 'two-ways';
}

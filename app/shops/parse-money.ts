import { currencyExponent } from '../currency-exponent';

/**
 * A decimal string such as `"12.50"` as integer minor units (1250), without passing through a float. Digits beyond the
 * currency's own are rounded half away from zero.
 * @throws Error when the text is no decimal number or beyond 2^53 minor units.
 */
export function parseMoney(amount: string, currency: string): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) throw new Error(`"${amount.slice(0, 40)}" is no amount of money`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = currencyExponent(currency);
  const digits = `${whole}${fraction.padEnd(exponent, '0').slice(0, exponent)}`;
  const isRoundedUp = (fraction[exponent] ?? '0') >= '5';
  const minor = Number(digits) + (isRoundedUp ? 1 : 0);
  if (!Number.isSafeInteger(minor)) throw new Error('An amount of money is too large');
  return sign === '-' && minor !== 0 ? -minor : minor;
}

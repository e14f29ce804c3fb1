/** Currencies without a smaller unit, and those with a thousandth (ISO 4217); all others have a hundredth. */
const WHOLE = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THOUSANDTHS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** Digits after the point in amounts of a currency. */
export function currencyExponent(currency: string): number {
  if (WHOLE.has(currency)) return 0;
  return THOUSANDTHS.has(currency) ? 3 : 2;
}

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

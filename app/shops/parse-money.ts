/** Digits after the point where they are not two (ISO 4217). */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** Digits after the point in amounts of a currency. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2;
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

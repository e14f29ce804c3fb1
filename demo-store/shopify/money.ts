/** An amount as Shopify writes it: "12.50", or "1250" for a currency without decimals. */
export function decimal(minor: number, currency: string): string {
  const digits = fractionDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** The smallest units in an amount as Shopify writes or takes it. */
export function minorOf(amount: string, currency: string): number {
  return Math.round(Number(amount) * 10 ** fractionDigits(currency));
}

const known = new Map<string, number>();

function fractionDigits(currency: string): number {
  let digits = known.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    known.set(currency, digits);
  }
  return digits;
}

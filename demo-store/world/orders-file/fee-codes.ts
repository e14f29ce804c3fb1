/** Codes that stand for postage, fees, discounts and bookkeeping in the files of the UCI retailer. No products. */
const FEE_CODES: ReadonlySet<string> = new Set([
  'POST',
  'DOT',
  'C2',
  'C3',
  'M',
  'D',
  'S',
  'B',
  'PADS',
  'BANK CHARGES',
  'AMAZONFEE',
  'CRUK',
  'ADJUST',
  'ADJUST2',
  'TEST001',
  'TEST002',
]);

export function isFeeCode(code: string): boolean {
  return FEE_CODES.has(code);
}

/** Gift vouchers are products, but nothing that is shipped or used up. */
export function isVoucherCode(code: string): boolean {
  return code.startsWith('GIFT_');
}

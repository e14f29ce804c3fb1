import { createHmac } from 'node:crypto';

/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 10;

/**
 * The code that belongs to one email: always the same for its ledger key, so that a repeat finds the discount it made before,
 * and nobody guesses another's.
 */
export function discountCode(secret: string, shopId: number, businessKey: string): string {
  const hash = createHmac('sha256', secret).update(`discount:${shopId}:${businessKey}`).digest();
  return Array.from(hash.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

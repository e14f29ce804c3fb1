import { keyedHash } from '../../shops/keyed-hash';

/**
 * An address as suppressions, caps and stops know it. Case and surrounding spaces do not make another address.
 * @param secret the app's secret; with another one every earlier suppression would be forgotten.
 */
export function hashAddress(secret: string, shopId: number, email: string): string {
  return keyedHash(secret, shopId, 'address', email);
}

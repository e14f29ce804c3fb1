import { createHmac } from 'node:crypto';

/**
 * An address as suppressions, caps and stops know it: a keyed hash that cannot be turned back by trying addresses without
 * the key. Case and surrounding spaces do not make another address.
 * @param secret the app's secret; with another one every earlier suppression would be forgotten.
 */
export function hashAddress(secret: string, shopId: number, email: string): string {
  return createHmac('sha256', secret)
    .update(`address:${shopId}:${email.trim().toLowerCase()}`)
    .digest('base64url');
}

import { createHmac } from 'node:crypto';

/** What a keyed hash may stand for. The kind is part of it, so that equal numbers of different kinds differ. */
export type HashedKind = 'address' | 'phone' | 'customer' | 'order' | 'browser' | 'checkout';

/**
 * HMAC-SHA256 with the app's secret, as 43 characters of base64url: recognises somebody again without holding them.
 * Bound to one shop, so that hashes of two shops cannot be joined. Mail addresses count without case and outer blanks, telephone
 * numbers in E.164 form.
 */
export function keyedHash(secret: string, shopId: number, kind: HashedKind, value: string): string {
  const counted = kind === 'address' ? value.trim().toLowerCase() : value;
  return createHmac('sha256', secret).update(`${kind}:${shopId}:${counted}`).digest('base64url');
}

import { z } from 'zod';

const MAX_ID = 2n ** 63n - 1n;

/** An id as a decimal string or number text; null when it is none that a 64-bit column can hold. */
export function parseId(text: string): bigint | null {
  if (!/^\d{1,19}$/.test(text)) return null;
  const id = BigInt(text);
  return id > 0n && id <= MAX_ID ? id : null;
}

/** `gid://shopify/Order/1001` (or the bare `1001`) as its id; null when it is none. */
export function parseGid(gid: string): bigint | null {
  return parseId(/^gid:\/\/shopify\/\w+\/(\d+)(?:\?.*)?$/.exec(gid)?.[1] ?? gid);
}

export function toGid(type: 'Order' | 'Product' | 'ProductVariant' | 'Customer', id: bigint): string {
  return `gid://shopify/${type}/${id}`;
}

/** A global id in an answer, as the 64-bit id. */
export const gidSchema = z.string().transform((gid, context) => {
  const id = parseGid(gid);
  if (id !== null) return id;
  context.addIssue({ code: 'custom', message: 'is no Shopify id' });
  return z.NEVER;
});

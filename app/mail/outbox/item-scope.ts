/** An item that an address wants no mail about, as a scope of silence beside the kinds of mail. */
export type ItemScope = `item:${string}`;

export function itemScope(productId: bigint): ItemScope {
  return `item:${productId}`;
}

/** The product of such a scope; null for a kind of mail. */
export function productOfScope(scope: string): bigint | null {
  const [, id] = /^item:(\d+)$/.exec(scope) ?? [];
  return id === undefined ? null : BigInt(id);
}

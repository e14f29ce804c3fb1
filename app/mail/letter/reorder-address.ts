interface Reorder {
  readonly handle: string;
  readonly variantId: bigint | null;
  readonly quantity: number;
  readonly requiresSellingPlan: boolean;
}

/** Where a mail's button leads: the filled cart, or the product's page when a selling plan must be chosen first. */
export function reorderAddress(shopDomain: string, item: Reorder): string {
  const { handle, variantId, quantity } = item;
  return item.requiresSellingPlan
    ? `https://${shopDomain}/products/${encodeURIComponent(handle)}?variant=${variantId}`
    : `https://${shopDomain}/cart/${variantId}:${quantity}?storefront=true`;
}

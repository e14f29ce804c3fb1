import type { LetterItem } from '../kinds';

/** The page of a product, on which `variantId` is chosen. */
export function productAddress(shopDomain: string, handle: string, variantId: bigint | null): string {
  const page = `https://${shopDomain}/products/${encodeURIComponent(handle)}`;
  return variantId === null ? page : `${page}?variant=${variantId}`;
}

/**
 * Where a mail's button leads: the cart filled with what can be put into it, with the discount applied; the page of the
 * first item where a selling plan must be chosen for each of them; the shop, the discount kept, when there is no item.
 */
export function reorderAddress(
  shopDomain: string,
  items: readonly Pick<LetterItem, 'variantId' | 'quantity' | 'requiresSellingPlan' | 'page'>[],
  discountCode?: string,
): string {
  const [first] = items;
  if (!first) return shopAddress(shopDomain, discountCode);
  const lines = items
    .filter((item) => !item.requiresSellingPlan && item.variantId !== null)
    .map((item) => `${item.variantId}:${item.quantity}`);
  if (lines.length === 0) return first.page;
  const discount = discountCode === undefined ? '' : `&discount=${encodeURIComponent(discountCode)}`;
  return `https://${shopDomain}/cart/${lines.join(',')}?storefront=true${discount}`;
}

/** The shop's front page, with the discount kept for the visit's cart, if there is one (Shopify's discount link). */
function shopAddress(shopDomain: string, discountCode: string | undefined): string {
  return discountCode === undefined
    ? `https://${shopDomain}/`
    : `https://${shopDomain}/discount/${encodeURIComponent(discountCode)}?redirect=%2F`;
}

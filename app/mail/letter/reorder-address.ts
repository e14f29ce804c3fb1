import type { LetterItem, MailSubject } from '../kinds';

/** A page of the shop; with a code, by way of the one that applies it to whatever is bought then. */
function pageAddress(shopDomain: string, path: string, discountCode?: string): string {
  return discountCode === undefined
    ? `https://${shopDomain}${path}`
    : `https://${shopDomain}/discount/${encodeURIComponent(discountCode)}?redirect=${encodeURIComponent(path)}`;
}

/** The page of a product, on which `variantId` is chosen. */
export function productAddress(
  shopDomain: string,
  product: { readonly handle: string; readonly variantId: bigint | null },
  discountCode?: string,
): string {
  const page = `/products/${encodeURIComponent(product.handle)}`;
  const path = product.variantId === null ? page : `${page}?variant=${product.variantId}`;
  return pageAddress(shopDomain, path, discountCode);
}

/**
 * Where a mail's button leads. What was bought: the cart filled with what can be put into it, or the page of the first item
 * where a selling plan must be chosen for each of them. What is only suggested, or no item: the shop.
 */
export function reorderAddress(
  shopDomain: string,
  items: readonly Pick<LetterItem, 'variantId' | 'quantity' | 'requiresSellingPlan' | 'page'>[],
  { about, discountCode }: Pick<MailSubject, 'about' | 'discountCode'>,
): string {
  const [first] = items;
  if (about !== 'bought' || !first) return pageAddress(shopDomain, '/', discountCode);
  const lines = items
    .filter((item) => !item.requiresSellingPlan && item.variantId !== null)
    .map((item) => `${item.variantId}:${item.quantity}`);
  return lines.length === 0 ? first.page : `https://${shopDomain}/cart/${lines.join(',')}?storefront=true`;
}

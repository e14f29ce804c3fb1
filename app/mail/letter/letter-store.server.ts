import type { Reader } from '../../ports';
import type { LetterItem, MailItem } from '../kinds';

/** What Shopify calls the variant of a product that has no others. */
export const ONLY_VARIANT = 'Default Title';

/** An item as the shop's catalogue names it, without what is asked outside. */
export type NamedItem = Omit<LetterItem, 'price' | 'requiresSellingPlan' | 'page'> & {
  readonly handle: string;
};

/** How the shop's catalogue names the items of a mail; null in the place of one that is not (or no longer) mirrored. */
export async function loadLetterItems(
  db: Reader,
  shopId: number,
  items: readonly MailItem[],
): Promise<readonly (NamedItem | null)[]> {
  if (items.length === 0) return [];
  const productIds = items.map((item) => item.productId);
  const variantIds = items.flatMap((item) => item.variantId ?? []);
  const [products, variants] = await Promise.all([
    db.prisma.product.findMany({ where: { shopId, productId: { in: productIds }, deletedAt: null } }),
    db.prisma.variant.findMany({ where: { shopId, variantId: { in: variantIds } } }),
  ]);
  return items.map((item) => {
    const product = products.find((known) => known.productId === item.productId);
    const variant = variants.find((known) => known.variantId === item.variantId);
    if (!product || variant?.productId !== product.productId) return null;
    const { productId, variantId, quantity } = item;
    return {
      ...{ productId, variantId, quantity },
      handle: product.handle,
      productTitle: product.title,
      variantTitle: variant.title === ONLY_VARIANT ? null : variant.title,
      imageUrl: product.imageUrl,
      isSensitive: product.isSensitive,
    };
  });
}

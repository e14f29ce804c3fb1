import type { Tx } from '../../ports';
import type { LetterItem, MailSubject } from '../kinds';

const ONLY_VARIANT = 'Default Title';

/** How the shop's catalogue names the item of a mail; null when the product is not (or no longer) mirrored. */
export async function loadLetterItem(
  tx: Tx,
  shopId: number,
  { productId, variantId }: Pick<MailSubject, 'productId' | 'variantId'>,
): Promise<(Omit<LetterItem, 'price' | 'requiresSellingPlan'> & { readonly handle: string }) | null> {
  const product = await tx.prisma.product.findUnique({ where: { shopId_productId: { shopId, productId } } });
  if (!product || product.deletedAt || variantId === null) return null;
  const variant = await tx.prisma.variant.findUnique({ where: { shopId_variantId: { shopId, variantId } } });
  if (!variant || variant.productId !== productId) return null;
  return {
    handle: product.handle,
    productTitle: product.title,
    variantTitle: variant.title === ONLY_VARIANT ? null : variant.title,
    imageUrl: product.imageUrl,
    isSensitive: product.isSensitive,
  };
}

import type { Reader } from '../ports';

/** A product of the shop, to show what a tactic would show. */
export interface PreviewItem {
  readonly title: string;
  readonly imageUrl: string | null;
  /** In the shop's currency. */
  readonly priceMinor: number;
  readonly isSensitive: boolean;
  readonly requiresSellingPlan: boolean;
}

const LOOKED_AT = 40;

/** Consumables that can be bought now, those with most repeat buyers first. */
export async function previewItems(
  reader: Reader,
  shopId: number,
  limit: number,
): Promise<readonly PreviewItem[]> {
  const rhythms = await reader.productRhythm.findMany({
    where: { shopId },
    orderBy: [{ repeatBuyers: 'desc' }, { productId: 'asc' }],
    select: { productId: true },
    take: LOOKED_AT,
  });
  const ids = rhythms.map((row) => row.productId);
  const where = { shopId, productId: { in: ids } };
  const [products, variants] = await Promise.all([
    reader.product.findMany({ where: { ...where, isLive: true, isAvailable: true, deletedAt: null } }),
    reader.variant.findMany({ where: { ...where, isAvailable: true }, orderBy: { priceMinor: 'asc' } }),
  ]);
  const product = new Map(products.map((row) => [row.productId, row]));
  return ids
    .flatMap((id) => {
      const about = product.get(id);
      const cheapest = variants.find((variant) => variant.productId === id);
      if (!about || !cheapest) return [];
      const { title, imageUrl, isSensitive, requiresSellingPlan } = about;
      const { priceMinor } = cheapest;
      return [{ title, imageUrl, isSensitive, requiresSellingPlan, priceMinor }];
    })
    .slice(0, limit);
}

import { mayBeShown, type Place } from '../catalogue/may-be-shown';
import type { Reader } from '../ports';
import { usualWeeks } from '../refills/forecasts/usual-weeks';

/** A product of the shop, to show what a tactic would show. */
export interface PreviewItem {
  readonly title: string;
  readonly imageUrl: string | null;
  /** In the shop's currency. */
  readonly priceMinor: number;
  readonly isSensitive: boolean;
  readonly requiresSellingPlan: boolean;
  /** After how many weeks it is often bought again; null when too few people say so. */
  readonly usualWeeks: number | null;
}

const LOOKED_AT = 40;

/** Consumables that can be bought now, those with most repeat buyers first. */
export async function previewItems(
  reader: Reader,
  shopId: number,
  { limit, place }: { readonly limit: number; readonly place: Place },
): Promise<readonly PreviewItem[]> {
  const rhythms = await reader.prisma.productRhythm.findMany({
    where: { shopId },
    orderBy: [{ repeatBuyers: 'desc' }, { productId: 'asc' }],
    select: { productId: true, repeatBuyers: true, logMean: true },
    take: LOOKED_AT,
  });
  const ids = rhythms.map((row) => row.productId);
  const where = { shopId, productId: { in: ids } };
  const [products, variants] = await Promise.all([
    reader.prisma.product.findMany({ where }),
    reader.prisma.variant.findMany({
      where: { ...where, isAvailable: true },
      orderBy: { priceMinor: 'asc' },
    }),
  ]);
  const shown = products.filter((product) => mayBeShown(product, place));
  const product = new Map(shown.map((row) => [row.productId, row]));
  return rhythms
    .flatMap(({ productId, repeatBuyers, logMean }) => {
      const about = product.get(productId);
      const cheapest = variants.find((variant) => variant.productId === productId);
      if (!about || !cheapest) return [];
      const { title, imageUrl, isSensitive, requiresSellingPlan } = about;
      const { priceMinor } = cheapest;
      const weeks = usualWeeks(repeatBuyers, logMean);
      return [{ title, imageUrl, isSensitive, requiresSellingPlan, priceMinor, usualWeeks: weeks }];
    })
    .slice(0, limit);
}

import type { ProductAnswer, VariantAnswer } from '../shopify/answers';
import { parseMoney } from '../shops/parse-money';
import { plainCategoryId } from './kinds/category-kinds';
import { fromMeasurement, readPackSize, SIZE_READER } from './pack-size';
import { plainTitle } from './plain-letters';
import { isSafeHandle } from './safe-handle';
import { isSensitive } from './sensitive-goods';

export interface ProductRow {
  readonly shopId: number;
  readonly productId: bigint;
  readonly handle: string;
  readonly title: string;
  readonly plainTitle: string;
  readonly productType: string;
  readonly vendor: string;
  readonly tags: string[];
  readonly categoryId: string | null;
  readonly categoryName: string | null;
  readonly imageUrl: string | null;
  readonly isLive: boolean;
  readonly isAvailable: boolean;
  readonly isGiftCard: boolean;
  readonly requiresShipping: boolean;
  readonly hasSubscriptionOffer: boolean;
  readonly requiresSellingPlan: boolean;
  readonly isSensitive: boolean;
  readonly shopifyUpdatedAt: Date;
  readonly sizesReadBy: number;
}

export interface VariantRow {
  readonly shopId: number;
  readonly variantId: bigint;
  readonly productId: bigint;
  readonly title: string;
  readonly sku: string | null;
  readonly priceMinor: number;
  readonly isAvailable: boolean;
  readonly packAmount: number | null;
  readonly packUnit: string | null;
  readonly isPackOwn: boolean;
}

export interface MappedProduct {
  readonly product: ProductRow;
  readonly variants: readonly VariantRow[];
}

/**
 * A product of Shopify's as Larder mirrors it. `isLive`: it stands in the online store under a handle that may enter
 * Liquid. The category's id is kept as the taxonomy writes it (`ap-2-2-1`).
 */
export function toProduct(
  answer: ProductAnswer,
  shop: { readonly id: number; readonly currency: string },
): MappedProduct {
  const variants = answer.variants.nodes;
  const categoryName = answer.category?.fullName ?? null;
  const categoryId = answer.category ? categoryIdOf(answer.category.id) : null;
  return {
    product: {
      shopId: shop.id,
      productId: answer.id,
      handle: answer.handle,
      title: answer.title,
      plainTitle: plainTitle(answer.title),
      productType: answer.productType,
      vendor: answer.vendor,
      tags: answer.tags,
      categoryId,
      categoryName,
      imageUrl: answer.featuredMedia?.preview?.image?.url ?? null,
      isLive: isPublished(answer) && isSafeHandle(answer.handle),
      isAvailable: variants.some((variant) => variant.availableForSale),
      isGiftCard: answer.isGiftCard,
      requiresShipping: variants.some((variant) => variant.inventoryItem?.requiresShipping ?? true),
      hasSubscriptionOffer: (answer.sellingPlanGroupsCount?.count ?? 0) > 0,
      requiresSellingPlan: answer.requiresSellingPlan,
      isSensitive: isSensitive({ ...answer, categoryId, categoryName }),
      shopifyUpdatedAt: answer.updatedAt,
      sizesReadBy: SIZE_READER,
    },
    variants: variants.map((variant) => toVariant(variant, answer, shop)),
  };
}

const categoryIdOf = (gid: string) =>
  plainCategoryId(gid.trim().replace(/^gid:\/\/shopify\/TaxonomyCategory\//i, '')) || null;

/** Whether the online store has a page for it. */
export function isPublished(answer: Pick<ProductAnswer, 'status' | 'onlineStoreUrl'>): boolean {
  return answer.status === 'ACTIVE' && answer.onlineStoreUrl !== null;
}

function toVariant(
  variant: VariantAnswer,
  product: ProductAnswer,
  shop: { readonly id: number; readonly currency: string },
): VariantRow {
  // Shopify's unit price measurement where the merchant filled it in, else what the titles say.
  const measured = variant.unitPriceMeasurement;
  const own = measured && fromMeasurement(measured.quantityValue, measured.quantityUnit);
  const pack = own ?? readPackSize([variant.title, product.title]);
  return {
    shopId: shop.id,
    variantId: variant.id,
    productId: product.id,
    title: variant.title,
    sku: variant.sku,
    priceMinor: parseMoney(variant.price, shop.currency),
    isAvailable: variant.availableForSale,
    packAmount: pack?.amount ?? null,
    packUnit: pack?.unit ?? null,
    isPackOwn: own !== null,
  };
}

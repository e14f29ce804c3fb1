import type { Product } from '../../../world/types';
import { isoSeconds, isoSecondsOrNull } from '../../instants';
import { compareIds, connect, inGivenOrder } from '../connect';
import { gid } from '../gid';
import type { Fields } from '../request-context';
import { metafieldsOf } from './metafield-fields';
import type { VariantRow } from '../sorted-lists';

export const ProductFields: Fields<Product> = {
  ...metafieldsOf((product: Product) => gid('Product', product.id)),
  id: (product) => gid('Product', product.id),
  legacyResourceId: (product) => product.id,
  handle: (product) => product.handle,
  title: (product) => product.title,
  description: (product) => product.description,
  descriptionHtml: (product) => `<p>${product.description}</p>`,
  status: (product) => product.status,
  productType: (product) => product.productType,
  vendor: (product) => product.vendor,
  tags: (product) => [...product.tags].sort(),
  category: (product) => product.category,
  isGiftCard: (product) => product.isGiftCard,
  createdAt: (product) => isoSeconds(product.createdAt),
  updatedAt: (product) => isoSeconds(product.updatedAt),
  publishedAt: (product) => isoSecondsOrNull(product.publishedAt),
  featuredMedia: (product) => ({ __typename: 'MediaImage', product }),
  featuredImage: (product) => product,
  media: (product, args) =>
    connect(
      inGivenOrder([{ __typename: 'MediaImage', product }], () => product.id),
      args,
    ),
  images: (product, args) =>
    connect(
      inGivenOrder([product], () => product.id),
      args,
    ),
  onlineStoreUrl: (product, _args, { world }) =>
    product.status === 'ACTIVE' && product.publishedAt !== null
      ? `https://${world.shop.domain}/products/${product.handle}`
      : null,
  totalInventory: (product) => product.variants.reduce((sum, variant) => sum + variant.stock, 0),
  tracksInventory: () => true,
  hasOnlyDefaultVariant: (product) =>
    product.variants.length === 1 && product.variants[0]?.title === 'Default Title',
  hasOutOfStockVariants: (product) => product.variants.some((variant) => variant.stock <= 0),
  hasVariantsThatRequiresComponents: () => false,
  requiresSellingPlan: (product) => product.requiresSellingPlan ?? false,
  sellingPlanGroupsCount: (product) => exactly(product.hasSubscriptionOffer ? 1 : 0),
  variantsCount: (product) => exactly(product.variants.length),
  priceRangeV2: (product) => product,
  variants: (product, args) => connect(variantList(product, args.sortKey), args),
};

function variantList(product: Product, sortKey: unknown) {
  const rows = product.variants.map((variant): VariantRow => ({ product, variant }));
  if (sortKey === 'ID') rows.sort((a, b) => compareIds(a.variant.id, b.variant.id));
  else if (sortKey !== 'POSITION')
    throw new Error(`The demo store cannot sort variants by ${String(sortKey)} yet.`);
  return inGivenOrder(rows, (row) => row.variant.id);
}

export const ProductPriceRangeV2: Fields<Product> = {
  minVariantPrice: (product, _args, { world }) => priceAt(product, world.shop.currency, Math.min),
  maxVariantPrice: (product, _args, { world }) => priceAt(product, world.shop.currency, Math.max),
};

function priceAt(product: Product, currency: string, pick: (...prices: number[]) => number) {
  return { minor: pick(...product.variants.map((variant) => variant.priceMinor)), currency };
}

export const MediaImage: Fields<{ product: Product }> = {
  id: ({ product }) => gid('MediaImage', product.id),
  alt: ({ product }) => product.title,
  mediaContentType: () => 'IMAGE',
  status: () => 'READY',
  image: ({ product }) => product,
  preview: ({ product }) => product,
};

export const MediaPreviewImage: Fields<Product> = {
  image: (product) => product,
  status: () => 'READY',
};

/** The picture's address is the storefront's, so that a browser can show it on this machine. */
export const ImageFields: Fields<Product> = {
  id: (product) => gid('ProductImage', product.id),
  url: (product, _args, { config }) => `${config.urls.storefront}${product.imagePath}`,
  altText: (product) => product.title,
  width: () => null,
  height: () => null,
};

export const TaxonomyCategory: Fields<NonNullable<Product['category']>> = {
  id: ({ id }) => (id.startsWith('gid:') ? id : gid('TaxonomyCategory', id)),
  fullName: ({ fullName }) => fullName,
  name: ({ fullName }) => fullName.split(' > ').at(-1),
  level: ({ fullName }) => fullName.split(' > ').length,
  isRoot: ({ fullName }) => !fullName.includes(' > '),
  isArchived: () => false,
};

interface CountSource {
  readonly count: number;
  readonly precision: 'EXACT' | 'AT_LEAST';
}

export const Count: Fields<CountSource> = {
  count: ({ count }) => count,
  precision: ({ precision }) => precision,
};

export function exactly(count: number): CountSource {
  return { count, precision: 'EXACT' };
}

/** A count that stops at the limit, unless the limit is null. */
export function upTo(limit: unknown, count: number): CountSource {
  return typeof limit === 'number' && count > limit
    ? { count: limit, precision: 'AT_LEAST' }
    : exactly(count);
}

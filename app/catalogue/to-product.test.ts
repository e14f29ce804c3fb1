import { expect, it } from 'vitest';
import { productAnswer } from '../shopify/answers';
import { SIZE_READER } from './pack-size';
import { toProduct } from './to-product';

const SHOP = { id: 1, currency: 'GBP' };

const variant = (change: object = {}) => ({
  id: 'gid://shopify/ProductVariant/9007199254740993003',
  title: '250 g',
  sku: 'HB-250',
  price: '7.50',
  availableForSale: true,
  unitPriceMeasurement: null,
  inventoryItem: { requiresShipping: true },
  ...change,
});

const product = (change: object = {}, variants: object[] = [variant()]) =>
  toProduct(
    productAnswer.parse({
      id: 'gid://shopify/Product/9007199254740993002',
      handle: 'house-blend',
      title: 'House Blend',
      productType: 'Coffee',
      vendor: 'Juniper',
      tags: ['coffee'],
      status: 'ACTIVE',
      updatedAt: '2026-11-20T10:00:00Z',
      onlineStoreUrl: 'https://corner.myshopify.com/products/house-blend',
      isGiftCard: false,
      category: { id: 'gid://shopify/TaxonomyCategory/fb-1-3', fullName: 'Food > Beverages > Coffee' },
      featuredMedia: { preview: { image: { url: 'https://cdn.example.test/a.png' } } },
      requiresSellingPlan: false,
      sellingPlanGroupsCount: { count: 1 },
      variants: { nodes: variants, pageInfo: { hasNextPage: false, endCursor: null } },
      ...change,
    }),
    SHOP,
  );

it('mirrors a product and its variants', () => {
  expect(product()).toMatchObject({
    product: {
      productId: 9007199254740993002n,
      categoryId: 'fb-1-3',
      imageUrl: 'https://cdn.example.test/a.png',
      isLive: true,
      isAvailable: true,
      requiresShipping: true,
      hasSubscriptionOffer: true,
      requiresSellingPlan: false,
      isSensitive: false,
    },
    variants: [{ variantId: 9007199254740993003n, priceMinor: 750, packAmount: 250, packUnit: 'g' }],
  });
});

it.each([
  ['a draft', { status: 'DRAFT', onlineStoreUrl: null }],
  ['a product that is not in the online store', { onlineStoreUrl: null }],
  ['a handle that may not enter Liquid', { handle: "x' }}" }],
])('does not call %s live', (_what, change) => {
  expect(product(change).product.isLive).toBe(false);
});

it('knows what is sold by subscription only', () => {
  expect(product({ requiresSellingPlan: true }).product.requiresSellingPlan).toBe(true);
});

it('is available while one variant is, and ships unless nothing of it does', () => {
  const sold = { availableForSale: false, inventoryItem: { requiresShipping: false } };
  expect(product({}, [variant(sold), variant()]).product).toMatchObject({
    isAvailable: true,
    requiresShipping: true,
  });
  expect(product({}, [variant(sold)]).product).toMatchObject({ isAvailable: false, requiresShipping: false });
  expect(product({}, []).product).toMatchObject({ isAvailable: false });
});

it("prefers Shopify's measurement to the title", () => {
  const measured = { unitPriceMeasurement: { quantityValue: 0.24, quantityUnit: 'KG' } };
  expect(product({}, [variant(measured)]).variants).toMatchObject([
    { packAmount: 240, packUnit: 'g', isPackOwn: true },
  ]);
  expect(
    product({ title: 'Vitamin D, 90 capsules' }, [variant({ title: 'Default Title' })]).variants,
  ).toMatchObject([{ packAmount: 90, packUnit: 'items', isPackOwn: false }]);
});

it.each([
  ['of a length', { quantityValue: 3, quantityUnit: 'M' }],
  ['of more than a pallet', { quantityValue: 1e300, quantityUnit: 'G' }],
])('reads the title beside a measurement %s', (_what, unitPriceMeasurement) => {
  expect(product({}, [variant({ unitPriceMeasurement })]).variants).toMatchObject([
    { packAmount: 250, packUnit: 'g', isPackOwn: false },
  ]);
});

it('says which reader read its sizes', () => {
  expect(product().product.sizesReadBy).toBe(SIZE_READER);
});

it('takes a product without category, picture, stock item or offers', () => {
  const bare = { category: null, featuredMedia: null, sellingPlanGroupsCount: null };
  expect(product(bare, [variant({ inventoryItem: null, sku: null })]).product).toMatchObject({
    categoryId: null,
    imageUrl: null,
    hasSubscriptionOffer: false,
  });
});

it.each([
  ['gid://shopify/TaxonomyCategory/FB-1-3 ', 'fb-1-3'],
  [' gid://shopify/taxonomycategory/fb-1-3', 'fb-1-3'],
  ['gid://shopify/TaxonomyCategory/', null],
])('keeps the category id %j as the taxonomy writes it', (id, categoryId) => {
  expect(product({ category: { id, fullName: 'Coffee' } }).product).toMatchObject({ categoryId });
});

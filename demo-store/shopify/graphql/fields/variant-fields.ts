import { decimal } from '../../money';
import { isoSeconds } from '../../instants';
import { gid } from '../gid';
import type { Fields } from '../request-context';
import type { VariantRow } from '../sorted-lists';
import { exactly } from './product-fields';
import { metafieldsOf } from './metafield-fields';
import type { Variant } from '../../../world/types';

export const ProductVariantFields: Fields<VariantRow> = {
  ...metafieldsOf(({ variant }: VariantRow) => gid('ProductVariant', variant.id)),
  id: ({ variant }) => gid('ProductVariant', variant.id),
  legacyResourceId: ({ variant }) => variant.id,
  title: ({ variant }) => variant.title,
  displayName: ({ product, variant }) => `${product.title} - ${variant.title}`,
  sku: ({ variant }) => variant.sku,
  barcode: () => null,
  position: ({ product, variant }) => product.variants.indexOf(variant) + 1,
  price: ({ variant }, _args, { world }) => decimal(variant.priceMinor, world.shop.currency),
  compareAtPrice: ({ variant }, _args, { world }) =>
    variant.compareAtMinor === null ? null : decimal(variant.compareAtMinor, world.shop.currency),
  inventoryQuantity: ({ variant }) => variant.stock,
  sellableOnlineQuantity: ({ variant }) => variant.stock,
  inventoryPolicy: () => 'DENY',
  availableForSale: ({ product, variant }) => product.status === 'ACTIVE' && variant.stock > 0,
  taxable: () => true,
  product: ({ product }) => product,
  createdAt: ({ product }) => isoSeconds(product.createdAt),
  updatedAt: ({ product }) => isoSeconds(product.updatedAt),
  selectedOptions: ({ variant }) => [
    { name: variant.title === 'Default Title' ? 'Title' : 'Size', value: variant.title },
  ],
  sellingPlanGroupsCount: ({ product }) => exactly(product.hasSubscriptionOffer ? 1 : 0),
  showUnitPrice: ({ variant }) => variant.unitPrice !== null,
  unitPriceMeasurement: ({ variant }) => variant.unitPrice,
  inventoryItem: (row) => row,
  image: () => null,
};

export const InventoryItem: Fields<VariantRow> = {
  id: ({ variant }) => gid('InventoryItem', variant.id),
  sku: ({ variant }) => variant.sku,
  tracked: () => true,
  requiresShipping: ({ product }) => product.requiresShipping,
};

export const SelectedOption: Fields<{ name: string; value: string }> = {
  name: (option) => option.name,
  value: (option) => option.value,
};

const MEASURED = { G: 'WEIGHT', KG: 'WEIGHT', ML: 'VOLUME', L: 'VOLUME', ITEM: 'COUNT' } as const;

export const UnitPriceMeasurement: Fields<NonNullable<Variant['unitPrice']>> = {
  measuredType: (unit) => MEASURED[unit.quantityUnit],
  quantityUnit: (unit) => unit.quantityUnit,
  quantityValue: (unit) => unit.quantityValue,
  referenceUnit: (unit) => unit.quantityUnit,
  referenceValue: () => 1,
};

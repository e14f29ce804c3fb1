import type { Product, Variant, WorldReader } from '../../world/types';
import { handleize } from '../liquid/shopify-filters';
import type { ImageDrop } from '../liquid/image-filters';

const PICTURE_PIXELS = 1200; // every product picture is a square drawing

export type ProductDrop = ReturnType<typeof drawProduct>;
export type VariantDrop = ReturnType<typeof drawVariant>;

/** Products as Liquid and the Ajax cart see them, made once each; figures that change are read when asked for. */
export interface ProductDrops {
  of(product: Product): ProductDrop;
  variant(product: Product, variant: Variant): VariantDrop;
}

export function createProductDrops(): ProductDrops {
  const made = new WeakMap<Product, ProductDrop>();
  return {
    of(product) {
      const known = made.get(product) ?? drawProduct(product);
      made.set(product, known);
      return known;
    },
    variant: (product, variant) => drawVariant(product, variant),
  };
}

/** What the storefront may show. Drafts and unpublished products do not exist there. */
export function isPublished(product: Product): boolean {
  return product.status === 'ACTIVE' && product.publishedAt !== null;
}

export function publishedProducts(world: WorldReader): Product[] {
  return world.products().filter(isPublished);
}

function drawProduct(product: Product) {
  const prices = () => product.variants.map((variant) => variant.priceMinor);
  return {
    id: product.id,
    get title() {
      return product.title;
    },
    get handle() {
      return product.handle;
    },
    get url() {
      return `/products/${product.handle}`;
    },
    get description() {
      return product.description;
    },
    get content() {
      return product.description;
    },
    vendor: product.vendor,
    get type() {
      return product.productType;
    },
    get tags() {
      return product.tags;
    },
    get available() {
      return product.variants.some((variant) => variant.stock > 0);
    },
    get price() {
      return Math.min(...prices());
    },
    get price_min() {
      return Math.min(...prices());
    },
    get price_max() {
      return Math.max(...prices());
    },
    get price_varies() {
      return new Set(prices()).size > 1;
    },
    get compare_at_price() {
      return product.variants[0]?.compareAtMinor ?? null;
    },
    get featured_image() {
      return pictureOf(product);
    },
    get featured_media() {
      return pictureOf(product);
    },
    get images() {
      return [pictureOf(product)];
    },
    get variants() {
      return product.variants.map((variant) => drawVariant(product, variant));
    },
    get selected_or_first_available_variant() {
      const variant = product.variants.find((each) => each.stock > 0) ?? product.variants[0];
      return variant ? drawVariant(product, variant) : null;
    },
    get first_available_variant() {
      const variant = product.variants.find((each) => each.stock > 0);
      return variant ? drawVariant(product, variant) : null;
    },
    get has_only_default_variant() {
      return hasOnlyDefaultVariant(product);
    },
    'gift_card?': product.isGiftCard,
    get requires_selling_plan() {
      return product.requiresSellingPlan ?? false;
    },
    get selling_plan_groups() {
      return product.hasSubscriptionOffer ? [{ name: 'Subscribe' }] : [];
    },
    metafields: {},
    created_at: new Date(product.createdAt).toISOString(),
    get collection_handle() {
      return handleize(product.productType);
    },
  };
}

function drawVariant(product: Product, variant: Variant) {
  return {
    id: variant.id,
    title: variant.title,
    option1: variant.title,
    sku: variant.sku,
    price: variant.priceMinor,
    compare_at_price: variant.compareAtMinor,
    available: variant.stock > 0,
    inventory_quantity: variant.stock,
    inventory_management: 'shopify',
    inventory_policy: 'deny',
    requires_shipping: product.requiresShipping,
    requires_selling_plan: product.requiresSellingPlan ?? false,
    url: `/products/${product.handle}?variant=${variant.id}`,
    featured_image: pictureOf(product),
    image: pictureOf(product),
    unit_price: unitPriceMinor(variant),
    unit_price_measurement: unitPriceMeasurement(variant),
  };
}

/** Minor units per 100 g, 100 ml, or item. */
function unitPriceMinor(variant: Variant): number | null {
  const measure = variant.unitPrice;
  if (!measure || measure.quantityValue <= 0) return null;
  const base = { G: 100, ML: 100, KG: 0.1, L: 0.1, ITEM: 1 }[measure.quantityUnit];
  return Math.round((variant.priceMinor * base) / measure.quantityValue);
}

function unitPriceMeasurement(variant: Variant) {
  const measure = variant.unitPrice;
  if (!measure) return null;
  const weight = measure.quantityUnit === 'G' || measure.quantityUnit === 'KG';
  const volume = measure.quantityUnit === 'ML' || measure.quantityUnit === 'L';
  return {
    quantity_value: measure.quantityValue,
    quantity_unit: measure.quantityUnit.toLowerCase(),
    reference_value: weight || volume ? 100 : 1,
    reference_unit: weight ? 'g' : volume ? 'ml' : 'item',
  };
}

export function hasOnlyDefaultVariant(product: Product): boolean {
  return product.variants.length === 1 && product.variants[0]?.title === 'Default Title';
}

export function pictureOf(product: Product): ImageDrop {
  return {
    src: product.imagePath,
    alt: product.title,
    width: PICTURE_PIXELS,
    height: PICTURE_PIXELS,
    aspect_ratio: 1,
  };
}

import type { Product, WorldReader } from '../../world/types';
import { gid } from '../graphql/gid';
import { zonedIso } from '../instants';
import { decimal } from '../money';

/** The body of `products/create` and `products/update`. */
export function productPayload(product: Product, world: WorldReader): Record<string, unknown> {
  const iso = (at: number) => zonedIso(at, world.shop.timeZone);
  const price = (minor: number) => decimal(minor, world.shop.currency);
  return {
    admin_graphql_api_id: gid('Product', product.id),
    body_html: product.description,
    created_at: iso(product.createdAt),
    handle: product.handle,
    id: BigInt(product.id),
    product_type: product.productType,
    published_at: product.publishedAt === null ? null : iso(product.publishedAt),
    template_suffix: null,
    title: product.title,
    updated_at: iso(product.updatedAt),
    vendor: product.vendor,
    status: product.status.toLowerCase(),
    published_scope: 'web',
    tags: product.tags.join(', '),
    variants: product.variants.map((variant, index) => ({
      admin_graphql_api_id: gid('ProductVariant', variant.id),
      barcode: null,
      compare_at_price: variant.compareAtMinor === null ? null : price(variant.compareAtMinor),
      created_at: iso(product.createdAt),
      id: BigInt(variant.id),
      inventory_policy: 'deny',
      position: index + 1,
      price: price(variant.priceMinor),
      product_id: BigInt(product.id),
      sku: variant.sku,
      taxable: true,
      title: variant.title,
      updated_at: iso(product.updatedAt),
      option1: variant.title,
      option2: null,
      option3: null,
      image_id: null,
      inventory_item_id: BigInt(variant.id),
      inventory_quantity: variant.stock,
      old_inventory_quantity: variant.stock,
    })),
    options: [],
    images: [],
    image: null,
    media: [],
    variant_gids: product.variants.map((variant) => ({
      admin_graphql_api_id: gid('ProductVariant', variant.id),
      updated_at: new Date(product.updatedAt).toISOString(),
    })),
    has_variants_that_requires_components: false,
    category: product.category
      ? {
          admin_graphql_api_id: gid('TaxonomyCategory', product.category.id),
          name: product.category.fullName.split(' > ').at(-1),
          full_name: product.category.fullName,
        }
      : null,
  };
}

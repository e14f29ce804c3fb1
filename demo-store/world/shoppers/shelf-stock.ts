import { CONSUMABLES } from '../catalogue/build-products';
import type { Id, Product, Variant } from '../types';
import type { ShopIndex } from '../world-state';

/** What the simulation knows of the shop's goods: which refill which need, and by how much. */
export interface ShelfStock {
  /** Refills of a group that can be bought now. */
  refills(group: string): readonly Refill[];
  refill(variantId: Id): Refill | undefined;
  /** Things to treat oneself to, with how often each is picked. */
  treats(): readonly { variantIds: readonly Id[]; weight: number }[];
}

export interface Refill {
  readonly product: Product;
  readonly variant: Variant;
  readonly group: string;
  readonly content: number; // of the product's unit
}

const FAVOURITES: Readonly<Record<string, number>> = {
  'stoneware-mug': 5,
  'greeting-cards': 9,
  'gift-wrap': 6,
  'canvas-tote': 4,
  'soy-candle': 5,
  'gift-card': 3,
  'rope-dog-toy': 3,
  'electric-grinder': 0.7,
};

/** Reads the goods once; whether something can still be bought is asked anew each time. */
export function readShelfStock(index: ShopIndex): ShelfStock {
  const byVariant = new Map<Id, Refill>();
  const byGroup = new Map<string, Refill[]>();
  const refillHandles = new Set<string>();
  for (const row of CONSUMABLES) {
    const product = index.productByHandle.get(row.handle);
    if (!product) continue;
    refillHandles.add(row.handle);
    for (const [place, variant] of product.variants.entries()) {
      const refill = {
        product,
        variant,
        group: row.group,
        content: row.sizes[place]?.[1] ?? 1,
      };
      byVariant.set(variant.id, refill);
      byGroup.set(row.group, [...(byGroup.get(row.group) ?? []), refill]);
    }
  }
  const forSale = ({ product, variant }: Refill) =>
    product.status === 'ACTIVE' && variant.stock > 0 && index.variantById.has(variant.id);
  return {
    refills: (group) => (byGroup.get(group) ?? []).filter(forSale),
    refill: (variantId) => byVariant.get(variantId),
    treats: () =>
      index.records.products
        .filter((product) => !refillHandles.has(product.handle) && product.status === 'ACTIVE')
        .filter((product) => !product.requiresSellingPlan)
        .map((product) => ({
          variantIds: product.variants.filter((variant) => variant.stock > 0).map((variant) => variant.id),
          weight: FAVOURITES[product.handle] ?? 1,
        }))
        .filter((treat) => treat.variantIds.length > 0),
  };
}

import { Drop } from 'liquidjs';
import type { WorldReader } from '../../world/types';
import { isPublished, type ProductDrop, type ProductDrops } from './product-drops';

const HANDLES_PER_PAGE = 20; // Shopify's limit for all_products

/** Liquid's `all_products[handle]`: nothing for an unknown handle, and nothing past twenty different ones on a page. */
export class AllProductsDrop extends Drop {
  readonly #world: WorldReader;
  readonly #drops: ProductDrops;
  readonly #asked = new Set<string>();

  constructor(world: WorldReader, drops: ProductDrops) {
    super();
    this.#world = world;
    this.#drops = drops;
  }

  override liquidMethodMissing(handle: string | number): ProductDrop | null {
    const key = String(handle);
    if (!this.#asked.has(key) && this.#asked.size >= HANDLES_PER_PAGE) return null;
    this.#asked.add(key);
    const product = this.#world.productByHandle(key);
    return product && isPublished(product) ? this.#drops.of(product) : null;
  }
}

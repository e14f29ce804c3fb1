import { Drop } from 'liquidjs';
import type { Product, WorldReader } from '../../world/types';
import { handleize } from '../liquid/shopify-filters';
import { publishedProducts, type ProductDrop, type ProductDrops } from './product-drops';

const PRODUCTS_WITHOUT_PAGINATION = 50; // Shopify's limit for collection.products
const BEST_SELLERS = 12;

export interface CollectionDrop {
  readonly handle: string;
  readonly title: string;
  readonly url: string;
  readonly description: string;
  readonly products_count: number;
  readonly products: readonly ProductDrop[];
}

/** A shop's shelves: everything, the best sellers, and one for each type of product. */
export interface Collections {
  /** The types of product, the fullest first. */
  all(): readonly { handle: string; title: string; count: number }[];
  products(handle: string): readonly Product[] | undefined;
  /** @param page when given, one page of `perPage` products; otherwise the first fifty, as Shopify has it. */
  drop(handle: string, page?: { number: number; perPage: number }): CollectionDrop | undefined;
}

export function createCollections(world: WorldReader, drops: ProductDrops): Collections {
  const types = () => {
    const counts = new Map<string, number>();
    for (const product of publishedProducts(world)) {
      if (product.productType) counts.set(product.productType, (counts.get(product.productType) ?? 0) + 1);
    }
    return [...counts].sort(([a, many], [b, few]) => few - many || a.localeCompare(b));
  };
  const products = (handle: string): readonly Product[] | undefined => {
    if (handle === 'best-sellers') return world.topSellers(BEST_SELLERS);
    if (handle === 'all' || handle === 'frontpage') return publishedProducts(world);
    const found = publishedProducts(world).filter((product) => handleize(product.productType) === handle);
    return found.length > 0 ? found : undefined;
  };
  const titleOf = (handle: string, first: Product | undefined) => {
    if (handle === 'best-sellers') return 'Best sellers';
    if (handle === 'all' || handle === 'frontpage') return 'Everything';
    return first?.productType ?? handle;
  };
  return {
    all: () =>
      types().map(([title, count]) => ({
        handle: handleize(title),
        title,
        count,
      })),
    products,
    drop(handle, page) {
      const found = products(handle);
      if (!found) return undefined;
      const shown = page
        ? found.slice((page.number - 1) * page.perPage, page.number * page.perPage)
        : found.slice(0, PRODUCTS_WITHOUT_PAGINATION);
      return {
        handle,
        title: titleOf(handle, found[0]),
        url: `/collections/${handle}`,
        description: '',
        products_count: found.length,
        products: shown.map((product) => drops.of(product)),
      };
    },
  };
}

/** Liquid's `collections`: by handle, or one after the other. */
export class CollectionsDrop extends Drop {
  readonly #collections: Collections;

  constructor(collections: Collections) {
    super();
    this.#collections = collections;
  }

  override liquidMethodMissing(handle: string | number): CollectionDrop | null {
    return this.#collections.drop(String(handle)) ?? null;
  }

  *[Symbol.iterator](): Generator<CollectionDrop> {
    for (const { handle } of this.#collections.all()) {
      const drop = this.#collections.drop(handle);
      if (drop) yield drop;
    }
  }
}

import type { Ports } from '../ports';
import {
  nodesAnswer,
  productAnswer,
  productsPageAnswer,
  productVariantsAnswer,
  type ProductAnswer,
} from '../shopify/answers';
import { toGid } from '../shopify/gid';
import { PRODUCT_VARIANTS_PAGE, PRODUCTS_BY_ID, PRODUCTS_PAGE } from '../shopify/queries';
import { askAffordably, askByIds, readNodes, readRest, type PageInfo } from '../shopify/read-in-pages.server';

const PRODUCTS_PER_PAGE = 100;
const VARIANTS_PER_PRODUCT = 25;
const VARIANTS_PER_PAGE = 250;

type Asking = Pick<Ports, 'admin'>;

export interface FetchedProducts {
  readonly products: readonly ProductAnswer[];
  readonly unreadable: readonly string[];
}

/** One page of products with all their variants. `query` in Shopify's search syntax. */
export async function fetchProductsPage(
  ports: Asking,
  domain: string,
  page: {
    readonly after: string | null;
    readonly query: string | null;
    readonly sortKey: 'CREATED_AT' | 'UPDATED_AT';
  },
): Promise<FetchedProducts & { readonly pageInfo: PageInfo }> {
  const answer = await askAffordably(PRODUCTS_PER_PAGE, (first) =>
    ports.admin.query(
      domain,
      PRODUCTS_PAGE,
      { ...page, first, variants: VARIANTS_PER_PRODUCT },
      productsPageAnswer,
    ),
  );
  const { nodes, pageInfo } = answer.products;
  return { ...(await readProducts(ports, domain, nodes)), pageInfo };
}

/** Some products by id, with all their variants. `gone`: those that Shopify does not have any more. */
export async function fetchProductsById(
  ports: Asking,
  domain: string,
  productIds: readonly bigint[],
): Promise<FetchedProducts & { readonly gone: readonly bigint[] }> {
  const { found, gone } = await askByIds(productIds, PRODUCTS_PER_PAGE, (ids) => {
    const gids = ids.map((id) => toGid('Product', id));
    return ports.admin.query(
      domain,
      PRODUCTS_BY_ID,
      { ids: gids, variants: VARIANTS_PER_PRODUCT },
      nodesAnswer,
    );
  });
  return { ...(await readProducts(ports, domain, found)), gone };
}

async function readProducts(
  ports: Asking,
  domain: string,
  nodes: readonly unknown[],
): Promise<FetchedProducts> {
  const { read, unreadable } = readNodes(nodes, productAnswer);
  const products: ProductAnswer[] = [];
  for (const product of read) {
    const variants = await readRest(product.variants, async (after) => {
      const variables = { id: toGid('Product', product.id), first: VARIANTS_PER_PAGE, after };
      const answer = await ports.admin.query(domain, PRODUCT_VARIANTS_PAGE, variables, productVariantsAnswer);
      return answer.product?.variants ?? null;
    });
    products.push({ ...product, variants: { ...product.variants, nodes: variants } });
  }
  return { products, unreadable };
}

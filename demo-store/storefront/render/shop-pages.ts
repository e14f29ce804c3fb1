import type { ServerResponse } from 'node:http';
import type { PlacementState } from '../../shopify/placements';
import type { WorldReader } from '../../world/types';
import type { Collections } from '../drops/collections-drop';
import { isPublished, publishedProducts, type ProductDrops } from '../drops/product-drops';
import type { Session } from '../visitors/sessions';
import { sendHtml, sendJson } from '../web/answer';
import { paginate } from './paginate';
import type { PageRenderer } from './render-page';

export interface ShopPagesDeps {
  readonly world: WorldReader;
  readonly drops: ProductDrops;
  readonly collections: Collections;
  readonly pages: PageRenderer;
}

interface Page {
  readonly template: string;
  readonly own: object;
  readonly status?: number;
}

const PER_PAGE = 24;
const PICKS = 8;

/** Home, products, collections, search, cart, and the page for everything that is not there. */
export async function answerShopPage(
  deps: ShopPagesDeps,
  response: ServerResponse,
  url: URL,
  session: Session,
): Promise<void> {
  const { template, own, status } = pageFor(deps, url);
  const designMode = url.searchParams.get('design_mode') === '1';
  const request = { url, template, designMode, session, ...(designMode ? { unsaved: unsavedIn(url) } : {}) };
  const sections = url.searchParams.get('sections')?.split(',');
  if (sections) {
    sendJson(response, await deps.pages.sections(request, sections));
    return;
  }
  sendHtml(response, await deps.pages.page(request, own), status ?? 200);
}

/** `preview=shelfOnHome,embedOn`, as the theme editor asks for it. */
function unsavedIn(url: URL): Partial<PlacementState> {
  const asked = url.searchParams.get('preview')?.split(',') ?? [];
  return {
    ...(asked.includes('shelfOnHome') ? { shelfOnHome: true } : {}),
    ...(asked.includes('embedOn') ? { embedOn: true } : {}),
  };
}

function pageFor(deps: ShopPagesDeps, url: URL): Page {
  const [, first = '', second = '', third] = url.pathname.split('/').map(decodeURIComponent);
  if (third === undefined) {
    if (first === '') return homePage(deps);
    if (first === 'products' && second) return productPage(deps, url, second);
    if (first === 'collections') return second ? collectionPage(deps, url, second) : shelvesPage;
    if (first === 'search') return searchPage(deps, url);
    if (first === 'cart' && !second) return { template: 'cart', own: { page_title: 'Cart' } };
  }
  return NOT_FOUND;
}

const NOT_FOUND: Page = {
  template: '404',
  own: { page_title: 'Not found' },
  status: 404,
};
const shelvesPage: Page = {
  template: 'list-collections',
  own: { page_title: 'Shelves' },
};

/** One product from each of the fullest shelves; where products have no types, the best sellers. */
function homePage({ drops, collections }: ShopPagesDeps): Page {
  const inStock = (handle: string) =>
    (collections.products(handle) ?? []).filter((product) => product.variants.some(({ stock }) => stock > 0));
  const shelves = collections.all();
  const picks =
    shelves.length > 0
      ? shelves.flatMap(({ handle }) => inStock(handle).slice(0, 1))
      : inStock('best-sellers');
  return { template: 'index', own: { picks: picks.slice(0, PICKS).map((product) => drops.of(product)) } };
}

function productPage({ world, drops }: ShopPagesDeps, url: URL, handle: string): Page {
  const product = world.productByHandle(handle);
  if (!product || !isPublished(product)) return NOT_FOUND;
  const drop = drops.of(product);
  const asked = product.variants.find((variant) => variant.id === url.searchParams.get('variant'));
  const selected = asked ? drops.variant(product, asked) : drop.selected_or_first_available_variant;
  return {
    template: 'product',
    own: {
      product: drop,
      selected_variant: selected,
      page_title: product.title,
    },
  };
}

function collectionPage({ collections }: ShopPagesDeps, url: URL, handle: string): Page {
  const whole = collections.products(handle);
  if (!whole) return NOT_FOUND;
  const pages = paginate(url, whole.length, PER_PAGE);
  const collection = collections.drop(handle, {
    number: pages.current_page,
    perPage: PER_PAGE,
  });
  return {
    template: 'collection',
    own: { collection, paginate: pages, page_title: collection?.title },
  };
}

function searchPage({ world, drops }: ShopPagesDeps, url: URL): Page {
  const terms = url.searchParams.get('q')?.trim() ?? '';
  const words = terms.toLowerCase().split(/\s+/).filter(Boolean);
  const found = publishedProducts(world).filter((product) => {
    const text =
      `${product.title} ${product.productType} ${product.vendor} ${product.tags.join(' ')}`.toLowerCase();
    return words.length > 0 && words.every((word) => text.includes(word));
  });
  const pages = paginate(url, found.length, PER_PAGE);
  const first = (pages.current_page - 1) * PER_PAGE;
  const results = found.slice(first, first + PER_PAGE).map((product) => drops.of(product));
  return {
    template: 'search',
    own: {
      search_terms: terms,
      results,
      paginate: pages,
      page_title: 'Search',
    },
  };
}

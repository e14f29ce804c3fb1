import type { WorldReader } from '../../world/types';
import type { StorefrontDeps } from '../../contract';
import type { PlacementState } from '../../shopify/placements';
import { AllProductsDrop } from '../drops/all-products-drop';
import { appMetafieldsDrop } from '../drops/app-metafields';
import { CollectionsDrop, type Collections } from '../drops/collections-drop';
import { publishedProducts, type ProductDrops } from '../drops/product-drops';
import { cartDrop, customerDrop } from '../drops/visitor-drops';
import type { Session } from '../visitors/sessions';

export interface PageRequest {
  readonly url: URL;
  readonly template: string; // "index", "product", …; Shopify's names
  readonly designMode: boolean;
  readonly session: Session;
  /** Places switched on in the theme editor but not saved yet: its preview shows them. */
  readonly unsaved?: Partial<PlacementState>;
}

export interface ShopData {
  readonly world: WorldReader;
  readonly drops: ProductDrops;
  readonly collections: Collections;
  readonly appMetafields: StorefrontDeps['appMetafields'];
}

/** The globals of Liquid for one visitor and one page. */
export function pageContext({ world, drops, collections }: ShopData, page: PageRequest) {
  const { shop } = world;
  const customer = page.session.customerId ? world.customer(page.session.customerId) : undefined;
  const [name, ...suffix] = page.template.split('.');
  return {
    shop: {
      id: shop.id,
      name: shop.name,
      domain: shop.domain,
      permanent_domain: shop.domain,
      email: shop.email,
      currency: shop.currency,
      money_format: shop.moneyFormat,
      url: `https://${shop.domain}`,
      customer_accounts_enabled: true,
      get products_count() {
        return publishedProducts(world).length;
      },
    },
    request: {
      design_mode: page.designMode,
      visual_preview_mode: false,
      path: page.url.pathname,
      host: shop.domain,
      origin: `https://${shop.domain}`,
      locale: { iso_code: shop.locale.split('-')[0], primary: true },
      page_type: name,
    },
    template: { name, suffix: suffix.join('.') || null, directory: null },
    routes: {
      root_url: '/',
      cart_url: '/cart',
      cart_add_url: '/cart/add',
      cart_change_url: '/cart/change',
      cart_update_url: '/cart/update',
      account_url: '/account',
      account_login_url: '/account/login',
      account_logout_url: '/account/logout',
      collections_url: '/collections',
      all_products_collection_url: '/collections/all',
      search_url: '/search',
    },
    localization: {
      country: {
        iso_code: shop.currency === 'GBP' ? 'GB' : 'US',
        currency: { iso_code: shop.currency },
      },
      language: { iso_code: shop.locale.split('-')[0] },
    },
    settings: {},
    theme: { name: page.session.theme, role: 'main' },
    canonical_url: `https://${shop.domain}${page.url.pathname}`,
    current_now: new Date(world.now()).toISOString(),
    cart: cartDrop(page.session, world, drops),
    customer: customerDrop(customer, world),
    all_products: new AllProductsDrop(world, drops),
    collections: new CollectionsDrop(collections),
    shelves: collections.all(),
  };
}

/** What an app's own blocks see besides: `app.metafields`. */
export function appContext({ world, drops, appMetafields }: ShopData) {
  return {
    app: { metafields: appMetafieldsDrop(appMetafields(), world, drops) },
  };
}

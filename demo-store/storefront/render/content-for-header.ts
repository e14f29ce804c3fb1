import type { ShopProfile } from '../../world/types';
import { jsonForScript } from '../web/escape-html';

/** What Shopify puts into every page's head: its own global, the privacy API, and the app blocks' styles and scripts. */
export function contentForHeader(shop: ShopProfile, designMode: boolean, blockTags: string): string {
  const shopify = {
    shop: shop.domain,
    locale: shop.locale,
    currency: { active: shop.currency, rate: '1.0' },
    country: shop.currency === 'GBP' ? 'GB' : 'US',
    theme: { name: 'Corner', id: 1, role: 'main', schema_name: 'Corner' },
    routes: { root: '/' },
    ...(designMode ? { designMode: true } : {}),
  };
  return [
    `<script>window.Shopify = Object.assign(window.Shopify || {}, ${jsonForScript(shopify)});</script>`,
    '<script src="/cdn/shopify/customer-privacy.js"></script>',
    '<script src="/cdn/shopify/standard-actions.js"></script>',
    blockTags,
  ].join('\n');
}

const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]{0,61}\.myshopify\.com$/;

/** The one shape in which a shop may name itself; keeps foreign hosts out of every place that builds an address. */
export function isShopDomain(domain: string): boolean {
  return SHOP_DOMAIN.test(domain);
}

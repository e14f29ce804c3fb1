import { isShopDomain } from './shop-domain';

const ADMIN_OF_SHOP =
  /^(?:admin\.shopify\.com\/store\/[a-z0-9][a-z0-9_-]*|[a-z0-9][a-z0-9-]*\.myshopify\.com\/admin)$/i;

/**
 * Whether an address is one with which Shopify opens an embedded app: a shop, and the admin that frames it, in base64. The
 * library redirects to that host, and throws on what it cannot decode.
 */
export function namesShopAndHost(params: URLSearchParams): boolean {
  if (!isShopDomain(params.get('shop') ?? '')) return false;
  try {
    return ADMIN_OF_SHOP.test(atob(params.get('host') ?? ''));
  } catch {
    return false;
  }
}

/** Whether the bounce page may lead back to this address: the app's own only. */
export function isOwnAddress(address: string | null, appUrl: string): boolean {
  return address !== null && URL.canParse(address) && new URL(address).origin === new URL(appUrl).origin;
}

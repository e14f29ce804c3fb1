/** One installed store: the tenant. Nothing ever crosses shops. */
export interface Shop {
  readonly id: number;
  /** `corner.myshopify.com` */
  readonly domain: string;
  readonly name: string;
  /** ISO 4217, of the shop's own money. */
  readonly currency: string;
  /** IANA name; decides on which local day something falls. */
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2; null until Shopify has told it. */
  readonly country: string | null;
  readonly locale: string;
  /** Granted access scopes, comma separated as Shopify writes them. */
  readonly scopes: string;
  readonly installedAt: Date;
  readonly uninstalledAt: Date | null;
  readonly legalName: string | null;
  readonly postalAddress: string | null;
  /** Path of the app proxy on the storefront, as its requests name it. */
  readonly proxyPath: string;
  /** When the storefront last asked, to the hour; null before the first time. */
  readonly proxyHeardAt: Date | null;
  /** When the merchant put the setup guide away. */
  readonly guideDismissedAt: Date | null;
}

/** Where `shopify.app.toml` puts the app proxy in a shop that installs Larder. */
export const FIRST_PROXY_PATH = '/apps/larder';

/** Shopify lists the same scopes in changing order. */
export function sameScopes(granted: string, wanted: string): boolean {
  const sorted = (scopes: string) => scopeList(scopes).sort().join();
  return sorted(granted) === sorted(wanted);
}

/** Whether Shopify granted a scope; a write scope includes reading. */
export function hasScope(shop: Pick<Shop, 'scopes'>, scope: string): boolean {
  const granted = scopeList(shop.scopes);
  return granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'));
}

function scopeList(scopes: string): string[] {
  return scopes.split(',').flatMap((scope) => scope.trim() || []);
}

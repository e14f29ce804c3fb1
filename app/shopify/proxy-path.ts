/**
 * The paths that Shopify gives an app proxy: one of four prefixes, and a name of letters, digits, `_` and `-` which the merchant
 * may change. A storefront in another language has its folder before them.
 */
const PATH_PREFIX =
  /^(?:\/[a-z]{2,3}(?:-[a-z0-9-]{1,30})?)?(\/(?:a|apps|community|tools)\/[A-Za-z0-9_-]{1,30})$/;

/**
 * The app proxy's path on the storefront as a request names it, without a language's folder; null for anything else. What
 * passes may stand in an address, in Liquid and in HTML as it is.
 */
export function readProxyPath(pathPrefix: string): string | null {
  return PATH_PREFIX.exec(pathPrefix)?.[1] ?? null;
}

/**
 * Points links at the pretend shop's domain to where its storefront really is; everything else stays.
 * @param storefront address without a trailing slash
 */
export function rewriteLinks(html: string, shopDomain: string, storefront: string): string {
  return html
    .replaceAll(`https://${shopDomain}/`, `${storefront}/`)
    .replaceAll(`https://${shopDomain}"`, `${storefront}"`);
}

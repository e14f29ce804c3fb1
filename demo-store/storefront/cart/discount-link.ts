/**
 * `/discount/{code}?redirect=/…`: puts a code into the cart, as Shopify's shareable links do.
 * @returns null when the path is no such link; `redirect` is a path of this shop
 */
export function readDiscountLink(url: URL): { code: string; redirect: string } | null {
  const code = /^\/discount\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  if (!code) return null;
  const wanted = url.searchParams.get('redirect') ?? '/';
  const isPath = /^\/(?![/\\])/.test(wanted);
  return { code: decodeURIComponent(code), redirect: isPath ? wanted : '/' };
}
